"""A report as a document to read, before it is Markdown, HTML or PDF: its blocks, without any markup.

Texts are kept as they were written, by us or by others; each format makes them inert in its own way.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from consentui.i18n import Language


class Heading(Struct, frozen=True, tag="heading"):
    """The title of what follows: level 2 for a part of the document, 3 for a part of that."""

    text: str
    level: Literal[2, 3] = 2


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """A few sentences on their own; line breaks in them are kept."""

    text: str


class Particulars(Struct, frozen=True, tag="facts"):
    """Names with their values, such as From, Sent and To."""

    rows: tuple[tuple[str, str], ...]


class Point(Struct, frozen=True):
    """An item of a list: its title, what is said of it, and the details below it."""

    title: str
    text: str = ""
    details: tuple[str, ...] = ()
    link: str = ""
    """An https address, shown in full and made clickable; empty if there is none."""


class Points(Struct, frozen=True, tag="points"):
    """A list; one to tick off has an empty box before each point."""

    points: tuple[Point, ...]
    to_tick: bool = False


class Table(Struct, frozen=True, tag="table"):
    """Rows under columns; the first cell of a row says what the row is about."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    """The columns, counted from 0, that hold numbers."""


class Verbatim(Struct, frozen=True, tag="verbatim"):
    """A text shown letter for letter, line for line."""

    text: str


class Bar(Struct, frozen=True):
    """One row of a chart: a part of a whole."""

    name: str
    done: int
    whole: int
    words: str
    """The same in words, such as `7 of 10`."""


class Chart(Struct, frozen=True, tag="chart"):
    """A bar chart; a format that cannot draw the bars writes their words."""

    title: str
    bars: tuple[Bar, ...]


Block = Heading | Paragraph | Particulars | Points | Table | Verbatim | Chart
"""Any block of a document."""


class Document(Struct, frozen=True):
    """A whole document, in one language."""

    title: str
    language: Language
    as_of: date
    blocks: tuple[Block, ...]
    confidential: str = ""
    """A notice of confidentiality, shown at the head of every page; empty if none is needed."""
