"""Another name for an account."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from consentui.i18n import _
from consentui.journal.fold import Account
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.sheet import Sheet


class Rename(Sheet[None]):
    """One line with the account's name; Enter saves it."""

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.title_text = _("What tells this account from others")
        self._account = account
        self.draft_place = f"name/{account.id}"

    def compose_body(self) -> ComposeResult:
        yield TextLine(self._account.handle, id="name", max_length=400)

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        with self.consentui.telling():
            self.session.accounts.edit(self._account, handle=event.value)
            self.consentui.refresh_screens()
            self.was_saved()
            self.dismiss(None)
