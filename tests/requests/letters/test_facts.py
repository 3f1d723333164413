"""What follows from the facts for a letter."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tests.builders import TODAY
from tests.requests.letter_facts import a_message, a_receipt, an_answer, few


def test_the_last_day_itself_is_not_late() -> None:
    sent = (a_message(),)
    assert not few(due=TODAY, messages=sent).is_late
    assert few(due=date(2026, 11, 20), messages=sent).is_late
    assert not few(messages=sent).is_late


def test_nothing_is_late_that_nobody_knows_to_have_arrived() -> None:
    posted = few(due=date(2026, 11, 20), messages=(a_message(how="post"),))
    assert not posted.is_late
    assert replace(posted, received=a_receipt()).is_late


def test_the_last_thing_the_controller_said_is_its_answer() -> None:
    asked, given = an_answer("identity-asked"), an_answer("identity-given")
    assert few(answers=(asked, given)).answer is asked
    assert few().answer is None


def test_the_request_is_told_from_what_follows_it() -> None:
    request, reminder = a_message(), a_message("reminder")
    assert few(messages=(reminder, request)).request is request
    assert few().request is None
