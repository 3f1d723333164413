"""A list of rows to choose from with the arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

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


class Late(Visual):
    """A row of one line that is made when it is painted: of a long list, most never are."""

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
    """An option list that shows its key, never reads its texts as markup, and opens only what the person saw."""

    BINDINGS = [Binding("enter", "select", N_("open"), id="rows.open")]

    _moved_under_the_pointer = False
    """Whether other rows have taken the place of those that were painted last."""
    _jumped_to: Option | None = None
    """The row that the cursor came to because its own went, until that is painted."""

    def __init__(self, *options: Option, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(*options, id=id, markup=False)

    def renew(self, options: Iterable[Option]) -> None:
        """Show these rows from now on: the cursor stays on its row, wherever that is now, else it is on the first.

        Enter and the mouse do nothing on a row that came to be there without the person having seen it.
        """
        before, top, ids = self.highlighted_option, self.scroll_offset.y, self._ids
        self.set_options(options)
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        now = self._ids
        if before is not None and before.id in now:
            self.highlighted = now.index(before.id)
        else:
            self.action_first()
            self._jumped_to = self.highlighted_option if before else None
        if ids and ids != now:
            self._moved_under_the_pointer = True
        self.call_after_refresh(self._painted)

    def go_to_first(self) -> None:
        """Put the cursor on the first row, where Enter does nothing until the person has seen it."""
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
        if self._moved_under_the_pointer:
            event.prevent_default()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Textual’s own, except for a width of zero, for which it would divide by zero."""
        return super().get_content_height(container, viewport, max(width, 1))
