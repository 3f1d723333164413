"""The line at the top of every screen: where one is on the left, how far on the right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class TopLine(Static):
    """Two texts on one line, the right one giving way last."""

    left: reactive[str] = reactive("", layout=False)
    right: reactive[str] = reactive("", layout=False)

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self.set_reactive(TopLine.left, left)
        self.set_reactive(TopLine.right, right)

    def render(self) -> Content:
        width = max(self.content_size.width, 1)
        right = Content(self.right).truncate(width, ellipsis=True)
        left = Content(self.left).truncate(max(width - right.cell_length - 2, 0), ellipsis=True)
        gap = Content(" " * max(width - left.cell_length - right.cell_length, 0))
        return left.stylize("bold $accent") + gap + right.stylize("$muted")
