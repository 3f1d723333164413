"""The kinds of answers, and the details asked about each."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from consentui.journal.entries import Answer, RequestAnswered
from consentui.requests.answers import (
    OWN_STEPS,
    REFUSALS,
    SUBSTANTIAL,
    Detail,
    details_of,
    is_yes_or_no,
    said_by_controller,
)


def test_every_detail_is_a_field_of_the_entry_and_none_is_guessed() -> None:
    fields = {field.name: field for field in msgspec.structs.fields(RequestAnswered)}
    for detail in Detail:
        assert fields[detail].default in {None, "", ()}
        assert (fields[detail].default is None) is is_yes_or_no(detail)


@pytest.mark.parametrize("answer", sorted(REFUSALS))
def test_a_refusal_is_asked_for_its_reasons_and_for_the_ways_it_names(answer: Answer) -> None:
    asked = details_of(answer)
    assert {Detail.SAID, Detail.REASONS, Detail.AUTHORITY_NAMED, Detail.COURT_NAMED} <= set(asked)


def test_a_part_granted_is_asked_for_what_remains_open_and_who_was_left_out() -> None:
    assert details_of("partly")[:2] == (Detail.OPEN, Detail.LEFT_OUT)


def test_nothing_is_asked_twice() -> None:
    for answer in get_args(Answer):
        assert len(set(details_of(answer))) == len(details_of(answer))


def test_the_persons_own_steps_are_no_answers_of_the_controller() -> None:
    assert set(said_by_controller()) == set(get_args(Answer)) - OWN_STEPS
    assert not any(map(details_of, OWN_STEPS))
    assert not SUBSTANTIAL & OWN_STEPS
