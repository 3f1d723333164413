"""The differences between two knowledge bases."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from consentui.knowledge.bundles.changes import Turn, differences, lost
from consentui.knowledge.records import Platform, Text, Tombstone
from tests.builders import a_control, a_platform

BEFORE = a_platform(control=(a_control(id="one"), a_control(id="two")))


def turns(after: Platform | None) -> list[tuple[str | None, Turn, tuple[str, ...]]]:
    now = {after.id: after} if after else {}
    found = differences({BEFORE.id: BEFORE}, now)
    return [(one.control.id if one.control else None, one.turn, one.parts) for one in found]


def test_the_same_facts_differ_in_nothing() -> None:
    assert turns(BEFORE) == []


def test_a_control_that_reads_otherwise_is_named_with_what_changed() -> None:
    after = replace(BEFORE, control=(a_control(id="one", default="off"), BEFORE.control[1]))
    assert turns(after) == [("one", Turn.CHANGED, ("default",))]


def test_looking_again_without_finding_anything_is_no_change() -> None:
    after = replace(BEFORE, control=(a_control(id="one", verified_on=date(2030, 1, 1)), BEFORE.control[1]))
    assert turns(after) == []


def test_new_ones_and_those_that_are_gone_are_told_apart() -> None:
    after = replace(BEFORE, control=(BEFORE.control[0], a_control(id="three")))
    assert turns(after) == [("two", Turn.GONE, ()), ("three", Turn.NEW, ())]
    assert turns(None) == [(None, Turn.GONE, ())]


def test_what_is_said_of_the_platform_counts_too() -> None:
    assert turns(replace(BEFORE, about=Text("Other.", "Autre."))) == [(None, Turn.CHANGED, ("about",))]


def test_what_is_gone_without_a_tombstone_is_lost() -> None:
    after = replace(BEFORE, control=BEFORE.control[:1])
    assert lost([BEFORE], {after.id: after}) == (f"{BEFORE.id}/two",)
    buried = replace(after, tombstone=(Tombstone("two", date(2026, 1, 1), Text("Gone.", "Parti.")),))
    assert lost([BEFORE], {after.id: buried}) == ()
    assert lost([BEFORE], {}) == (BEFORE.id,)
