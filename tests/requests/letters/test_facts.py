"""What facts come to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from consentui.knowledge.records import Contact
from consentui.requests.letters.facts import destination_of
from consentui.requests.letters.happenings import happenings
from consentui.requests.rights import Right
from tests.builders import TODAY
from tests.requests.letter_facts import a_controller, a_message, an_answer, few, full


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({}, "privacy@chirp.example"),
        ({"channel": "form"}, "https://chirp.example/object"),
        ({"channel": "form", "right": Right.ERASE}, "https://chirp.example/privacy"),
        ({"channel": "post"}, ""),
        ({"destination": "other@chirp.example"}, "other@chirp.example"),
        ({"controller": a_controller(contact=Contact(dpo="dpo@chirp.example"))}, "dpo@chirp.example"),
        ({"controller": a_controller(contact=Contact(dpo="https://chirp.example/dpo"))}, ""),
        ({"controller": a_controller(contact=Contact()), "channel": "form"}, ""),
    ],
)
def test_a_letter_goes_where_the_controller_can_be_reached_that_way(changes: dict[str, Any], where: str) -> None:
    assert destination_of(full(**changes)) == where


def test_the_last_day_itself_is_not_late() -> None:
    assert not few(due=TODAY).is_late
    assert few(due=date(2026, 11, 20)).is_late
    assert not few().is_late


def test_the_last_thing_the_controller_said_is_its_answer() -> None:
    asked, given = an_answer("identity-asked"), an_answer("identity-given")
    assert few(answers=(asked, given)).answer is asked
    assert few().answer is None


def test_the_request_is_told_from_what_follows_it() -> None:
    request, reminder = a_message(), a_message("reminder")
    assert few(messages=(reminder, request)).request is request
    assert few().request is None


def test_receipt_on_the_day_of_sending_is_not_told_twice() -> None:
    facts = few(messages=(a_message(),), received=date(2026, 9, 2))
    assert [one.what for one in happenings(facts)] == ["request"]


def test_happenings_come_in_the_order_of_their_days_and_the_end_of_the_time_only_when_it_came() -> None:
    assert [one.what for one in happenings(full())] == [
        "switched-off",
        "request",
        "received",
        "canned",
        "reminder",
        "time-ended",
    ]
    assert "time-ended" not in [one.what for one in happenings(full(due=date(2027, 1, 4)))]
