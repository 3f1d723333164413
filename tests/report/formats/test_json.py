"""The report as JSON, for other programs."""

from __future__ import annotations

import json

from consentui.report.formats.json import render
from tests.builders import recorded
from tests.report.kinds.test_accounts import report


def test_it_is_json_that_names_its_schema_and_ends_with_a_newline() -> None:
    text = render(report())
    assert text.endswith("}\n")
    assert json.loads(text)["schema"] == "consentui-report-1"


def test_it_says_all_that_the_report_says() -> None:
    tree = json.loads(render(report(recorded("not-found", 1, surface="ios", note="no “menu”"))))
    assert list(tree) == [
        "schema",
        "as_of",
        "language",
        "country",
        "names",
        "version",
        "facts",
        "settled",
        "counted",
        "sections",
        "requests",
    ]
    section = tree["sections"][0]
    assert (section["account"], section["handle"], section["added"]) == ("chirp-0001", "@m…", "2026-01-01")
    assert section["lines"][0]["standing"] == "blocked"
    assert section["lines"][0]["attempts"] == [
        {
            "on": "2026-01-01",
            "outcome": "not-found",
            "surface": "ios",
            "seen": "",
            "note": "no “menu”",
            "said_by": "person",
        }
    ]


def test_the_same_report_gives_the_same_bytes() -> None:
    entries = (recorded("not-found", 1), recorded("switched-off", 2))
    assert render(report(*entries)).encode() == render(report(*entries)).encode()
