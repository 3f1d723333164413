"""One control on several accounts: the standing of each, and one key to record an outcome for the marked ones."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from consentui.checklist.groups import Group
from consentui.checklist.items import Item
from consentui.i18n import N_, _, language, ngettext
from consentui.profile.checklist import Happened
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.panes import RowsAndPage, list_width
from consentui.tui.shared.pick_tag import PickTag
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.ticks import Tickable, Ticks
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.undo import UNDO_BINDINGS, redo_last, undo_last
from consentui.tui.shared.window import Window
from consentui.tui.walk.front import front
from consentui.tui.walk.opening import open_walk
from consentui.tui.walk.outcome_keys import OUTCOME_BINDINGS, outcome_key_words
from consentui.words.accounts import tags_words
from consentui.words.groups import accounts_words
from consentui.words.names import outcome_name, platform_name, standing_name
from consentui.words.outcome_keys import outcome_of

WANTED_LIST = 46
_STANDING_WIDTH = 26
_CLIENT_WIDTH = 20
_CLIENT_FROM = 90
"""The narrowest list that shows client and tags beside the name."""


def open_control(app: Window, platform_id: str, control_id: str) -> bool:
    """Open a control on the account that has it, and return whether any account has.

    If several have it, let the person choose, with none marked: nothing must be recorded for one they did not mean.
    """
    items = tuple(
        item
        for account in app.session.accounts.on(platform_id)
        for item in app.session.checklist.items(account)
        if item.control.id == control_id
    )
    if len(items) > 1:
        app.push_screen(GroupScreen(Group(items), marked=False))
    elif items:
        open_walk(app, items[0].account, control_id)
    return bool(items)


class GroupScreen(SessionScreen):
    """The screen of all accounts that have a control; those of the group are marked at first, Enter opens a card."""

    BINDINGS = [
        *(one for one in OUTCOME_BINDINGS if one.id != "walk.allow"),
        Binding("c", "client", N_("of this client"), id="group.client"),
        Binding("t", "tag", N_("with a tag"), id="group.tag"),
        *UNDO_BINDINGS,
    ]

    def __init__(self, group: Group, *, marked: bool = True) -> None:
        """`marked` says whether the accounts of the group are marked at first."""
        super().__init__()
        self._platform = group.first.platform
        self._control = group.first.control
        self._marked = [item.account.id for item in group.items if marked]

    def compose(self) -> ComposeResult:
        yield TopLine(f"{platform_name(self._platform)} · {self._control.title.in_language(language())}")
        yield RowsAndPage(Ticks(id="accounts"), self._card, wanted_list=WANTED_LIST)
        yield KeyBar()

    def begin(self) -> None:
        self._show(self._marked)
        self.query_one(Ticks).focus()

    def fit(self) -> None:
        self.show_session()

    def show_session(self) -> None:
        ticks = self.query_one(Ticks)
        self._show(ticks.ticked)

    def _show(self, marked: Iterable[str]) -> None:
        items = self._items
        if not items:
            self.window.leave(self)
            return
        width = max(list_width(self.size.width, WANTED_LIST) - 5, 20)
        rows = [Tickable(item.account.id, _row(item, width)) for item in items]
        self.query_one(Ticks).take(rows, marked, ())
        self.query_one(RowsAndPage).renew()
        self._count()

    def _card(self, account: str, width: int) -> Content:
        """Return the card of the control for the account of a row."""
        item = next((one for one in self._items if one.account.id == account), None)
        return front(self.session, item, width) if item else Content("")

    @property
    def _items(self) -> list[Item]:
        """The control on each account that has it."""
        accounts = self.session.accounts.on(self._platform.id)
        items = (item for account in accounts for item in self.session.checklist.items(account))
        return [item for item in items if item.control.id == self._control.id]

    @property
    def _chosen(self) -> list[Item]:
        ticked = self.query_one(Ticks).ticked
        return [item for item in self._items if item.account.id in ticked]

    @on(Ticks.Changed)
    def _count(self) -> None:
        ticks = self.query_one(Ticks)
        self.query_one(TopLine).right = _("{count} of {whole} marked").format(
            count=len(ticks.ticked), whole=ticks.option_count
        )

    def key_words(self, action: str) -> str:
        return outcome_key_words(action, self._control)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "outcome":
            return outcome_of(str(parameters[0]), self._control) is not None
        if action == "tag":
            return any(item.account.tags for item in self._items)
        return True

    def action_outcome(self, name: str) -> None:
        """Record the same outcome for all marked accounts: an entry for each, one undo for all."""
        outcome, chosen = outcome_of(name, self._control), self._chosen
        if outcome is None:
            return
        if not chosen:
            self.window.say(_("Choose at least one account."))
            return
        with self.window.telling():
            self.session.checklist.record_each(Happened(item.account, item.control, outcome) for item in chosen)
            self._show([item.account.id for item in self._items if item.is_to_do])
            self.window.say(
                _("Saved: {what} ({control})").format(control=accounts_words(len(chosen)), what=outcome_name(outcome))
                + f" · {self._left()}"
            )
            if not any(item.is_to_do for item in self._items):
                self.action_back()

    def _left(self) -> str:
        left = sum(item.is_to_do for item in self._items)
        return ngettext("{count} left", "{count} left", left).format(count=left) if left else _("nothing left")

    def action_client(self) -> None:
        """Mark the accounts that have the same client as the one under the cursor."""
        ticks = self.query_one(Ticks)
        at = ticks.highlighted_option
        account = self.session.accounts.with_id(at.id or "") if at else None
        if account:
            same = (item.account for item in self._items if item.account.client == account.client)
            ticks.mark(frozenset(one.id for one in same))

    def action_tag(self) -> None:
        """Let the person choose a tag, and mark the accounts that carry it."""
        self.app.push_screen(PickTag(item.account.tags for item in self._items), self._mark_tagged)

    def _mark_tagged(self, tags: tuple[str, ...] | None) -> None:
        if tags is not None:
            accounts = (item.account for item in self._items)
            self.query_one(Ticks).mark(frozenset(one.id for one in accounts if set(tags).issubset(one.tags)))

    @on(Rows.OptionSelected)
    def _opened(self, event: Rows.OptionSelected) -> None:
        if account := self.session.accounts.with_id(event.option.id or ""):
            open_walk(self.window, account, self._control.id)

    def action_undo(self) -> None:
        undo_last(self.window)

    def action_redo(self) -> None:
        redo_last(self.window)


def _row(item: Item, width: int) -> Content:
    client = _CLIENT_WIDTH if width >= _CLIENT_FROM else 0
    standing = standing_name(item.standing)
    return row(
        Cell(item.account.handle or item.account.id, width - client - _STANDING_WIDTH - 2, cut="middle"),
        Cell("", 1),
        Cell(" ".join(filter(None, (item.account.client, tags_words(item.account.tags)))), client, "$muted"),
        Cell("", 1),
        Cell(standing, _STANDING_WIDTH, "$muted" if item.is_to_do else "$accent"),
    )
