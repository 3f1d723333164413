"""Lines of a list whose texts are cut and padded to columns."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from textual.content import Content

_SHORTEST_CUT = 8
"""The narrowest column, in cells, in which a text is cut in the middle; in less, a name would be unrecognisable."""


class Cell(Struct, frozen=True):
    """A text in a column; its width is in terminal cells."""

    text: str
    width: int
    style: str = ""
    align: Literal["left", "right"] = "left"
    cut: Literal["end", "middle"] = "end"
    """Where to cut a text that does not fit; "middle" is for names that begin alike and differ at their ends."""


def row(*cells: Cell) -> Content:
    """Return the cells side by side; a text that does not fit is cut with an ellipsis."""
    return Content.assemble(*(_fitted(cell) for cell in cells if cell.width > 0))


def _fitted(cell: Cell) -> Content:
    text = cut_inside(cell.text, cell.width) if cell.cut == "middle" else Content(cell.text)
    text = text.truncate(cell.width, ellipsis=True)
    gap = Content(" " * (cell.width - text.cell_length))
    if cell.style:
        text = text.stylize(cell.style)
    return gap + text if cell.align == "right" else text + gap


def cut_inside(text: str, width: int) -> Content:
    """Return the text with an ellipsis in place of its middle if it is wider than `width` cells."""
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
    """Return the heading of a part of a list."""
    return Content(text.upper()).stylize("bold $muted")


def bar(done: int, of: int, width: int = 10) -> str:
    """Return progress as blocks, such as ███████░░░: at least one for any progress, all of them only at the end."""
    if of == 0:
        return "░" * width
    blocks = done * width // of
    if done > 0 and blocks == 0:
        blocks = 1
    return "█" * blocks + "░" * (width - blocks)
