"""Home: what to do next, the accounts with their progress, what is waiting for an answer, the days ahead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.widgets.option_list import Option

from consentui import clock
from consentui.checklist.groups import Group
from consentui.checklist.items import Item
from consentui.i18n import N_, _, ngettext
from consentui.i18n.countries import country_name
from consentui.i18n.dates import long_ago
from consentui.profile.memory import read_order, read_place, write_order
from consentui.profile.news import age_of_news, news
from consentui.storage.places import DEFAULT_PROFILE
from consentui.tui.home.home_rows import (
    Grid,
    account_columns,
    account_row,
    grid,
    have_remarks,
    name_cell,
    names_of,
    nothing_row,
    rest_of_todo,
    todo_columns,
    todo_row,
    waiting_row,
)
from consentui.tui.home.last_time import last_time
from consentui.tui.home.news import news_text
from consentui.tui.home.order import ORDERS, Order, following, in_order, order_name
from consentui.tui.home.overview import Overview, overview
from consentui.tui.shared.columns import heading
from consentui.tui.shared.in_thread import in_thread
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.panes import RowsAndPage, list_width
from consentui.tui.shared.rows import LazyRow, Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.undo import UNDO_BINDINGS, redo_last, undo_last
from consentui.words.names import platform_name

if TYPE_CHECKING:
    from consentui.profile.ahead import Ahead
    from consentui.profile.running import Running
    from consentui.profile.session import Session

WANTED_LIST = 92
"""The columns in which the longest titles are whole."""


class Home(SessionScreen):
    """The first screen for someone who has accounts, at the bottom of the stack throughout."""

    BINDINGS = [
        Binding("t", "minutes", N_("ten minutes"), id="home.minutes"),
        Binding("a", "add", N_("add"), id="home.add"),
        Binding("slash", "search", N_("search"), id="home.search"),
        Binding("r", "report", N_("report"), id="home.report"),
        Binding("n", "news", N_("what changed"), show=False, id="home.news"),
        Binding("c", "calendar", N_("calendar"), show=False, id="home.calendar"),
        Binding("s", "settings", N_("settings"), id="home.settings"),
        Binding("p", "people", N_("people"), show=False, id="home.people"),
        Binding("o", "order", N_("order of the accounts"), show=False, id="home.order"),
        *UNDO_BINDINGS,
        Binding("escape", "nowhere", show=False),
    ]

    _requests: tuple[Running, ...] = ()
    _ahead: tuple[Ahead, ...] = ()
    _policy: tuple[Option, ...] = ()
    """The row about the policy; empty if nothing deviates or there is no policy."""
    _opened_on: int | None = None
    """The index of the row that the cursor was on at first.

    If it is still there when an overdue request is found, a moment later, the cursor moves to the request.
    """

    def compose(self) -> ComposeResult:
        """Yield the widgets with their rows, so that the first paint is complete and nothing is painted twice."""
        shown = overview(self.session, read_place(self.session.folders.state))
        self._drawn_for, self._overview = self.app.size, shown
        yield TopLine(self._whose(), _so_far(shown))
        yield RowsAndPage(Rows(*self._options(shown, self._drawn_for), id="home"), self._page, wanted_list=WANTED_LIST)
        yield KeyBar()

    def begin(self) -> None:
        self._opened_on = self.query_one(Rows).highlighted
        self._look_at_requests()
        self._look_at_policy()
        # In a thread, because this reads a long journal to its end.
        in_thread(self, "last-time", partial(last_time, self.session), self._say_last_time)

    def _say_last_time(self, words: str) -> None:
        """Say what the person did last time, unless they have gone on already."""
        if words and self.app.screen is self and not self.window.saying:
            self.window.say(words)

    def begin_anew(self) -> None:
        self._requests, self._ahead, self._policy = (), (), ()
        self.query_one(Rows).clear_options()
        self._draw()
        self.query_one(Rows).action_first()
        self.query_one(KeyBar).renew()
        self.begin()

    def fit(self) -> None:
        if self.size != self._drawn_for:
            self._drawn_for = self.size
            self.show_session()

    def show_session(self) -> None:
        if self.session.journal.is_new:  # it was emptied, or the profile was forgotten, by another program
            self._requests, self._ahead = (), ()
        self._draw()
        self._look_at_requests()
        self._look_at_policy()

    def _look_at_requests(self) -> None:
        if not self.session.journal.is_new:
            session = self.session
            in_thread(self, "requests", partial(_worked_out, session), partial(self._take_requests, session))

    def _look_at_policy(self) -> None:
        session = self.session
        if not session.folders.policy.exists():
            self._take_policy(session, ())
            return
        from consentui.tui.home.policy_row import policy_rows

        in_thread(self, "policy", partial(policy_rows, session), partial(self._take_policy, session))

    def _take_policy(self, session: Session, rows: tuple[Option, ...]) -> None:
        if session is self.session and [str(one.prompt) for one in rows] != [str(one.prompt) for one in self._policy]:
            self._policy = rows
            self._draw()

    def _take_requests(self, session: Session, worked_out: tuple[tuple[Running, ...], tuple[Ahead, ...]]) -> None:
        if session is not self.session or worked_out == (self._requests, self._ahead):
            return
        found, ahead = worked_out
        is_untouched = not self._requests and self.query_one(Rows).highlighted == self._opened_on
        self._requests, self._ahead = found, ahead
        self._draw()
        if is_untouched and found and found[0].here.is_late(clock.today()):
            self.query_one(Rows).go_to_first()

    def _draw(self) -> None:
        shown = overview(self.session, read_place(self.session.folders.state))
        self._overview = shown
        top = self.query_one(TopLine)
        top.left, top.right = self._whose(), _so_far(shown)
        self.query_one(Rows).renew(self._options(shown, self.size))
        self.query_one(RowsAndPage).renew()

    @property
    def _order(self) -> Order:
        return read_order(self.session.folders.state, ORDERS) or "added"

    def action_order(self) -> None:
        """List the accounts in the next order, and remember it."""
        order = following(self._order)
        write_order(self.session.folders.state, order)
        self._draw()
        self.window.say(order_name(order), title=_("Accounts"))

    def _page(self, option_id: str, width: int) -> Content:
        """Return the page about a row."""
        # Imported here because only windows with a second pane need it.
        from consentui.tui.home.home_page import account_page, group_page, request_page

        kind, _colon, rest = option_id.partition(":")
        shown = self._overview
        if kind in {"item", "group", "waiting"}:
            groups = (*shown.groups, *(Group((item,)) for item in shown.waiting))
            name = option_id.removeprefix(f"{kind}:item:" if kind != "item" else "item:")
            group = next((one for one in groups if _item_id(one.first) == f"item:{name}"), None)
            return group_page(self.session, group, width) if group else Content("")
        if kind == "account" and (account := self.session.journal.ledger.accounts.get(rest)):
            return account_page(self.session, account, width)
        if kind == "request":
            found = next((one for one in self._requests if one.case.reference == rest), None)
            return request_page(self.session, found, width) if found else Content("")
        return news_text(self.session) if kind in {"news", "age"} else Content("")

    def _whose(self) -> str:
        profile = "" if self.session.profile == DEFAULT_PROFILE else self.session.profile
        return "  ".join(
            filter(
                None, ("consentui", " · ".join(filter(None, (profile, country_name(self.session.preferences.country)))))
            )
        )

    def _options(self, shown: Overview, size: Size) -> Iterator[Option]:
        """Yield the rows; the texts of accounts and of what is waiting are made only when painted."""
        columns = grid(names_of(shown), max(list_width(size.width, WANTED_LIST) - 3, 20))
        options = [_title(_("To do"))]
        pressing = [one for one in self._requests if one.is_pressing]
        most = max(size.height - 14 - len(pressing) - min(len(shown.accounts), 4) - min(len(shown.waiting), 3), 3)
        first = shown.groups[:most]
        of_todo = todo_columns(first, columns, map(self._whose_request, pressing))
        options += [self._request_option(one, of_todo) for one in pressing]
        remarks = have_remarks(first, of_todo)
        options += [Option(todo_row(one, of_todo, has_remark=remarks), id=_group_id(one)) for one in first]
        options += rest_of_todo(shown.groups[most:]) if shown.groups else [] if pressing else [nothing_row(shown)]
        options += [*self._policy, *self._news()]
        yield from (*options, _gap("1"))
        of_accounts, order = account_columns(shown, columns), self._order
        yield _title(_("Accounts") if order == "added" else f"{_('Accounts')} · {order_name(order)}")
        for whose, accounts in in_order(shown.accounts, order):
            if whose:
                yield Option(Content(whose).stylize("$accent"), disabled=True)
            for one in accounts:
                yield Option(LazyRow(partial(account_row, one, of_accounts)), id=f"account:{one.account.id}")
        awaited = [one for one in self._requests if not one.is_pressing]
        if shown.waiting or awaited:
            yield from (_gap("2"), _title(_("Waiting for an answer")))
            yield from [self._request_option(one, columns) for one in awaited]
            for item in shown.waiting:
                yield Option(LazyRow(partial(waiting_row, item, columns)), id=f"waiting:{_item_id(item)}")
        yield from self._calendar(columns.width)

    def _calendar(self, width: int) -> list[Option]:
        """Return the rows of the calendar: the next day in words and the timeline; empty if no days are ahead."""
        if not self._ahead:
            return []
        from consentui.tui.home.calendar import line_of_days, next_words

        today = clock.today()
        words = Content(next_words(self.session, self._ahead, today)).truncate(width, ellipsis=True)
        line = Content("\n").join((words, line_of_days(self._ahead, today, width)))
        return [_gap("3"), _title(_("Calendar")), Option(line, id="calendar:")]

    def _request_option(self, one: Running, columns: Grid) -> Option:
        from consentui.tui.home.request_rows import request_line

        name, right = name_cell(*self._whose_request(one), columns), self.session.requests.right_of(one.case)
        return Option(request_line(one, right, name, columns.width, clock.today()), id=f"request:{one.case.reference}")

    def _whose_request(self, one: Running) -> tuple[str, str]:
        """Return the platform that a request is about, or its reference if there is none, and the account's handle."""
        account = self.session.journal.ledger.accounts.get(one.case.opened.account)
        platform = self.session.accounts.platform_of(account) if account else None
        return platform_name(platform) if platform else one.case.reference, account.handle if account else ""

    def _news(self) -> list[Option]:
        """Return the row that opens what changed on the person's platforms since they last looked, if anything did.

        The row about the age of the knowledge follows it.
        """
        today = clock.today()
        count = len(news(self.session, today))
        if not count:
            return self._age()
        words = ngettext("{count} change since you last looked", "{count} changes since you last looked", count)
        return [Option(Content(words.format(count=count)).stylize("$warning"), id="news:"), *self._age()]

    def _age(self) -> list[Option]:
        """Return the row that says how old the knowledge base is, once that matters."""
        today = clock.today()
        age = age_of_news(self.session, today)
        if not age.is_old or age.checked is None:
            return []
        words = _("What is known here was last checked {ago}").format(ago=long_ago(age.checked, today))
        return [Option(Content(words).stylize("$warning"), id="age:")]

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        self._open(event.option.id or "")

    def _open(self, option_id: str) -> None:
        from consentui.tui.walk.opening import open_walk

        kind, _colon, rest = option_id.partition(":")
        if kind == "account":
            from consentui.tui.accounts.account import AccountScreen

            self.app.push_screen(AccountScreen(rest))
        elif kind in {"item", "waiting"}:
            account, _slash, control = rest.removeprefix("item:").partition("/")
            if found := self.session.journal.ledger.accounts.get(account):
                open_walk(self.window, found, control)
        elif kind == "group":
            self._open_group(rest)
        elif kind == "request":
            from consentui.tui.requests.request import RequestScreen

            self.app.push_screen(RequestScreen(rest))
        elif kind == "rest":
            open_walk(self.window)
        elif kind in {"news", "age"}:
            self.action_news()
        elif kind == "calendar":
            self.action_calendar()
        elif kind == "policy":
            from consentui.tui.home.policy import Deviations

            self.app.push_screen(Deviations())

    def _open_group(self, of_item: str) -> None:
        """Open the accounts of the group whose first item is `of_item`, unless it has gone in the meantime."""
        from consentui.tui.walk.group import GroupScreen

        groups = overview(self.session, read_place(self.session.folders.state)).groups
        if found := next((one for one in groups if _item_id(one.first) == of_item), None):
            self.app.push_screen(GroupScreen(found))

    def action_minutes(self) -> None:
        from consentui.tui.walk.minutes import open_minutes

        open_minutes(self.window)

    def action_add(self) -> None:
        from consentui.tui.accounts.add_accounts import PickPlatforms

        self.app.push_screen(PickPlatforms())

    def action_search(self) -> None:
        from consentui.tui.home.search import Search

        self.app.push_screen(Search())

    def action_report(self) -> None:
        from consentui.tui.reports.report import ReportScreen

        self.app.push_screen(ReportScreen())

    def action_news(self) -> None:
        from consentui.tui.home.news import News

        self.app.push_screen(News())

    def action_calendar(self) -> None:
        from consentui.tui.home.calendar import Calendar

        self.app.push_screen(Calendar())

    def action_settings(self) -> None:
        from consentui.tui.settings.settings import Settings

        self.app.push_screen(Settings())

    def action_people(self) -> None:
        from consentui.tui.people.people import People

        self.app.push_screen(People())

    def action_undo(self) -> None:
        undo_last(self.window)

    def action_redo(self) -> None:
        redo_last(self.window)

    def action_nowhere(self) -> None:
        """Do nothing on escape: there is nothing to go back to."""


def _worked_out(session: Session) -> tuple[tuple[Running, ...], tuple[Ahead, ...]]:
    """Return the running requests and the days ahead; slow, because deadlines need a country's public holidays."""
    from consentui.profile.ahead import days_ahead
    from consentui.profile.running import running_requests

    found = running_requests(session)
    return found, days_ahead(session, found, clock.today())


def _so_far(shown: Overview) -> str:
    if not (shown.is_started and shown.total.counted):
        return _("nothing started yet")
    return _("{settled} of {counted} settled").format(settled=shown.total.settled, counted=shown.total.counted)


def _title(text: str) -> Option:
    return Option(heading(text), disabled=True)


def _gap(name: str) -> Option:
    return Option("", id=f"gap:{name}", disabled=True)


def _item_id(item: Item) -> str:
    return f"item:{item.account.id}/{item.control.id}"


def _group_id(group: Group) -> str:
    return f"group:{_item_id(group.first)}" if group.is_of_several else _item_id(group.first)
