"""Reading CSV tables row by row, with any usual separator and encoding."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from consentui.imports.columns import Columns, columns_of
from consentui.imports.found import FaultKind, FileFault, FileReading, FoundAccount
from consentui.storage.reading import blocks_of

if TYPE_CHECKING:
    from _csv import Reader

SEPARATORS = ",;\t|"
MOST_FAULTS = 20
"""Reading stops after this many faults: the file is probably not what it was taken for."""
_LONGEST_HEAD = 10_000
"""The most characters read of the header line."""


def read_table(file: BinaryIO) -> FileReading:
    """The accounts in a table; only the columns known to `columns` are read."""
    encoding = _encoding(file)
    file.seek(0)
    text = TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        first = text.readline(_LONGEST_HEAD)
        layout = _layout(first)
        if layout is None:
            return FileReading("list", faults=(FileFault(_why_not(first), 1),))
        columns, separator = layout
        text.seek(0)
        return _rows(csv.reader(text, delimiter=separator, strict=True), columns)
    finally:
        text.detach()


def _rows(reader: Reader, columns: Columns) -> FileReading:
    found: list[FoundAccount] = []
    faults: list[FileFault] = []
    passed = 0
    try:
        next(reader, None)
        following = reader.line_num + 1
        for row in reader:
            line, following = following, reader.line_num + 1
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
        faults.append(FileFault("broken-row", reader.line_num))
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
    start = file.read(3)
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith(BOM_UTF8):
        return "utf-8-sig"
    file.seek(0)
    decoder = getincrementaldecoder("utf-8")()
    try:
        for block in blocks_of(file):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
