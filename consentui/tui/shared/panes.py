"""Two panes where the window has room for them: a list, and the page of the row that the cursor is on.

Below 100 columns the one that matters has the window for itself. What the keys do does not depend on it.
"""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static

from consentui.i18n import N_
from consentui.tui.shared.rows import Rows

TWO_FROM = 100
"""From so many columns on, there are two panes."""
READING_WIDTH = 84
"""No line that is read is longer: the eye finds the next one."""
FRAME = 4
"""What the margins of a page and its scroll bar take."""
_RULE = 1
"""Between the two."""
_SHORTEST_LINE = 20


def page_width(window: int, least_list: int) -> int:
    """How wide a page is beside a list that wants so many columns; it has a narrow window for itself."""
    return window if window < TWO_FROM else min(READING_WIDTH + FRAME, window - _RULE - least_list)


def list_width(window: int, least_list: int) -> int:
    """How wide a list that wants so many columns is beside a page; it has a narrow window for itself."""
    return window if window < TWO_FROM else window - _RULE - page_width(window, least_list)


def text_width(page: int) -> int:
    """How long the lines of a page are."""
    return max(min(page - FRAME, READING_WIDTH), _SHORTEST_LINE)


class Panes(Horizontal):
    """A list and a page; the one of class `aside` is there from 100 columns on."""

    def __init__(self, *children: Widget, least_list: int) -> None:
        """`least_list` is how many columns the list wants."""
        super().__init__(*children)
        self.least_list = least_list

    def on_mount(self) -> None:
        self._fit(self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        self._fit(event.size.width)

    @property
    def are_two(self) -> bool:
        """Whether both panes are seen."""
        return self.app.size.width >= TWO_FROM

    def _fit(self, window: int) -> None:
        two = window >= TWO_FROM
        for pane in self.children:
            if pane.has_class("page"):
                pane.styles.width = page_width(window, self.least_list) + _RULE if two else "1fr"
                pane.set_class(not two, "-alone")
            if pane.has_class("aside"):
                self._hand_on_focus(pane, is_there=two)
                pane.display = two

    def _hand_on_focus(self, aside: Widget, *, is_there: bool) -> None:
        """Who read in a pane that goes comes to the one that stays."""
        held = self.screen.focused
        if is_there or held is None or aside not in held.ancestors_with_self:
            return
        if staying := [one for one in self.screen.focus_chain if aside not in one.ancestors_with_self]:
            staying[0].focus()


class Page(VerticalScroll):
    """What is read beside a list; the arrows scroll it once it has the focus, and Enter opens what the list opens."""

    BINDINGS = [Binding("enter", "open", N_("open"), id="page.open")]

    def __init__(self) -> None:
        super().__init__(classes="page aside")

    def compose(self) -> ComposeResult:
        yield Static(markup=False)

    def show(self, text: Content) -> None:
        self.query_one(Static).update(text)

    def action_open(self) -> None:
        self.screen.query_one(Rows).action_select()


class Beside(Panes):
    """Rows, and what the one under the cursor is about."""

    def __init__(self, rows: Rows, draw: Callable[[str, int], Content], *, least_list: int) -> None:
        """`draw` gives the page of the row of an id, in lines of a width."""
        rows.add_class("list")
        super().__init__(rows, Page(), least_list=least_list)
        self._draw = draw
        self._shown: tuple[str, int] | None = None

    def renew(self) -> None:
        """Draw the page anew: what it shows has changed."""
        self._shown = None
        self._show()

    def on_resize(self, event: Resize) -> None:
        super().on_resize(event)
        self._show()

    @on(OptionList.OptionHighlighted)
    def _show(self) -> None:
        if not self.are_two:
            return
        row = self.query_one(Rows).highlighted_option
        width = text_width(page_width(self.app.size.width, self.least_list))
        wanted = (row.id or "" if row else "", width)
        if wanted == self._shown:
            return
        page = self.query_one(Page)
        if self._shown and self._shown[0] != wanted[0]:
            page.scroll_home(animate=False)
        self._shown = wanted
        page.show(self._draw(*wanted))
