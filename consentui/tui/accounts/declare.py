"""Which wish to write into an account's public record; the sheet that follows asks, and shows the change."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from consentui.i18n import _, language
from consentui.journal.fold import Account
from consentui.profile.declaring import declarable
from consentui.tui.accounts.look import LookSheet
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet


class DeclareSheet(Sheet[None]):
    """What can be set from here."""

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.title_text = _("Write it into the public record")
        self._account = account

    def compose_body(self) -> ComposeResult:
        words = _("It takes an app password, kept here as a token. The change is shown before it is made.")
        yield Static(words, markup=False)
        controls = declarable(self.session, self._account)
        yield Rows(*(Option(Content(one.title.in_language(language())), id=one.id) for one in controls))

    def key_words(self, action: str) -> str:
        return _("choose") if action == "select" else ""

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        known = {one.id: one for one in declarable(self.session, self._account)}
        if event.option.id in known:
            self.app.switch_screen(LookSheet(self._account, known[event.option.id]))
