"""Choose which wish to write into an account's public record, or to take back; the next sheet shows it and asks."""

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
from consentui.tui.shared.columns import heading
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet

_BACK = "back:"


class DeclareSheet(Sheet[None]):
    """The list of the controls that can be set from here."""

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.title_text = _("Write it into the public record")
        self._account = account

    def compose_body(self) -> ComposeResult:
        words = _("This needs an app password, kept here as a token. The change is shown before it is made.")
        yield Static(words, markup=False)
        controls = declarable(self.session, self._account)
        titles = [(one.id, one.title.in_language(language())) for one in controls]
        yield Rows(
            *(Option(Content(title), id=name) for name, title in titles),
            Option(heading(_("Withdraw what it says")), disabled=True),
            *(Option(Content(title), id=f"{_BACK}{name}") for name, title in titles),
        )

    def key_words(self, action: str) -> str:
        return _("choose") if action == "select" else ""

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        known = {one.id: one for one in declarable(self.session, self._account)}
        chosen = event.option.id or ""
        if control := known.get(chosen.removeprefix(_BACK)):
            self.app.switch_screen(LookSheet(self._account, control, take_back=chosen.startswith(_BACK)))
