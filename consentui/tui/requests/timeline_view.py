"""Draw the history of a request: what happened, then what is due, each with its day and details."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from textual.content import Content

from consentui.i18n.dates import day_month
from consentui.text import wrapped
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.strip import DUE, HAPPENED, LATE, Mark, strip
from consentui.words.timeline import Moment

_GAP = 2
_LEAST_TEXT = 10


class History(Struct, frozen=True):
    """The lines of a history, and which of them must be visible."""

    lines: tuple[Content, ...]
    newest: tuple[int, int]
    """The indices of the first and the last line of what happened last."""


def history(moments: Iterable[Moment], today: date, width: int) -> History:
    """Return the moments, which must be sorted by day, as lines of a width."""
    moments = tuple(moments)
    days = max((len(day_month(one.on, today)) for one in moments), default=0) + _GAP
    lines: list[Content] = []
    newest = (0, 0)
    for moment in moments:
        begin = len(lines)
        lines += _moment_lines(moment, today, width, days)
        if moment.on <= today:
            newest = (begin, len(lines) - 1)
    return History(tuple(lines), newest)


def line_of(moments: Sequence[Moment], late_since: date | None, today: date, width: int) -> Content:
    """Return the days of a request as a timeline, with the dates of the first and the last at its ends."""
    if not moments:
        return Content("")
    first, last = min(moments[0].on, today), max(moments[-1].on, today)
    begin, end = (day_month(day, today) for day in (first, last))
    happened = [Mark(one.on, HAPPENED if one.on <= today else DUE) for one in moments]
    late = [Mark(late_since, LATE, "bold $warning")] if late_since else []
    line = strip(first, last, today, [*happened, *late], max(width - len(begin) - len(end) - 2, 1))
    return Content(" ").join((Content(begin).stylize("$muted"), line, Content(end).stylize("$muted")))


def scrolled_to(shown: History, height: int) -> int:
    """Return how far to scroll a pane of this height to show what happened last and as much of what is due as fits."""
    begin, end = shown.newest
    return max(min(begin, len(shown.lines) - height), end - height + 1, 0)


def _moment_lines(moment: Moment, today: date, width: int, days: int) -> Iterator[Content]:
    style = "bold $accent" if moment.on > today else "$muted"
    rest = max(width - days, _LEAST_TEXT)
    first, *others = wrapped(moment.what, rest).splitlines()
    yield row(Cell(day_month(moment.on, today), days, style), Cell(first, rest))
    yield from (Content(" " * days + line) for line in others)
    for line in wrapped(moment.detail, rest).splitlines():
        yield Content(" " * days + line).stylize("$muted")
