"""Rows for spreadsheets: comma-separated values (RFC 4180, text/csv), in UTF-8 with a byte-order mark for Excel.

Spreadsheets in languages with a decimal comma expect semicolons between cells, so French and German tables have them.

A text that a spreadsheet would take for a formula is made inert with an apostrophe, the spreadsheets' own mark of a
text (OWASP, "CSV injection"); so is one that it would take for a number or a date, and round or rewrite. A text that
begins with an apostrophe gets another, so that the mark can be taken off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from consentui.i18n import Language
from consentui.text import clean

Cell = str | int | bool | date | None
"""A text, a number, yes or no (`true`, `false`), a day (ISO 8601), or nothing."""

Separator = Literal["comma", "semicolon", "tab"]
_SEPARATORS: dict[Separator, str] = {"comma": ",", "semicolon": ";", "tab": "\t"}
_EXPECTED: dict[Language, Separator] = {"en": "comma", "fr": "semicolon", "de": "semicolon"}

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = "[-=+@\u2212＝＋－＠﹦﹢﹣﹫]"
"""What a formula begins with, including the full-width and small forms that some programs treat alike."""
_UNSEEN = "[\\s'\"\xad\u180e\u200b-\u200d\u2060]*"
"""Blanks, quotes and invisible characters, which some programs skip."""
_TAKEN_FOR_A_FORMULA = re.compile(rf"^(?=['\t\n])|(^|[,;\t\n])(?={_UNSEEN}{_FORMULA})")
"""At the start of a cell, and after what begins one in a spreadsheet that expects another separator."""

_TAKEN_FOR_A_VALUE = re.compile(r"[\s.,$£€]*\d[\d\s.,:/eE+%$£€-]*|true|false|vrai|faux|wahr|falsch", re.IGNORECASE)
"""Numbers, times, dates, truth values: spreadsheets drop a leading zero, zero a 16th digit, make `1e5` 100000."""

_HARMLESS = re.compile(r"[A-Za-z0-9À-ÿ](?:[A-Za-z0-9À-ÿ .:()/_\u2019-]|,(?! *-))*")
"""Texts that are certainly harmless, as most cells are; this takes a tenth of the time of the full check."""


def separator_in(language: Language) -> Separator:
    """The separator that spreadsheets in a language expect between cells."""
    return _EXPECTED[language]


def render(columns: Sequence[str], rows: Iterable[Sequence[Cell]], separator: Separator = "comma") -> str:
    """The table as CSV, with a first line of column names; raises ValueError for a row of another length."""
    out = io.StringIO(newline="")
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, delimiter=_SEPARATORS[separator], lineterminator="\r\n")
    writer.writerow(map(_written, columns))
    for row in rows:
        writer.writerow(_written(cell) for _name, cell in zip(columns, row, strict=True))
    return out.getvalue()


def inert(text: str) -> str:
    """A text of others or of the person's own, made so that no spreadsheet takes it for a formula, number or date."""
    if _TAKEN_FOR_A_VALUE.fullmatch(text):
        return f"'{clean(text)}"
    return text if _HARMLESS.fullmatch(text) else _TAKEN_FOR_A_FORMULA.sub(r"\1'", clean(text))


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return inert(cell)
        case bool():
            return "true" if cell else "false"
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
