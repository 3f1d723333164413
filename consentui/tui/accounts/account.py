"""The screen of one account: the standing of all its controls, and what can be done with the account."""

from __future__ import annotations

from functools import partial
from typing import get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option

from consentui.checklist.items import excluded_from
from consentui.i18n import N_, _
from consentui.journal.entries import AboutControl, AccountEdited, AccountTagged, AccountType, Entry
from consentui.journal.fold import Account
from consentui.tui.accounts.account_rows import account_rows
from consentui.tui.accounts.leftovers import look_for_leftovers
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.panes import RowsAndPage, list_width
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.undo import UNDO_BINDINGS, redo_last, undo_last
from consentui.tui.walk.front import front
from consentui.tui.walk.opening import open_walk
from consentui.words.accounts import account_name, account_progress, at_work_words, tags_words
from consentui.words.names import account_type_name

WANTED_LIST = 66
"""The columns in which the titles of what is to be done are whole."""


class AccountScreen(SessionScreen):
    """The checklist of an account: open, settled and optional controls, and those that do not exist for it."""

    BINDINGS = [
        Binding("w", "walk", N_("go through it"), id="account.walk"),
        Binding("l", "write", N_("write to them"), id="account.write"),
        Binding("d", "declare", N_("write it into the record"), id="account.declare"),
        Binding("r", "report", N_("report"), id="account.report"),
        Binding("e", "edit", N_("edit"), id="account.edit"),
        Binding("t", "type", N_("type of account"), id="account.type"),
        Binding("i", "credentials", N_("sign-in"), id="account.credentials"),
        Binding("c", "check", N_("check a download"), id="account.check"),
        Binding("v", "look", N_("what anyone can read"), id="account.look"),
        Binding("g", "platform", N_("the platform"), show=False, id="account.platform"),
        Binding("delete", "remove", N_("remove"), id="account.remove"),
        Binding("f", "forget", N_("forget for good"), show=False, id="account.forget"),
        *UNDO_BINDINGS,
    ]

    def __init__(self, account_id: str) -> None:
        super().__init__()
        self._account_id = account_id

    @property
    def _account(self) -> Account | None:
        return self.session.journal.ledger.accounts.get(self._account_id)

    def compose(self) -> ComposeResult:
        yield TopLine()
        yield RowsAndPage(Rows(id="items"), self._card, wanted_list=WANTED_LIST)
        yield KeyBar()

    def fit(self) -> None:
        self.show_session()

    def show_session(self) -> None:
        account = self._account
        if account is None:
            self.window.leave(self)
            return
        items = self.session.checklist.items(account)
        platform = self.session.accounts.platform_of(account)
        top = self.query_one(TopLine)
        top.left = " · ".join(filter(None, (account_name(platform, account), tags_words(account.tags))))
        excluded = excluded_from(account, platform, self.session.preferences.country) if platform else ()
        done = account_progress(items, excluded, account.account_type)
        top.right = f"{account_type_name(account.account_type)} · {done}" if items else done
        width = max(list_width(self.size.width, WANTED_LIST) - 3, 20)
        self.query_one(Rows).renew(
            Option(one.text, id=one.control or None, disabled=not one.control)
            for one in account_rows(items, excluded, width, at_work_words(platform, account.account_type))
        )
        self.query_one(RowsAndPage).renew()

    def _card(self, control: str, width: int) -> Content:
        """Return the card of the control of a row."""
        items = self.session.checklist.items(self._account) if self._account else ()
        item = next((one for one in items if one.control.id == control), None)
        return front(self.session, item, width) if item else Content("")

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        if self._account:
            open_walk(self.window, self._account, event.option.id or "")

    def action_walk(self) -> None:
        if self._account:
            open_walk(self.window, self._account)

    def action_edit(self) -> None:
        from consentui.tui.accounts.rename import Rename

        if self._account:
            self.app.push_screen(Rename(self._account))

    def action_type(self) -> None:
        """Switch to the next type of account, which decides which controls exist for it."""
        if (account := self._account) is None:
            return
        types = get_args(AccountType)
        following = types[(types.index(account.account_type) + 1) % len(types)]
        with self.window.telling():
            self.session.accounts.edit(account, account_type=following)
            self.window.say(_("Type of account: {name}").format(name=account_type_name(following)))
            self.show_session()

    def action_credentials(self) -> None:
        from consentui.tui.shared.credentials import Credentials

        if self._account:
            self.app.push_screen(Credentials(self._account))

    def action_write(self) -> None:
        from consentui.tui.requests.compose import Compose

        if self._account:
            self.app.push_screen(Compose(self._account))

    def action_check(self) -> None:
        from consentui.tui.accounts.check import CheckSheet

        if self._account:
            self.app.push_screen(CheckSheet(self._account))

    def action_look(self) -> None:
        from consentui.tui.accounts.look import LookSheet

        if self._account:
            self.app.push_screen(LookSheet(self._account))

    def action_declare(self) -> None:
        from consentui.tui.accounts.declare import DeclareSheet

        if self._account:
            self.app.push_screen(DeclareSheet(self._account))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable looking unless something of the account is public, and declaring unless that is an atproto record."""
        if action in {"look", "declare"}:
            way = self.session.public.way_of(self._account) if self._account else None
            return way == "atproto" if action == "declare" else way is not None
        return super().check_action(action, parameters)

    def action_platform(self) -> None:
        from consentui.tui.shared.platform_page import page_of

        if self._account and (platform := self.session.accounts.platform_of(self._account)):
            self.app.push_screen(page_of(self.session, platform))

    def action_report(self) -> None:
        from consentui.tui.reports.report import ReportScreen

        self.app.push_screen(ReportScreen(self._account_id))

    def action_remove(self) -> None:
        """Remove the account without asking: undo brings it back with all that was recorded."""
        if (account := self._account) is None:
            return
        with self.window.telling():
            self.session.accounts.remove(account)
            self.window.say(_("The account was removed from the list. u brings it back."))
            self.action_back()
            self.window.run_worker(partial(look_for_leftovers, self.window, account), thread=True, group="keyring")

    def action_forget(self) -> None:
        """Ask, then forget the account for good: nothing brings it back."""
        from consentui.tui.accounts.forget_account import ask_to_forget

        if account := self._account:
            self.window.say(_("Asking the keyring…"))
            self.window.run_worker(partial(ask_to_forget, self.window, account), thread=True, group="keyring")

    def action_undo(self) -> None:
        undo_last(self.window, self._shows)

    def _shows(self, entry: Entry) -> bool:
        """Whether an entry is about this account or one of its controls."""
        return isinstance(entry, AccountEdited | AccountTagged | AboutControl) and entry.account == self._account_id

    def action_redo(self) -> None:
        redo_last(self.window)
