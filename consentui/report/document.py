"""A report as something to read, before it is Markdown, HTML or PDF: what stands where, without a mark.

Texts stand here as they were written, by us or by others; each format makes them inert in its own way.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from consentui.i18n import Language


class Heading(Struct, frozen=True, tag="heading"):
    """The title of what follows; level 2 for a part of the document, 3 for a part of that."""

    text: str
    level: Literal[2, 3] = 2


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """A few sentences on their own; a line break in them is kept."""

    text: str


class Particulars(Struct, frozen=True, tag="facts"):
    """Names and what each of them is: From, Sent, To."""

    rows: tuple[tuple[str, str], ...]


class Point(Struct, frozen=True):
    """One of several things: what it is called, what is said of it, and the details below it."""

    title: str
    text: str = ""
    details: tuple[str, ...] = ()
    link: str = ""
    """An https address, shown as it is and open to a click."""


class Points(Struct, frozen=True, tag="points"):
    """A list; one to tick has an empty box before each point."""

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
    """One row of a chart: how much of a whole."""

    name: str
    done: int
    whole: int
    words: str
    """The same in words: `7 of 10`."""


class Chart(Struct, frozen=True, tag="chart"):
    """Bars to look at; a format that cannot draw them writes their words."""

    title: str
    bars: tuple[Bar, ...]


Block = Heading | Paragraph | Particulars | Points | Table | Verbatim | Chart
"""Anything that stands in a document."""


class Document(Struct, frozen=True):
    """The whole, in one language."""

    title: str
    language: Language
    as_of: date
    blocks: tuple[Block, ...]
    confidential: str = ""
    """Whom it is for, where it should not go further; it stands at the head of every page."""
