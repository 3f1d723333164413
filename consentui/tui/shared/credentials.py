"""The sheet that stores, copies and removes the credentials of an account in the keyring; it never shows them."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from consentui.errors import VaultError
from consentui.i18n import N_, _
from consentui.journal.fold import Account
from consentui.profile.vault import KINDS, Kind, fetch, forget, kinds_kept, store
from consentui.text import capitalised
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.confirm import Confirm
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.link import copy_text
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.sheet import Sheet
from consentui.words.names import credential_name


class Credentials(Sheet[None]):
    """The kinds of credentials and which are stored.

    The keyring is asked in threads, because it may prompt for its own password and take its time.
    """

    BINDINGS = [
        Binding("c", "copy", N_("copy"), id="credential.copy"),
        Binding("delete", "remove", N_("remove"), id="credential.remove"),
    ]

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.title_text = _("In the keyring of this system")
        self._account = account
        self._kept: tuple[Kind, ...] | None = None
        self._typing: Kind | None = None

    def compose_body(self) -> ComposeResult:
        yield Static(Content(_("Asking the keyring…")), id="said", markup=False)
        yield Rows()
        yield TextLine(between="", password=True, id="secret")

    def begin(self) -> None:
        self.query_one(Rows).display = False
        self.query_one(Input).display = False
        self._look()

    def _show(self, found: tuple[Kind, ...]) -> None:
        self._kept = found
        self.query_one("#said").display = False
        self.query_one(Input).display = False
        rows = self.query_one(Rows)
        rows.display = True
        rows.renew(Option(_kind_row(kind, is_kept=kind in found), id=kind) for kind in KINDS)
        rows.focus()
        self.refresh_bindings()

    def _say(self, error: VaultError) -> None:
        said = self.query_one("#said", Static)
        said.display = True
        said.update(Content(str(error)).stylize("$warning"))
        self.query_one(Rows).display = False

    @property
    def _chosen(self) -> Kind | None:
        option = self.query_one(Rows).highlighted_option
        return next((kind for kind in KINDS if option and kind == option.id), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's signature
        if action in {"copy", "remove"}:
            return bool(self._kept) and not self.query_one(Input).has_focus
        return True

    @on(Rows.OptionSelected)
    def _to_type(self) -> None:
        self._typing = self._chosen
        secret = self.query_one(Input)
        secret.value = ""
        secret.placeholder = capitalised(credential_name(self._typing or "login"))
        secret.display = True
        self.set_focus(secret)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        if self._typing and event.value:
            self._store(self._typing, event.value)
        event.input.value = ""

    def action_close(self) -> None:
        """Ask before closing if a secret was typed: it is not in the keyring yet, and kept nowhere else."""
        secret = self.query_one("#secret", Input)
        if not secret.value:
            super().action_close()
            return

        def answered(is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
            if is_wanted:
                self._close_sheet()

        facts = _("It is not in the keyring yet: Enter puts it there.")
        self.app.push_screen(Confirm(_("Leave without saving what you typed?"), facts, _("Leave")), answered)

    def action_copy(self) -> None:
        if kind := self._chosen:
            self._copy(kind)

    def action_remove(self) -> None:
        if (kind := self._chosen) is None or kind not in (self._kept or ()):
            return
        question = _("Remove the {name} from the keyring?").format(name=credential_name(kind))

        def answered(is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
            if is_wanted:
                self._remove(kind)

        self.app.push_screen(Confirm(question, _("consentui keeps no other copy."), _("Remove it")), answered)

    @work(thread=True, exclusive=True, group="keyring")
    def _look(self) -> None:
        try:
            found = kinds_kept(self.session.profile, self._account.id)
        except VaultError as error:
            self.hand_over(self._say, error)
            return
        self.hand_over(self._show, found)

    @work(thread=True, exclusive=True, group="keyring")
    def _store(self, kind: Kind, secret: str) -> None:
        try:
            store(self.session.profile, self._account.id, kind, secret)
            found = kinds_kept(self.session.profile, self._account.id)
        except VaultError as error:
            self.hand_over(self._say, error)
            return
        finally:
            del secret
        self.hand_over(self._show, found)

    @work(thread=True, exclusive=True, group="keyring")
    def _copy(self, kind: Kind) -> None:
        try:
            secret = fetch(self.session.profile, self._account.id, kind)
        except VaultError as error:
            self.hand_over(self._say, error)
            return
        if secret is not None:
            self.hand_over(self._send, secret)

    def _send(self, secret: str) -> None:
        self.window.say(copy_text(self.app, secret))

    @work(thread=True, exclusive=True, group="keyring")
    def _remove(self, kind: Kind) -> None:
        try:
            forget(self.session.profile, self._account.id, kind)
            found = kinds_kept(self.session.profile, self._account.id)
        except VaultError as error:
            self.hand_over(self._say, error)
            return
        self.hand_over(self._show, found)


def _kind_row(kind: Kind, *, is_kept: bool) -> Content:
    remark = _("kept (Enter to replace it)") if is_kept else _("none kept; Enter to type one")
    return row(Cell(capitalised(credential_name(kind)), 24), Cell(remark, 44, "$accent" if is_kept else "$muted"))
