"""The line at the top of every screen: the place on the left, the progress on the right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class TopLine(Static):
    """Two texts on one line; if there is too little room, the left one is cut first."""

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
