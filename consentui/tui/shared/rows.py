"""A list of rows to choose from with the arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import islice

from textual.binding import Binding
from textual.content import Content
from textual.css.styles import RulesMap
from textual.events import Click
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from consentui.i18n import N_

AT_ONCE = 1000
"""How many rows are added at a time, so that keys are answered in between; few lists are longer."""


class LazyRow(Visual):
    """A row of one line whose text is made only when it is painted: most rows of a long list never are."""

    def __init__(self, make: Callable[[], Content]) -> None:
        self._make = make

    @cached_property
    def content(self) -> Content:
        return self._make()

    def __str__(self) -> str:
        return self.content.plain

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self.content.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return self.content.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 -- Textual's signature
        return 1


class Rows(OptionList):
    """An option list that shows its keys, never reads texts as markup, and opens only rows that the person has seen."""

    BINDINGS = [
        Binding("enter", "select", N_("open"), id="rows.open"),
        Binding("ctrl+f,f3", "find", N_("find a row by typing"), show=False, id="rows.find"),
    ]

    _moved_under_the_pointer = False
    """Whether rows have changed places since they were last painted."""
    _jumped_to: Option | None = None
    """The row that the cursor was moved to without the person moving it, until it is painted; then None."""

    _has_cursor = False
    _to_come: Iterator[Option] = iter(())
    """The rows of a long list still to be added; adding all of them at once would delay the keys."""

    def __init__(self, *options: Option, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(*options[:AT_ONCE], id=id, markup=False)
        self._to_come = iter(options[AT_ONCE:])

    def on_mount(self) -> None:
        self.call_after_refresh(self._add_more)

    def renew(self, options: Iterable[Option]) -> None:
        """Replace the rows; the cursor stays on its row, wherever that is now, or goes to the first if it is gone.

        Until the new rows are painted, Enter and the mouse do nothing on a row that the person has not seen there.
        """
        before, top, ids = self.highlighted_option, self.scroll_offset.y, self._ids
        self._to_come = iter(options)
        self.set_options(self._as_far_as(before, top))
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        now = self._ids
        if before is not None and before.id in now:
            self.highlighted = now.index(before.id)
        else:
            self.action_first()
            self._jumped_to = self.highlighted_option if before else None
        if ids and ids[: len(now)] != now[: len(ids)]:
            self._moved_under_the_pointer = True
        self.call_after_refresh(self._painted)
        self.call_after_refresh(self._add_more)

    def _as_far_as(self, wanted: Option | None, top: int) -> list[Option]:
        """Take the rows needed at once: the first ones, those in sight, and all up to the row of the cursor."""
        found = list(islice(self._to_come, max(AT_ONCE, top + self.size.height)))
        if wanted is not None and wanted.id is not None and wanted.id not in {one.id for one in found}:
            rest = list(self._to_come)
            at = next((place for place, one in enumerate(rest, 1) if one.id == wanted.id), 0)
            found, self._to_come = [*found, *rest[:at]], iter(rest[at:])
        return found

    def _add_more(self) -> None:
        if more := list(islice(self._to_come, AT_ONCE)):
            self.add_options(more)
            self.call_after_refresh(self._add_more)

    def go_to_first(self) -> None:
        """Move the cursor to the first row; Enter does nothing there until it has been painted."""
        self.action_first()
        self._jumped_to = self.highlighted_option

    @property
    def _ids(self) -> list[str | None]:
        return [option.id for option in self.options]

    def _painted(self) -> None:
        self._moved_under_the_pointer, self._jumped_to = False, None

    def action_select(self) -> None:
        if self._jumped_to is None or self.highlighted_option is not self._jumped_to:
            super().action_select()

    async def _on_click(self, event: Click) -> None:
        """Move the cursor to the clicked row, or open the row if the cursor is on it: a double click opens any row."""
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if clicked is None or self._moved_under_the_pointer or self.get_option_at_index(clicked).disabled:
            return
        if clicked == self.highlighted:
            self.action_select()
        else:
            self.highlighted = clicked

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        """Disable Enter without a row under the cursor, and finding in an empty list."""
        if action == "select":
            return self.highlighted is not None
        return action != "find" or self.option_count > 0

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Show or hide the keys that act on a row when the list gets or loses a cursor."""
        super().watch_highlighted(highlighted)
        if (highlighted is not None) != self._has_cursor:
            self._has_cursor = highlighted is not None
            self.refresh_bindings()

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Return Textual's own style, reversed for the chosen row where there are no colours to tell it by."""
        style = super().get_visual_style(*component_classes, partial=partial)
        is_chosen = "option-list--option-highlighted" in component_classes
        return style + Style(reverse=True) if is_chosen and self.app.no_color and self.has_focus else style

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: FBT001, FBT002 -- Textual's signature
        """Scroll to the cursor, and to the headings above the first row or the notes below the last if they fit.

        The cursor cannot go to them, so that nothing else brings them into sight.
        """
        super().scroll_to_highlight(top)
        at = self.highlighted
        if at is None or not self.is_mounted or at not in self._index_to_line:
            return
        begin, height = self._index_to_line[at], self.scrollable_content_region.height
        end = begin + self._heights[at]
        if end <= height and all(one.disabled for one in self.options[:at]):
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        elif begin >= (last := self.virtual_size.height - height) and all(
            one.disabled for one in self.options[at + 1 :]
        ):
            self.scroll_to(y=last, animate=False, force=True, immediate=True)

    def action_page_up(self) -> None:
        """Go up by a page, to the first row if there are only headings that far up: Textual would lose the cursor."""
        super().action_page_up()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            self.action_first()

    def action_page_down(self) -> None:
        """Go down by a page, to the last row if there are only notes that far down."""
        super().action_page_down()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            self.action_last()

    def action_find(self) -> None:
        """Open the line that finds a row by typing what it shows."""
        from consentui.tui.shared.find_line import find_in

        find_in(self)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return Textual's own height, but never ask for a width of zero, by which Textual would divide."""
        return super().get_content_height(container, viewport, max(width, 1))
