"""A sheet with several fields to type in."""

from __future__ import annotations

from typing import Generic

from textual import on
from textual.widgets import Input

from consentui.tui.shared.area import Area
from consentui.tui.shared.next_line import go_to_next_line
from consentui.tui.shared.screens import Answer
from consentui.tui.shared.sheet import Sheet


class LinesSheet(Sheet[Answer], Generic[Answer]):
    """A sheet on which Enter goes from each field to the one below it, and saves from the last."""

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        go_to_next_line(event.input, self.action_save)

    @on(Area.Submitted)
    def _area_left(self, event: Area.Submitted) -> None:
        go_to_next_line(event.area, self.action_save)

    def action_save(self) -> None:
        """Save what was typed; for subclasses."""
