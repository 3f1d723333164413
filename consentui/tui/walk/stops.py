"""The cards of a walk as a list that shows the current place; a click goes to a card.

The list never takes the focus, so that the keys of the walk do the same whether there is room for it or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from consentui.checklist.items import Item
from consentui.checklist.standing import Standing
from consentui.i18n import language
from consentui.tui.shared.columns import Cell, row
from consentui.tui.shared.panes import list_width
from consentui.tui.walk import trip
from consentui.words.names import platform_name

WANTED_LIST = 36
_EDGES = 3
_MARK_WIDTH = 2
_HERE, _ELSEWHERE = Content("▸ ").stylize("bold $accent"), Content("  ")
"""The sign before the current stop and before the others: without colours, a list without focus shows no cursor."""
_MARKS = {
    Standing.OPEN: ("○", "$muted"),
    Standing.POSTPONED: ("○", "$muted"),
    Standing.WAITING: ("…", "$muted"),
    Standing.BLOCKED: ("!", "$warning"),
    Standing.REVIEW: ("!", "$warning"),
    Standing.NOT_OFFERED: ("–", "$muted"),
}
_DONE = ("✓", "$accent")


class Stops(OptionList):
    """The list of the stops of a trip, with the current one highlighted."""

    can_focus = False

    @dataclass
    class Chosen(Message):
        """The person clicked on the stop with the index `at`."""

        at: int

    def __init__(self) -> None:
        super().__init__(id="stops", classes="list aside", markup=False)

    def show(self, where: trip.Trip, items: Sequence[Item], window: int) -> None:
        """Show the stops of a trip in a window of this width; `items` are those that still exist."""
        known = {trip.stop_of(item): item for item in items}
        width = max(list_width(window, WANTED_LIST) - _EDGES - _HERE.cell_length, _MARK_WIDTH)
        several = len({stop.account for stop in where.order}) > 1
        found = (known.get(stop) for stop in where.order)
        rows = (_row(item, width, _title(item, several=several)) if item else Content("") for item in found)
        here = (_HERE if number == where.at else _ELSEWHERE for number in range(len(where.order)))
        self.set_options(Option(mark + line) for mark, line in zip(here, rows, strict=True))
        self.highlighted = where.at

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(event.option_index))


def _title(item: Item, *, several: bool) -> str:
    """Return the title of a stop, with the platform if the trip goes through several accounts."""
    title = item.control.title.in_language(language())
    return f"{platform_name(item.platform)} · {title}" if several else title


def _row(item: Item, width: int, title: str) -> Content:
    mark, style = _MARKS.get(item.standing, _DONE)
    return row(Cell(mark, _MARK_WIDTH, style), Cell(title, width - _MARK_WIDTH))
