"""A timeline on one line: the days that matter, and today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from textual.content import Content

from consentui.i18n.dates import short_month

HAPPENED, DUE, REVIEW, LATE, TODAY = "●", "○", "◇", "◆", "┃"
_LINE = "─"
_GAP = 1


class Mark(Struct, frozen=True):
    """A day marked on the line."""

    on: date
    glyph: str
    style: str = "$accent"


def strip(first: date, last: date, today: date, marks: Iterable[Mark], width: int) -> Content:
    """Return the line from `first` to `last`; of several marks in a column the last is shown, and any hides today."""
    seen: dict[int, Mark] = {}
    for mark in (Mark(today, TODAY, "bold $accent"), *marks):
        if first <= mark.on <= last:
            seen[_column(mark.on, first, last, width)] = mark
    line = Content(_LINE).stylize("$muted")
    cells = (Content(seen[at].glyph).stylize(seen[at].style) if at in seen else line for at in range(width))
    return Content("").join(cells)


def months(first: date, last: date, width: int) -> Content:
    """Return the names of the months, each above its first day on the line.

    Those without room are left out: the days that end a month give way to the month that follows, and the name of the
    last month may begin before its first day.
    """
    line = ""
    names = [(_column(day, first, last, width), short_month(day)) for day in _firsts(first, last)]
    if len(names) > 1 and names[1][0] < len(names[0][1]) + _GAP:
        names = names[1:]
    for begins, name in names:
        at = min(begins, width - len(name))
        if at >= len(line) + (_GAP if line else 0):
            line = line.ljust(at) + name
    return Content(line.ljust(width)).stylize("$muted")


def _column(day: date, first: date, last: date, width: int) -> int:
    whole = max((last - first).days, 1)
    return (day - first).days * (width - 1) // whole


def _firsts(first: date, last: date) -> Iterator[date]:
    """Yield the first day, then the first day of each month after it."""
    day = first
    while day <= last:
        yield day
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
