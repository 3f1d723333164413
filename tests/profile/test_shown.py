"""What downloads and public addresses show reaches the letters of a request only as far as it is known and wanted."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from consentui.journal.entries import AboutControl, Checked, Verdict
from consentui.profile.shown import shown_of
from consentui.requests.letters.facts import Shown
from tests.builders import ACCOUNT, CONTROL, a_control, a_sign, a_testimony, an_entry_id, decided, recorded

OFF, ON = Verdict.SHOWS_OFF, Verdict.SHOWS_ON


def a_check(number: int, verdict: Verdict, **changes: Any) -> Checked:
    """What a file of the day `number` of October 2026 shows, read on that day."""
    entry = Checked(
        at=datetime(2026, 10, number, 12, tzinfo=UTC),
        id=an_entry_id(number),
        account=ACCOUNT,
        control=CONTROL,
        source="chirp",
        name="chirp.zip",
        member="settings.json",
        field="training",
        value="on" if verdict is ON else "off",
        made=date(2026, 10, number),
        grade="A",
        verdict=verdict,
    )
    return replace(entry, **changes)


def shown(*entries: AboutControl, **changes: Any) -> list[Shown]:
    control = a_control(testimony=(a_testimony(),), **changes)
    return list(shown_of([control], {CONTROL: entries}))


def test_it_says_whether_the_use_is_refused_and_by_which_source_that_is_known() -> None:
    (found,) = shown(a_check(5, ON))
    assert (found.refuses, found.source) == (False, a_testimony().source[0].url)
    (found,) = shown(a_check(5, ON), desired="on")
    assert found.refuses


@pytest.mark.parametrize(
    "entry",
    [
        a_check(5, ON, grade="C"),
        a_check(5, ON, made=None),
        a_check(5, Verdict.TOO_OLD),
        a_check(5, Verdict.CONSISTENT_WITH_OFF),
        a_check(5, Verdict.SAYS_NOTHING, reason="no-file"),
    ],
)
def test_what_settles_no_control_is_not_told(entry: Checked) -> None:
    assert shown(entry) == []


def test_what_the_person_allows_is_not_held_against_the_company() -> None:
    assert shown(a_check(5, ON), decided("allow", 6)) == []
    assert len(shown(decided("allow", 4), a_check(5, ON), decided("refuse", 6))) == 1
    assert len(shown(decided("allow", 3), recorded("switched-off", 4), a_check(5, ON))) == 1


@pytest.mark.parametrize("changes", [{"kind": "objection-form", "desired": "objected"}, {"desired": "done"}])
def test_only_switches_are_told_of(changes: dict[str, Any]) -> None:
    assert shown(a_check(5, ON), **changes) == []


def test_of_files_that_show_the_same_in_a_row_the_last_is_told() -> None:
    several = [a_check(number, verdict) for number, verdict in ((5, OFF), (6, OFF), (7, ON), (8, ON), (9, OFF))]
    assert [one.entry.made for one in shown(*several)] == [date(2026, 10, day) for day in (6, 8, 9)]


def test_a_file_and_a_public_address_are_each_told() -> None:
    seen = a_check(6, ON, name="https://chirp.example/marie_l", value="true")
    control = a_control(testimony=(a_testimony(),), public=(a_sign(on=("true",), off=("false",)),))
    found = list(shown_of([control], {CONTROL: (a_check(5, ON), seen)}))
    assert [one.entry for one in found] == [a_check(5, ON), seen]
    assert all(one.source for one in found)
