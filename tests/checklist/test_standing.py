"""The standing that results from a sequence of outcomes and decisions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.checklist.standing import (
    CLOSED_STANDINGS,
    SETTLED_STANDINGS,
    Position,
    Standing,
    position,
)
from consentui.journal.entries import Decision, Outcome
from tests.builders import a_moment, in_turn, noted, recorded

WORDS = [*Outcome, *Decision]
DEEDS = [outcome for outcome in Outcome if outcome is not Outcome.LATER]
FAILURES = {"not-found", "not-offered", "form-unavailable", "refused"}


@pytest.mark.parametrize(
    ("words", "standing", "decision"),
    [
        ("", "open", "undecided"),
        # One outcome
        ("switched-off", "settled", "refuse"),
        ("switched-on", "settled", "refuse"),
        ("chosen", "settled", "refuse"),
        ("done", "settled", "refuse"),
        ("already", "settled", "refuse"),
        ("confirmed", "settled", "refuse"),
        ("sent", "waiting", "refuse"),
        ("not-found", "blocked", "refuse"),
        ("not-offered", "blocked", "refuse"),
        ("form-unavailable", "blocked", "refuse"),
        ("refused", "blocked", "refuse"),
        ("later", "postponed", "undecided"),
        # One decision
        ("allow", "allowed", "allow"),
        ("refuse", "open", "refuse"),
        ("undecided", "open", "undecided"),
        # The last outcome counts
        ("not-found switched-off", "settled", "refuse"),
        ("switched-off not-found", "blocked", "refuse"),
        ("sent confirmed", "settled", "refuse"),
        ("sent refused", "blocked", "refuse"),
        ("sent refused sent", "waiting", "refuse"),
        ("later switched-off", "settled", "refuse"),
        # Postponing changes nothing already settled
        ("later later", "postponed", "undecided"),
        ("switched-off later", "settled", "refuse"),
        ("sent later", "waiting", "refuse"),
        ("not-found later", "blocked", "refuse"),
        ("allow later", "allowed", "allow"),
        # Allowing, and changing one's mind
        ("switched-off allow", "allowed", "allow"),
        ("not-found allow", "allowed", "allow"),
        ("allow refuse", "open", "refuse"),
        ("allow undecided", "open", "undecided"),
        ("allow switched-off", "settled", "refuse"),
        ("switched-off refuse", "settled", "refuse"),
        ("sent refuse", "waiting", "refuse"),
        ("later refuse", "postponed", "refuse"),
    ],
)
def test_outcomes_and_decisions_lead_to_a_standing(words: str, standing: str, decision: str) -> None:
    here = position(in_turn(words.split()))
    assert (here.standing, here.decision) == (standing, decision)


def test_a_control_of_which_nothing_was_written_is_open_without_a_date() -> None:
    assert position(()) == Position(Standing.OPEN, Decision.UNDECIDED, None, None, ())


@pytest.mark.parametrize("words", ["switched-off", "sent", "allow"])
def test_putting_off_what_stands_does_not_make_it_younger(words: str) -> None:
    stood = position(in_turn([words]))
    assert position(in_turn([words, "later"])) == stood


def test_putting_off_what_is_to_do_counts_from_the_last_time() -> None:
    assert position(in_turn(["later", "later"])).since == a_moment(2)


def test_a_failure_put_off_is_still_as_old_as_the_failure() -> None:
    here = position(in_turn(["not-found", "later"]))
    assert here.since == a_moment(1)
    assert here.last is not None
    assert here.last.outcome == "later"


def test_saying_again_that_one_refuses_does_not_make_a_settled_control_younger() -> None:
    assert position(in_turn(["switched-off", "refuse"])).since == a_moment(1)


def test_allowing_again_counts_from_the_last_time() -> None:
    assert position(in_turn(["allow", "allow"])).since == a_moment(2)


def test_thinking_again_counts_from_that_day() -> None:
    assert position(in_turn(["allow", "refuse"])).since == a_moment(2)


@pytest.mark.parametrize(
    ("words", "failed"),
    [
        ("not-found", ["not-found"]),
        ("not-found refused", ["not-found", "refused"]),
        ("not-found sent", ["not-found"]),
        ("not-found switched-off", []),
        ("not-found switched-off refused", ["refused"]),
        ("not-found allow refuse", ["not-found"]),
        ("not-found later", ["not-found"]),
        ("later", []),
    ],
)
def test_failures_are_remembered_until_something_works(words: str, failed: list[str]) -> None:
    assert [attempt.outcome for attempt in position(in_turn(words.split())).failed] == failed


def test_a_note_changes_nothing() -> None:
    before = position((recorded("switched-off", 1),))
    assert position((recorded("switched-off", 1), noted("a thought", 2))) == before


def test_what_is_settled_is_closed_and_so_is_what_is_not_offered() -> None:
    assert SETTLED_STANDINGS | {Standing.NOT_OFFERED} == CLOSED_STANDINGS


@given(words=st.lists(st.sampled_from(WORDS), max_size=8))
def test_a_position_is_always_sound(words: list[str]) -> None:
    here = position(in_turn(words))
    assert (here.decision is Decision.ALLOW) == (here.standing is Standing.ALLOWED)
    assert (here.since is None) == (not words)
    assert {attempt.outcome for attempt in here.failed} <= FAILURES
    if here.standing is Standing.BLOCKED:
        assert here.failed
    if here.standing is Standing.SETTLED:
        assert not here.failed


@given(words=st.lists(st.sampled_from(WORDS), max_size=6), last=st.sampled_from([*DEEDS, Decision.ALLOW]))
def test_what_was_done_or_allowed_last_stands_from_its_own_day(words: list[str], last: str) -> None:
    here = position(in_turn([*words, last]))
    assert here.standing == position(in_turn([last])).standing
    assert here.since == a_moment(len(words) + 1)


@given(
    before=st.lists(st.sampled_from(WORDS), max_size=5),
    settling=st.sampled_from([outcome for outcome in Outcome if outcome.effect == "settles"]),
    after=st.lists(st.sampled_from(WORDS), max_size=5),
)
def test_what_came_before_an_outcome_that_settled_matters_no_more(
    before: list[str], settling: str, after: list[str]
) -> None:
    about = in_turn([*before, settling, *after])
    assert position(about) == position(about[len(before) :])
