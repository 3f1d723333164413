"""The sheet to edit an account: its name, who looks after it, for whom, by when, its tags."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Input

from consentui.i18n import N_, _
from consentui.journal.fold import Account
from consentui.journal.tags import tags_in
from consentui.tui.shared.caption import Caption
from consentui.tui.shared.day_line import DayLine
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.sheet import Sheet


class Rename(Sheet[None]):
    """A line for each, the name first; Enter in any of them saves all."""

    BINDINGS = [Binding("ctrl+s", "save", N_("save"), id="save", priority=True)]

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.title_text = _("What tells this account apart")
        self._account = account
        self.draft_key = f"name/{account.id}"

    def compose_body(self) -> ComposeResult:
        account = self._account
        with VerticalScroll(can_focus=False):
            yield TextLine(account.handle, id="name", max_length=400, compact=True)
            yield Caption(_("Who looks after it (optional)"))
            yield TextLine(account.owner, id="owner", max_length=400, compact=True)
            yield Caption(_("For whom (optional): a client, a department"))
            yield TextLine(account.client, id="client", max_length=400, compact=True)
            country = self.session.preferences.country
            yield DayLine(_("By when (optional): 31/01/2027"), account.due, country, name="due", ahead=True)
            yield Caption(_("Tags (optional): short words to find it by"))
            yield TextLine(" ".join(account.tags), between=" ", id="tags", max_length=400, compact=True)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        with self.window.telling():
            account, due = self._account, self._due
            name, owner, client = (self.query_one(f"#{line}", Input).value for line in ("name", "owner", "client"))
            if (name, owner, client) != (account.handle, account.owner, account.client):
                self.session.accounts.edit(account, name, owner=owner, client=client)
            if due != account.due:
                self.session.accounts.set_due((account,), due)
            tags = self.query_one("#tags", Input).value
            gone = set(account.tags).difference(tags_in(tags))
            self.session.accounts.tag((account,), tags, " ".join(gone))
            self.window.refresh_screens()
            self.was_saved()
            self.dismiss(None)
            self.window.say(_("Saved."))

    @property
    def _due(self) -> date | None:
        line = self.query_one(DayLine)
        return None if line.is_empty else line.read()
