"""Lines of a list, cut and padded to columns."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from textual.content import Content


class Cell(Struct, frozen=True):
    """A text in a column of a width, in cells of the terminal."""

    text: str
    width: int
    style: str = ""
    align: Literal["left", "right"] = "left"


def row(*cells: Cell) -> Content:
    """The cells side by side; what does not fit ends with an ellipsis."""
    return Content.assemble(*(_fitted(cell) for cell in cells if cell.width > 0))


def _fitted(cell: Cell) -> Content:
    text = Content(cell.text).truncate(cell.width, ellipsis=True)
    gap = Content(" " * (cell.width - text.cell_length))
    if cell.style:
        text = text.stylize(cell.style)
    return gap + text if cell.align == "right" else text + gap


def heading(text: str) -> Content:
    """The heading of a part of a list."""
    return Content(text.upper()).stylize("bold $muted")


def bar(done: int, of: int, width: int = 10) -> str:
    """Progress as blocks: ███████░░░. Some progress shows at least one block, and only all of it shows all."""
    if of == 0:
        return "░" * width
    blocks = done * width // of
    if done > 0 and blocks == 0:
        blocks = 1
    return "█" * blocks + "░" * (width - blocks)
