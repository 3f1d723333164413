"""Two panes in windows with room for them: a list, and a page about the row under the cursor.

Below 100 columns only the main pane is shown. The keys do the same either way.
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

TWO_PANES_FROM = 100
"""The narrowest window, in columns, that shows two panes."""
READING_WIDTH = 84
"""The longest line of a page, in columns; in longer ones the eye loses its place."""
FRAME = 4
"""The columns taken by the margins and the scroll bar of a page."""
LEAST_PAGE = 47
"""The narrowest page that can be read beside a list."""
_RULE = 1
"""The columns taken by the rule between the panes."""
_SHORTEST_LINE = 20


def page_width(window: int, wanted_list: int) -> int:
    """Return how wide a page is beside a list that has use for `wanted_list` columns; a narrow window is all page.

    The list gets them before the page gets more than `LEAST_PAGE`; beyond a page's reading width, it gets the rest.
    """
    if window < TWO_PANES_FROM:
        return window
    return max(LEAST_PAGE, min(READING_WIDTH + FRAME, window - _RULE - wanted_list))


def list_width(window: int, wanted_list: int) -> int:
    """Return how wide a list that has use for `wanted_list` columns is beside a page; a narrow window is all list."""
    return window if window < TWO_PANES_FROM else window - _RULE - page_width(window, wanted_list)


def text_width(page: int) -> int:
    """Return how long the lines of a page of this width are."""
    return max(min(page - FRAME, READING_WIDTH), _SHORTEST_LINE)


class Panes(Horizontal):
    """A list and a page side by side; the one with the class `aside` is shown from 100 columns on."""

    def __init__(self, *children: Widget, wanted_list: int) -> None:
        """`wanted_list` is how many columns the list has use for."""
        super().__init__(*children)
        self.wanted_list = wanted_list

    def on_mount(self) -> None:
        self._fit(self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        self._fit(event.size.width)

    @property
    def are_two(self) -> bool:
        """Whether both panes are shown."""
        return self.app.size.width >= TWO_PANES_FROM

    def _fit(self, window: int) -> None:
        two = window >= TWO_PANES_FROM
        for pane in self.children:
            if pane.has_class("page"):
                pane.styles.width = page_width(window, self.wanted_list) + _RULE if two else "1fr"
                pane.set_class(not two, "-alone")
            if pane.has_class("aside"):
                self._hand_on_focus(pane, is_there=two)
                pane.display = two

    def _hand_on_focus(self, aside: Widget, *, is_there: bool) -> None:
        """Move the focus to the pane that stays if it is in the one that gets hidden."""
        held = self.screen.focused
        if is_there or held is None or aside not in held.ancestors_with_self:
            return
        if staying := [one for one in self.screen.focus_chain if aside not in one.ancestors_with_self]:
            staying[0].focus()


class Page(VerticalScroll):
    """A page to read beside a list; with the focus, the arrows scroll it and Enter opens the row of the list."""

    BINDINGS = [Binding("enter", "open", N_("open"), id="page.open")]

    def __init__(self) -> None:
        super().__init__(classes="page aside")

    def compose(self) -> ComposeResult:
        yield Static(markup=False)

    def show(self, text: Content) -> None:
        self.query_one(Static).update(text)

    def action_open(self) -> None:
        self.screen.query_one(Rows).action_select()


class RowsAndPage(Panes):
    """Rows, and a page about the one under the cursor."""

    def __init__(self, rows: Rows, draw: Callable[[str, int], Content], *, wanted_list: int) -> None:
        """`draw` returns the page about the row of an id, in lines of a width; the id is empty if no row is chosen."""
        rows.add_class("list")
        super().__init__(rows, Page(), wanted_list=wanted_list)
        self._draw = draw
        self._shown: tuple[str, int] | None = None

    def renew(self) -> None:
        """Redraw the page because what it shows has changed."""
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
        width = text_width(page_width(self.app.size.width, self.wanted_list))
        wanted = (row.id or "" if row else "", width)
        if wanted == self._shown:
            return
        page = self.query_one(Page)
        if self._shown and self._shown[0] != wanted[0]:
            page.scroll_home(animate=False)
        self._shown = wanted
        page.show(self._draw(*wanted))
