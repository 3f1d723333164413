"""The portfolio of all profiles of this machine: who is behind, what waited longest, what changed since last time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option

from consentui import clock
from consentui.export.models import Wanted, model_of
from consentui.i18n import N_, _, ngettext
from consentui.i18n.dates import ago, long_date
from consentui.profile.session import Session, open_session
from consentui.report.kinds.portfolio import Holding, Portfolio, Share, share_words
from consentui.storage.places import known_profiles
from consentui.tui.shared.becoming import become
from consentui.tui.shared.columns import Cell, bar, heading, row
from consentui.tui.shared.in_thread import in_thread
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.pick_tag import PickTag
from consentui.tui.shared.rows import LazyRow, Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.words.accounts import tags_words
from consentui.words.groups import accounts_words
from consentui.words.policy import deviation_words

_BAR_WIDTH, _COUNT_WIDTH, _ACCOUNTS_WIDTH = 12, 18, 14
_GAP = 2
"""The cells between two columns."""
_DETAILS_FROM = 100
"""The narrowest list that also shows who is responsible for an account and by when, its policy and its tags."""


class PortfolioScreen(SessionScreen):
    """First the people, those with the most left on top; then the accounts with something left.

    Accounts with a due day come first, the earliest on top, then those that were longest untouched.
    """

    BINDINGS = [
        Binding("r", "report", N_("report"), id="people.report"),
        Binding("t", "tag", N_("with a tag"), id="people.tag"),
    ]

    _tags: tuple[str, ...] = ()
    """Only accounts that carry all of these are shown; empty for all accounts."""
    _carried: tuple[tuple[str, ...], ...] = ()
    """The tags of each account, whatever is shown."""
    _found: Portfolio | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(_("Portfolio"))
        yield Rows(id="portfolio")
        yield KeyBar()

    def begin(self) -> None:
        self.show_session()

    def fit(self) -> None:
        self._draw()

    def show_session(self) -> None:
        in_thread(self, "portfolio", partial(_portfolio, self.session, self._tags), self._take)

    def _take(self, found: Portfolio) -> None:
        self._found = found
        if not self._tags:
            self._carried = tuple(one.tags for one in found.holdings)
        self.refresh_bindings()
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        return action != "tag" or any(self._carried)

    def action_tag(self) -> None:
        """Let the person choose a tag, and show only the accounts that carry it."""
        self.app.push_screen(PickTag(self._carried), self._keep_to)

    def _keep_to(self, tags: tuple[str, ...] | None) -> None:
        if tags is not None:
            self._tags = tags
            self.show_session()

    def _draw(self) -> None:
        found = self._found
        if found is None:
            return
        top = self.query_one(TopLine)
        top.left = "  ".join(filter(None, (_("Portfolio"), tags_words(self._tags))))
        top.right = _since(found)
        width = max(self.size.width - 3, 20)
        columns = _columns(found.holdings, width)
        people = sorted(found.clients, key=lambda one: (one.settled - one.counted, one.name))
        behind = sorted((one for one in found.holdings if one.left), key=_most_pressing)
        self.query_one(Rows).renew(
            (
                Option(heading(_("People")), disabled=True),
                *(Option(LazyRow(partial(_person_row, one, width)), id=f"person:{one.name}") for one in people),
                *((Option("", disabled=True), Option(heading(_order_words(behind)), disabled=True)) if behind else ()),
                *(
                    Option(LazyRow(partial(_account_row, one, columns)), id=f"account:{one.client}/{one.account}")
                    for one in behind
                ),
            )
        )

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        _kind, _colon, rest = (event.option.id or "").partition(":")
        profile, _slash, account = rest.partition("/")
        if profile == self.session.profile:
            self._open(account)
        else:
            in_thread(self, "person", partial(open_session, profile), partial(become, self.window))

    def _open(self, account: str) -> None:
        from consentui.tui.accounts.account import AccountScreen

        if account:
            self.app.push_screen(AccountScreen(account))
        else:
            self.action_back()

    def action_report(self) -> None:
        from consentui.tui.reports.report import ReportScreen

        self.app.push_screen(ReportScreen(kind="portfolio", tags=self._tags))


def _portfolio(session: Session, tags: tuple[str, ...]) -> Portfolio:
    profiles = sorted({*known_profiles(), session.profile})
    found = model_of(session, Wanted("portfolio", "full", clients=tuple(profiles), tags=tags))
    assert isinstance(found, Portfolio)
    return found


def _since(found: Portfolio) -> str:
    if found.before is None:
        return _("{settled} of {counted} settled").format(settled=found.settled, counted=found.counted)
    more = sum(one.more for one in found.clients if one.more is not None)
    return _("{more} settled since {date}").format(more=f"{more:+d}", date=long_date(found.before))


def _most_pressing(one: Holding) -> tuple[date, date, str, str]:
    return one.due or date.max, one.last_act or date.min, one.client, one.account


def _order_words(behind: list[Holding]) -> str:
    """The heading of the accounts, which says in what order they are."""
    return _("By due day, then longest untouched") if any(one.due for one in behind) else _("Longest untouched")


def _person_row(one: Share, width: int) -> Content:
    rest = _BAR_WIDTH + _COUNT_WIDTH + _ACCOUNTS_WIDTH
    return row(
        Cell(one.name, max(width - rest - 1, 8), cut="middle"),
        Cell("", 1),
        Cell(bar(one.settled, one.counted) if one.counted else "", _BAR_WIDTH, "$accent"),
        Cell(share_words(one) if one.counted else "", _COUNT_WIDTH),
        Cell(accounts_words(one.accounts), _ACCOUNTS_WIDTH, "$muted"),
    )


class _Columns(NamedTuple):
    """The widths of the columns of the accounts, in cells; `side` is 0 where there is no room for it."""

    name: int
    client: int
    left: int
    last: int
    side: int


def _columns(holdings: Sequence[Holding], width: int) -> _Columns:
    """Return columns no wider than the longest of their texts, so that the names of the accounts get the rest.

    Whose account it is, is left out if they are all one person's.
    """
    is_wide = width >= _DETAILS_FROM
    texts = {("", "", ""), *((one.client, _left(one), _last(one, is_wide=is_wide)) for one in holdings)}
    client, left, last = (max(map(cell_len, column)) + _GAP for column in zip(*texts, strict=True))
    has_several = len({one.client for one in holdings}) > 1
    client, side = min(client, 20 if is_wide else 12) if has_several else 0, 28 if is_wide else 0
    return _Columns(max(width - client - left - last - side - 1, 8), client, left, last, side)


def _left(one: Holding) -> str:
    return ngettext("{count} left", "{count} left", one.left).format(count=one.left)


def _last(one: Holding, *, is_wide: bool) -> str:
    """The words for when an account was last touched; in a narrow window, the day by which it is wanted instead."""
    if one.due and not is_wide:
        return _by(one)
    return ago(one.last_act, clock.today()) if one.last_act else _("to start")


def _by(one: Holding) -> str:
    return _("by {date}").format(date=long_date(one.due)) if one.due else ""


def _account_row(one: Holding, columns: _Columns) -> Content:
    is_late = one.due is not None and one.due < clock.today()
    policy = deviation_words(one.deviations or 0, one.to_look_at or 0)
    return row(
        Cell(" ".join(filter(None, (one.platform_name, one.handle))), columns.name, cut="middle"),
        Cell("", 1),
        Cell(one.client, columns.client, "$muted", cut="middle"),
        Cell(_left(one), columns.left),
        Cell(_last(one, is_wide=bool(columns.side)), columns.last, "$warning" if is_late else "$muted"),
        Cell(
            " · ".join(filter(None, (one.owner, _by(one), policy, tags_words(one.tags)))),
            columns.side,
            "$warning" if is_late else "$muted",
        ),
    )
