"""The calendar: a timeline of the days ahead, and below it a row for each that opens what the day is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from consentui import clock
from consentui.i18n import _
from consentui.i18n.dates import ago, ahead, day_month
from consentui.profile.ahead import Ahead, RequestDay, ReviewDay, days_ahead
from consentui.profile.running import running_requests
from consentui.profile.session import Session
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.strip import DUE, LATE, REVIEW, Mark, months, strip
from consentui.tui.shared.top_line import TopLine
from consentui.words.ahead import request_day_words, review_day_words
from consentui.words.requests import days_left

_SHORTEST, _LONGEST = timedelta(days=91), timedelta(days=366)
"""How far ahead the timeline shows at least and at most; it goes back as far as the shorter one at most."""
_GLYPH_WIDTH, _GAP = 2, 2
_EDGES = 4


class Calendar(SessionScreen):
    """The screen of the days ahead, in order."""

    AUTO_FOCUS = "#days"
    CSS_PATH = "calendar.tcss"

    def compose(self) -> ComposeResult:
        yield TopLine(_("Calendar"))
        yield Static(id="line", markup=False)
        yield Rows(id="days")
        yield KeyBar()

    def fit(self) -> None:
        self.show_session()

    def show_session(self) -> None:
        with self.window.telling():
            today, session = clock.today(), self.session
            found = days_ahead(session, running_requests(session), today)
            width = max(self.size.width - _EDGES, 20)
            self.query_one("#line", Static).update(line_of_days(found, today, width))
            widths = _columns(found, today)
            rows = (Option(_row(session, one, today, width, widths), id=_id(one)) for one in found)
            nothing = Option(Content(_("Nothing is due, and there is nothing to review.")), disabled=True)
            self.query_one(Rows).renew(rows if found else [nothing])

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        from consentui.tui.accounts.account import AccountScreen
        from consentui.tui.requests.request import RequestScreen

        kind, _colon, name = (event.option.id or "").partition(":")
        self.app.push_screen(RequestScreen(name) if kind == "request" else AccountScreen(name.partition("/")[2]))


def line_of_days(found: Sequence[Ahead], today: date, width: int) -> Content:
    """Return the timeline with the names of the months above it.

    It begins at the first late day and ends at the last day ahead, both within the limits.
    """
    last = max((one.on for one in found), default=today)
    until = min(max(last, today + _SHORTEST), today + _LONGEST)
    first = min((one.on for one in found), default=today)
    since = max(min(first, today), today - _SHORTEST)
    return months(since, until, width) + Content("\n") + strip(since, until, today, _marks(found, today), width)


def next_words(session: Session, found: Sequence[Ahead], today: date) -> str:
    """Return the first day from today on in words, or the first late one if none is ahead."""
    following = next((one for one in found if one.on >= today), found[0])
    return f"{_far(following, today)}{_(':')} {_words(session, following)}"


def _marks(found: Sequence[Ahead], today: date) -> Iterator[Mark]:
    """Yield the marks of reviews first, so that those of deadlines cover them in the same column."""
    for day in dict.fromkeys(one.on for one in found if isinstance(one, ReviewDay)):
        yield Mark(day, REVIEW, "$muted")
    for one in found:
        if isinstance(one, RequestDay):
            late = one.is_late(today)
            yield Mark(one.on, LATE if late else DUE, "bold $warning" if late else "bold $accent")


def _columns(found: Sequence[Ahead], today: date) -> tuple[int, int]:
    """Return the widths of the columns for the days and for how far off they are."""
    days = (len(day_month(one.on, today)) for one in found)
    distances = (len(_far(one, today)) for one in found)
    return max(days, default=0) + _GAP, max(distances, default=0) + _GAP


def _row(session: Session, one: Ahead, today: date, width: int, widths: tuple[int, int]) -> Content:
    late = isinstance(one, RequestDay) and one.is_late(today)
    return row(
        Cell(_glyph(one, late=late), _GLYPH_WIDTH, "$warning" if late else "$accent"),
        Cell(day_month(one.on, today), widths[0], "$muted"),
        Cell(_far(one, today), widths[1], "$warning" if late else "$muted"),
        Cell(_words(session, one), max(width - _GLYPH_WIDTH - sum(widths), 10), cut="middle"),
    )


def _glyph(one: Ahead, *, late: bool) -> str:
    if isinstance(one, ReviewDay):
        return REVIEW
    return LATE if late else DUE


def _far(one: Ahead, today: date) -> str:
    if isinstance(one, RequestDay) and one.is_late(today):
        return days_left(one.on, today)
    return ago(one.on, today) if one.on < today else ahead(one.on, today)


def _words(session: Session, one: Ahead) -> str:
    match one:
        case RequestDay():
            return request_day_words(session.requests.company_of(one.running.case), one.running.here)
        case ReviewDay():
            return review_day_words(session.accounts.platform_of(one.account), one.account, one.count)


def _id(one: Ahead) -> str:
    match one:
        case RequestDay():
            return f"request:{one.running.case.reference}"
        case ReviewDay():
            return f"review:{one.on}/{one.account.id}"
