"""A walk limited to a few minutes: the best things to do in them over all accounts, and what was gained."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from consentui.checklist.items import Item
from consentui.checklist.minutes import best_within, gained
from consentui.checklist.order import in_order
from consentui.i18n import _
from consentui.text import wrapped_under
from consentui.tui.shared.key_bar import KeyBar
from consentui.tui.shared.panes import text_width
from consentui.tui.shared.rows import Rows
from consentui.tui.shared.screens import SessionScreen
from consentui.tui.shared.top_line import TopLine
from consentui.tui.shared.window import Window
from consentui.tui.walk import trip
from consentui.tui.walk.walk import Walk
from consentui.words.items import nothing_to_do
from consentui.words.minutes import gain_lines, head_words, nothing_fits

MINUTES = 10
"""How long such a walk is by default."""


def open_minutes(app: Window, minutes: int = MINUTES) -> None:
    """Open a walk of so many minutes, or say why there is none."""
    items = app.session.checklist.all_items()
    best = best_within(items, minutes)
    if best:
        app.push_screen(MinutesWalk(best, items, minutes))
    elif left := in_order(items):
        app.say(nothing_fits(left, minutes))
    else:
        app.say(nothing_to_do(is_begun=bool(app.session.accounts)))


class MinutesWalk(Walk):
    """A walk through the cards of several accounts, best first; it ends on a page that shows what was gained."""

    def __init__(self, best: Sequence[Item], before: Sequence[Item], minutes: int) -> None:
        """`best` are the items to go through; `before` are all items as they stand when the walk begins."""
        super().__init__(best[0].account.id, best[0].control.id)
        self._trip = trip.along(best)
        self._before = before
        self._minutes = minutes

    def begin(self) -> None:
        self._arrive()

    @property
    def _items(self) -> tuple[Item, ...]:
        stops = set(self._trip.order)
        on = {stop.account for stop in stops}
        accounts = (account for account in self.session.accounts if account.id in on)
        items = (item for account in accounts for item in self.session.checklist.items(account))
        return tuple(item for item in items if trip.stop_of(item) in stops)

    def _moved_to(self, control: str) -> trip.Trip:
        moved = trip.moved_to(self._trip, control)
        there = {item.control.id for item in self._items_here}
        is_new = moved.control != control and control in there
        return trip.by_way_of(self._trip, control) if is_new else moved

    def _finish(self, saved: str) -> None:  # noqa: ARG002 -- the page says what was saved
        self._go_back()

    def _go_back(self) -> None:
        """Leave by way of the page of what was gained, if anything was."""
        if gained(self._before, self.session.checklist.all_items()).is_nothing:
            super()._go_back()
        else:
            self.app.switch_screen(Done(self._before, self._minutes))


class Done(SessionScreen):
    """The page after such a walk: what was gained, and how all accounts stand now."""

    CSS_PATH = "minutes.tcss"

    def __init__(self, before: Sequence[Item], minutes: int) -> None:
        super().__init__()
        self._before = before
        self._minutes = minutes

    def compose(self) -> ComposeResult:
        yield TopLine()
        with VerticalScroll(id="gained"):
            yield Static(id="gain", markup=False)
        yield Rows(
            Option(Content(_("Back")), id="back"),
            Option(Content(_("{minutes} more minutes").format(minutes=self._minutes)), id="more"),
            id="then",
        )
        yield KeyBar()

    def begin(self) -> None:
        self.show_session()
        self.query_one(Rows).focus()

    def show_session(self) -> None:
        everything = self.session.checklist.all_items()
        gain = gained(self._before, everything)
        self.query_one(TopLine).left = head_words(gain)
        width = text_width(self.size.width)
        lines = (wrapped_under(line, width) for line in gain_lines(gain, everything))
        self.query_one("#gain", Static).update(Content("\n".join(lines)))

    def fit(self) -> None:
        self.show_session()

    @on(Rows.OptionSelected)
    def _chosen(self, event: Rows.OptionSelected) -> None:
        self.action_back()
        if event.option.id == "more":
            open_minutes(self.window, self._minutes)
