"""The history of a request as lines: what happened, then what is due, each day with what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from textual.content import Content

from consentui.i18n.dates import day_month
from consentui.text import folded
from consentui.tui.shared.columns import Cell, row
from consentui.words.timeline import Moment

_DAY_WIDTH = 18
_LEAST_TEXT = 10


class History(Struct, frozen=True):
    """The lines of a history, and which of them must be in sight."""

    lines: tuple[Content, ...]
    newest: tuple[int, int]
    """The first and the last line of what happened last."""


def history(moments: Iterable[Moment], today: date, width: int) -> History:
    """The moments, which come by day, in lines of a width."""
    lines: list[Content] = []
    newest = (0, 0)
    for moment in moments:
        begin = len(lines)
        lines += _moment_lines(moment, today, width)
        if moment.on <= today:
            newest = (begin, len(lines) - 1)
    return History(tuple(lines), newest)


def scrolled_to(shown: History, height: int) -> int:
    """How far to scroll in a pane so high: the newest line is in sight, with as much of what is due as fits."""
    begin, end = shown.newest
    return max(min(begin, len(shown.lines) - height), end - height + 1, 0)


def _moment_lines(moment: Moment, today: date, width: int) -> Iterator[Content]:
    style = "bold $accent" if moment.on > today else "$muted"
    rest = max(width - _DAY_WIDTH, _LEAST_TEXT)
    first, *others = folded(moment.what, rest).splitlines()
    yield row(Cell(day_month(moment.on, today), _DAY_WIDTH, style), Cell(first, rest))
    yield from (Content(" " * _DAY_WIDTH + line) for line in others)
    for line in folded(moment.detail, rest).splitlines():
        yield Content(" " * _DAY_WIDTH + line).stylize("$muted")
