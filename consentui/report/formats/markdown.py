"""A document as Markdown (CommonMark, with GitHub's tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from consentui.i18n import _, speaking
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

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
"""Characters that have a meaning anywhere in a line."""
_BEGINS_A_BLOCK = re.compile(r"^(\d*)([-+=.)])")
"""What begins a list or a rule at the start of a line, as German dates would: `3. Oktober`."""


def render(document: Document) -> str:
    """The whole document, ending with a newline."""
    with speaking(document.language):
        return "\n".join(_lines(document)) + "\n"


def inert(text: str) -> str:
    """A text of others or of the person's own, on one line in which nothing is taken for Markdown or HTML."""
    return _BEGINS_A_BLOCK.sub(r"\1\\\2", within(text))


def within(text: str) -> str:
    """As `inert`, for a text that follows others on its line, where it cannot begin a list."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _lines(document: Document) -> Iterator[str]:
    yield f"# {inert(document.title)}"
    if document.confidential:
        yield ""
        yield f"**{inert(document.confidential)}**"
    for block in document.blocks:
        yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"{'#' * level} {inert(text)}"
        case Paragraph(text=text):
            yield "  \n".join(map(inert, text.splitlines()))
        case Particulars(rows=rows):
            yield from (f"- {inert(name)}{_(':')} {within(value)}" for name, value in rows)
        case Points(points=points, to_tick=to_tick):
            for point in points:
                yield from _point(point, "- [ ] " if to_tick else "- ")
        case Table():
            yield from _table(block)
        case Verbatim(text=text):
            yield from _verbatim(text)
        case Chart(title=title, bars=bars):
            yield f"{inert(title)}{_(':')}"
            yield ""
            yield from (f"- {inert(bar.name)}{_(':')} {within(bar.words)}" for bar in bars)
        case _:
            assert_never(block)


def _point(point: Point, mark: str) -> Iterator[str]:
    yield (
        f"{mark}**{within(point.title)}**{_(':')} {within(point.text)}" if point.text else f"{mark}{inert(point.title)}"
    )
    yield from (f"  - {inert(detail)}" for detail in point.details)
    if point.link:
        yield f"  - <{point.link}>"


def _table(table: Table) -> Iterator[str]:
    yield _row(table.columns)
    yield _row("---:" if number in table.numbers else "---" for number in range(len(table.columns)))
    yield from (_row(within(cell) for cell in row) for row in table.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _verbatim(text: str) -> Iterator[str]:
    """The lines of a text as a code block, with a fence longer than any run of backticks in it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(longest + 1, 3)
    yield fence
    yield text.removesuffix("\n")
    yield fence
