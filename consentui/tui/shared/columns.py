"""Lines of a list, cut and padded to columns."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from textual.content import Content

_SHORTEST_CUT = 8
"""Below this width, a text cut inside would be no name any more."""


class Cell(Struct, frozen=True):
    """A text in a column of a width, in cells of the terminal."""

    text: str
    width: int
    style: str = ""
    align: Literal["left", "right"] = "left"
    cut: Literal["end", "middle"] = "end"
    """Where a text that does not fit is cut: names that begin alike are told apart by their ends."""


def row(*cells: Cell) -> Content:
    """The cells side by side; where something does not fit, an ellipsis stands."""
    return Content.assemble(*(_fitted(cell) for cell in cells if cell.width > 0))


def _fitted(cell: Cell) -> Content:
    text = _cut_inside(cell.text, cell.width) if cell.cut == "middle" else Content(cell.text)
    text = text.truncate(cell.width, ellipsis=True)
    gap = Content(" " * (cell.width - text.cell_length))
    if cell.style:
        text = text.stylize(cell.style)
    return gap + text if cell.align == "right" else text + gap


def _cut_inside(text: str, width: int) -> Content:
    """The beginning and the end of a text that is wider than this, with an ellipsis between them."""
    whole = Content(text)
    if whole.cell_length <= width or width < _SHORTEST_CUT:
        return whole
    ending = width // 2
    kept = 0
    while Content(text[-kept - 1 :]).cell_length <= ending - 1:
        kept += 1
    beginning = whole.truncate(width - Content(text[-kept:]).cell_length, ellipsis=True)
    return beginning + Content(text[-kept:])


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
