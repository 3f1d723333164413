"""Reading CSV tables row by row, with any usual separator and encoding."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Sequence
from io import TextIOWrapper
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from consentui.imports.columns import Columns, columns_of
from consentui.imports.found import FaultKind, FileFault, FileReading, FoundAccount
from consentui.storage.reading import blocks_of

if TYPE_CHECKING:
    from _csv import Reader

SEPARATORS = ",;\t|"
_BARE_UTF16 = (("utf-16-le", 1), ("utf-16-be", 0))
"""UTF-16 without a byte-order mark, and the first of the bytes that are zero in headings of plain letters."""
MOST_FAULTS = 20
"""Reading stops after this many faults: the file is probably not what it was taken for."""
_LONGEST_HEAD = 10_000
"""The most characters read of the header line."""
_SEPARATOR_LINE = re.compile(r"\"?sep=.\"?\s*", re.IGNORECASE)
"""A first line that only tells Excel which separator follows."""


def read_table(file: BinaryIO) -> FileReading:
    """The accounts in a table; only the columns known to `columns` are read."""
    encoding = _encoding(file)
    file.seek(0)
    text = TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        line = 1
        first = text.readline(_LONGEST_HEAD)
        if _SEPARATOR_LINE.fullmatch(first):
            line = 2
            first = text.readline(_LONGEST_HEAD)
        layout = _layout(first)
        if layout is None:
            return FileReading("list", faults=(FileFault(_why_not(first), line),))
        columns, separator = layout
        return _rows(csv.reader(chain([first], text), delimiter=separator, strict=True), columns, line - 1)
    finally:
        text.detach()


def _rows(reader: Reader, columns: Columns, before: int) -> FileReading:
    """The accounts in the rows of a table that follows `before` other lines."""
    found: list[FoundAccount] = []
    faults: list[FileFault] = []
    passed = 0
    try:
        next(reader, None)
        following = before + reader.line_num + 1
        for row in reader:
            line, following = following, before + reader.line_num + 1
            if not any(row):
                continue
            faults.extend(columns.faults(row, line))
            one = columns.of(row, line)
            if one:
                found.append(one)
            else:
                passed += 1
            if len(faults) >= MOST_FAULTS:
                break
    except csv.Error:
        faults.append(FileFault("broken-row", before + reader.line_num))
    if not found and not faults:
        faults.append(FileFault("no-rows"))
    return FileReading(columns.source, tuple(found), tuple(faults), passed)


def _layout(first: str) -> tuple[Columns, str] | None:
    """The columns and the separator: the first separator that gives known headings; None if none does."""
    for separator in SEPARATORS:
        columns = columns_of(_heads(first, separator))
        if columns:
            return columns, separator
    return None


def _heads(first: str, separator: str) -> Sequence[str]:
    try:
        return next(csv.reader([first], delimiter=separator), [])
    except csv.Error:
        return []


def _why_not(first: str) -> FaultKind:
    return "no-place" if any(separator in first for separator in SEPARATORS) else "not-known"


def _encoding(file: BinaryIO) -> str:
    """UTF-16 or UTF-8 if the byte-order mark or the content shows it, else the code page of old spreadsheets."""
    file.seek(0)
    start = file.read(4)
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith(BOM_UTF8):
        return "utf-8-sig"
    if bare := next((name for name, odd in _BARE_UTF16 if start[odd::2] == b"\0\0"), None):
        return bare
    file.seek(0)
    decoder = getincrementaldecoder("utf-8")()
    try:
        for block in blocks_of(file):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
