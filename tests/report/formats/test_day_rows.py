"""The report of the day as rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from consentui.report.formats import csv
from consentui.report.formats.csv import Cell
from consentui.report.formats.day_rows import columns, rows
from consentui.report.kinds.accounts import Report
from tests.builders import a_control, a_platform, a_text, an_account, noted, recorded
from tests.report.formats.test_csv import read
from tests.report.formats.test_markdown import HOSTILE
from tests.report.kinds.test_accounts import report
from tests.report.spreadsheet import Seen, cells


def row(made: Report, number: int = 0) -> dict[str, Cell]:
    """A row as a mapping from column names to cells."""
    return dict(zip(columns(), list(rows(made))[number], strict=True))


def test_columns_are_machine_names_each_once() -> None:
    assert all(name.isidentifier() and name == name.lower() and name.isascii() for name in columns())
    assert len(set(columns())) == len(columns())


def test_a_control_of_an_account_is_a_row() -> None:
    entries = (
        recorded("not-found", 1, surface="ios", note="no menu"),
        recorded("switched-off", 2, surface="web", seen="Train", said_by="check"),
        noted("a thought", 3),
    )
    assert row(report(*entries)) == {
        "account": "chirp-0001",
        "platform": "chirp",
        "platform_name": "Chirp",
        "handle": "@m…",
        "control": "training",
        "title": "Training on your chirps",
        "standing": "settled",
        "decision": "refuse",
        "since": date(2026, 1, 1),
        "said_by": "check",
        "surface": "web",
        "label_seen": "Train",
        "note": "no menu\na thought",
        "last_outcome": "switched-off",
        "evidence": "documented",
        "facts_checked_on": date(2026, 10, 2),
        "facts_are_old": False,
        "settled": True,
        "contradicted": False,
        "check": "",
    }


def test_what_was_never_touched_has_neither_day_nor_outcome() -> None:
    made = row(report())
    assert (made["standing"], made["decision"], made["settled"]) == ("open", "undecided", False)
    assert {made[name] for name in ("since", "said_by", "surface", "last_outcome")} == {None}


def test_a_label_noted_apart_is_told_where_no_attempt_has_one() -> None:
    assert row(report(noted("", seen="Learn")))["label_seen"] == "Learn"
    assert row(report(recorded("not-found", 1), noted("", 2, seen="Learn")))["label_seen"] == "Learn"
    assert row(report(recorded("switched-off", 1, seen="Train"), noted("", 2, seen="Learn")))["label_seen"] == "Train"


def test_what_does_not_exist_for_the_account_is_a_row_too() -> None:
    made = report(platform=a_platform(a_control(), a_control(id="abroad", title=a_text("Abroad"), regions=("US",))))
    assert len(list(rows(made))) == 2
    left = row(made, 1)
    assert (left["account"], left["control"], left["title"]) == ("chirp-0001", "abroad", "Abroad")
    assert (left["standing"], left["settled"]) == ("not-for-this-account", None)


def test_an_account_on_an_unknown_platform_does_not_vanish() -> None:
    made = report()
    (only,) = rows(replace(made, sections=(replace(made.sections[0], lines=()),)))
    assert dict(zip(columns(), only, strict=True))["standing"] == "unknown-platform"


def test_titles_come_in_the_language_of_the_report_and_ids_do_not() -> None:
    made = row(report(recorded("switched-off"), language="fr"))
    assert (made["title"], made["standing"]) == ("Entraînement sur vos pépiements", "settled")


def test_masked_names_stay_masked() -> None:
    made = report(recorded("switched-off", 1, seen="Hello @Marie_L", note="as marie_l"), noted("for marie_l", 2))
    assert "marie" not in csv.render(columns(), rows(made)).lower()


def hostile(text: str) -> Report:
    """A report with the text in every place that can hold a foreign one."""
    platform = a_platform(a_control(title=a_text(text)), name=text)
    return report(
        recorded("switched-off", 1, seen=text, note=text),
        account=an_account(handle=text),
        platform=platform,
        names="full",
    )


@pytest.mark.parametrize("text", [*HOSTILE, "=1+1", "a,b", '"', 'a","b', "\r\n=1+1\r\n"])
def test_no_text_breaks_out_of_its_cell(text: str) -> None:
    table = read(csv.render(columns(), rows(hostile(text))))
    assert [len(one) for one in table] == [len(columns()), len(columns())]
    assert dict(zip(columns(), table[1], strict=True))["account"] == "chirp-0001"


@pytest.mark.spreadsheet
@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3"])
def test_a_spreadsheet_finds_no_formula_in_a_report(text: str, tmp_path: Path) -> None:
    found = cells(csv.render(columns(), rows(hostile(text))), tmp_path)
    assert {cell.kind for cell in found.values()} == {"text", "number", "truth"}
    for name in ("platform_name", "handle", "title", "label_seen", "note"):
        assert found[1, columns().index(name)] == Seen("text", text)
