"""A list of rows to choose from with the arrows and Enter."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding
from textual.events import Click
from textual.geometry import Size
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from consentui.i18n import N_


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
        if before is not None and before.id in self._ids:
            self.highlighted = self._ids.index(before.id)
        else:
            self.action_first()
            self._jumped_to = self.highlighted_option if before else None
        if ids and ids != self._ids:
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
