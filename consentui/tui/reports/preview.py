"""Draw a report as it will look: headings, lists and tables in lines of a width, without the markup of any format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import assert_never

from textual.content import Content

from consentui.i18n import _
from consentui.report.document import (
    Block,
    Chart,
    Document,
    Heading,
    Paragraph,
    Particulars,
    Point,
    Points,
    Table,
    Verbatim,
)
from consentui.text import wrapped
from consentui.tui.shared.columns import Cell, bar, row

PREVIEW_LINES = 1000
"""How many lines the preview shows at most; whoever reads more would rather open the file."""
_TITLE, _PART, _AROUND = "bold $accent", "bold", "$muted"
_HEADINGS = {2: _TITLE, 3: _PART}
"""The styles of headings by their level."""
_BETWEEN = 2
"""The terminal columns between two columns of a table."""


def as_it_will_look(document: Document, width: int, files: Iterable[str] = ()) -> Content:
    """Return the document below the names of the files that come with it, cut to `PREVIEW_LINES`."""
    return beginning(chain((Content(f"· {name}") for name in files), _lines(document, width)))


def beginning(lines: Iterable[Content]) -> Content:
    """Return the first `PREVIEW_LINES` lines, and say if there are more."""
    shown = list(islice(lines, PREVIEW_LINES + 1))
    if len(shown) > PREVIEW_LINES:
        shown[-1] = Content(_("… and more lines in the file.")).stylize(_AROUND)
    return Content("\n").join(shown)


def _lines(document: Document, width: int) -> Iterator[Content]:
    yield from _styled(document.title, width, _TITLE)
    if document.confidential:
        yield from _styled(document.confidential, width, _PART)
    for block in document.blocks:
        yield Content("")
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[Content]:
    match block:
        case Heading(text=text, level=level):
            yield from _styled(text, width, _HEADINGS[level])
        case Paragraph(text=text):
            yield from _styled(text, width)
        case Particulars(rows=rows):
            for name, value in rows:
                yield from _hanging("", f"{name}{_(':')}", value, width)
        case Points(points=points, to_tick=to_tick):
            for point in points:
                yield from _point(point, "☐ " if to_tick else "· ", width)
        case Table():
            yield from _table(block, width)
        case Verbatim(text=text):
            yield from (Content(f"  {line}") for line in wrapped(text, width - 2).split("\n"))
        case Chart():
            yield from _chart(block, width)
        case _:
            assert_never(block)


def _chart(chart: Chart, width: int) -> Iterator[Content]:
    yield from _styled(chart.title, width, _PART)
    names = max((Content(one.name).cell_length for one in chart.bars), default=0) + _BETWEEN
    for one in chart.bars:
        drawn = bar(one.done, one.whole)
        yield row(Cell(one.name, names), Cell(drawn, len(drawn) + _BETWEEN), Cell(one.words, width))


def _point(point: Point, mark: str, width: int) -> Iterator[Content]:
    yield from _hanging(mark, f"{point.title}{_(':')}" if point.text else point.title, point.text, width)
    for detail in point.details:
        yield from _hanging("  – ", "", detail, width)
    if point.link:
        yield from _hanging("  – ", "", point.link, width)


def _hanging(mark: str, name: str, text: str, width: int) -> Iterator[Content]:
    """Yield a mark, a name in bold and a text as one paragraph, indented by the width of the mark from line two on."""
    words = " ".join(filter(None, (" ".join(name.split()), " ".join(text.split()))))
    lines = wrapped(words, width - len(mark)).split("\n")
    bold = len(" ".join(name.split())) if text else 0
    for number, line in enumerate(lines):
        begin = Content(mark if number == 0 else " " * len(mark))
        yield begin + Content(line).stylize(_PART, 0, min(bold, len(line)))
        bold = max(bold - len(line) - 1, 0)


def _styled(text: str, width: int, style: str = "") -> Iterator[Content]:
    for line in wrapped(text, width).split("\n"):
        yield Content(line).stylize(style) if style else Content(line)


def _table(table: Table, width: int) -> Iterator[Content]:
    """Yield a table with columns as wide as their cells; if it is too wide, make each row a short list."""
    rows = (table.columns, *table.rows)
    widths = [max(Content(one[at]).cell_length for one in rows) for at in range(len(table.columns))]
    if sum(widths) + _BETWEEN * (len(widths) - 1) > width:
        yield from _rows_apart(table, width)
        return
    for number, cells in enumerate(rows):
        style = _PART if number == 0 else ""
        yield row(*_padded(cells, widths, table, style))


def _padded(cells: tuple[str, ...], widths: list[int], table: Table, style: str) -> Iterator[Cell]:
    for at, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
        yield Cell(cell, wide, style, align="right" if at in table.numbers else "left")
        yield Cell("", _BETWEEN if at < len(widths) - 1 else 0)


def _rows_apart(table: Table, width: int) -> Iterator[Content]:
    for cells in table.rows:
        yield from _styled(cells[0], width, _PART)
        for name, cell in zip(table.columns[1:], cells[1:], strict=True):
            if cell:
                yield from _hanging("  ", f"{name}{_(':')}", cell, width)
