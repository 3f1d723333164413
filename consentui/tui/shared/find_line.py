"""A line to find a row of a list by typing: it moves the cursor and hides no row."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.events import Blur
from textual.widget import Widget
from textual.widgets import Input, OptionList

from consentui.i18n import N_, _
from consentui.text import findable
from consentui.tui.shared.fields import TextLine
from consentui.tui.shared.window import window_of


class FindLine(TextLine):
    """The line to type in; it takes all letters before the screen's keys, and keeps its changes from the screen."""

    BINDINGS = [
        Binding("enter", "open", N_("open"), id="find.open"),
        Binding("down", "move(1)", N_("next"), id="find.next"),
        Binding("up", "move(-1)", N_("previous"), show=False, id="find.previous"),
        Binding("escape", "leave", N_("back"), id="back"),
    ]
    DEFAULT_CSS = """
    FindLine.-textual-compact, FindLine.-textual-compact:focus {
        padding: 0 2;
        background: $surface;
    }
    """

    def __init__(self, rows: OptionList) -> None:
        super().__init__(placeholder=_("letters in the row"), max_length=200, compact=True)
        self._rows = rows
        self._begun_at = rows.highlighted
        """The row of the cursor at the start, or None: searches begin there, and leaving goes back to it."""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if not self.value.strip():
            self._rows.highlighted = self._begun_at
        else:
            start = self._begun_at or 0
            self._go_to((*range(start, self._rows.option_count), *range(start)))

    def action_move(self, by: int) -> None:
        """Go to the next row that contains what was typed, down (1) or up (-1), wrapping around at the ends."""
        count, at = self._rows.option_count, self._rows.highlighted or 0
        self._go_to((at + by * step) % count for step in range(1, count + 1))

    def _go_to(self, places: Iterable[int]) -> None:
        words = findable(self.value).split()
        found = next((at for at in places if self._has(at, words)), None)
        if found is None:
            window_of(self).say(_("No row matches."))
        else:
            self._rows.highlighted = found

    def _has(self, at: int, words: list[str]) -> bool:
        row = self._rows.get_option_at_index(at)
        if row.disabled:
            return False
        shown = findable(str(row.prompt))
        return all(word in shown for word in words)

    def action_open(self) -> None:
        self._rows.focus()
        self._rows.action_select()
        self.remove()

    def action_leave(self) -> None:
        self._rows.highlighted = self._begun_at
        self._rows.focus()
        self.remove()

    @on(Blur)
    def _left(self) -> None:
        """Close the line when the focus leaves it, unless another screen was opened; the found row keeps the cursor."""
        if self.screen.is_current:
            self.remove()


def find_in(rows: OptionList) -> None:
    """Open the line below a list, or below its panes if it is in one: inside them it would take width from the list."""
    above: Widget = rows
    while isinstance(above.parent, Horizontal):
        above = above.parent
    line = FindLine(rows)
    assert isinstance(above.parent, Widget)
    above.parent.mount(line, after=above)
    line.focus()
