"""Which breaches the facts show."""

from __future__ import annotations

import pytest

from consentui.journal.entries import Answer
from consentui.requests.letters.facts import Facts, Issue
from consentui.requests.letters.issues import issues_of
from tests.requests.letter_facts import an_answer, few, full

LATE = full(answers=(), issues=())


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        (few(), ()),
        (LATE, (Issue.NO_ANSWER, Issue.RIGHT_NOT_RESPECTED)),
        (full(answers=(an_answer("acknowledged"),), issues=()), (Issue.NO_ANSWER, Issue.RIGHT_NOT_RESPECTED)),
        (full(answers=(an_answer("granted"),), issues=()), ()),
        (few(answers=(an_answer("refused"),)), (Issue.RIGHT_NOT_RESPECTED,)),
        (few(answers=(an_answer("canned"),)), (Issue.CANNED_ANSWER, Issue.RIGHT_NOT_RESPECTED)),
        (few(answers=(an_answer("partly"),)), (Issue.INCOMPLETE, Issue.RIGHT_NOT_RESPECTED)),
        (few(answers=(an_answer("extended", reasons=False),)), (Issue.EXTENSION_WITHOUT_REASON,)),
        (few(answers=(an_answer("extended", reasons=True),)), ()),
    ],
)
def test_answers_and_dates_show_breaches(facts: Facts, shown: tuple[Issue, ...]) -> None:
    assert issues_of(facts) == shown


@pytest.mark.parametrize("answer", ["identity-asked", "identity-given", "acknowledged"])
def test_what_may_be_right_is_no_breach(answer: Answer) -> None:
    assert issues_of(few(answers=(an_answer(answer),))) == ()


def test_what_the_person_names_is_added_once_and_in_order() -> None:
    facts = few(issues=(Issue.RIGHT_NOT_RESPECTED, Issue.IDENTITY_DEMANDED), answers=(an_answer("canned"),))
    assert issues_of(facts) == (Issue.IDENTITY_DEMANDED, Issue.CANNED_ANSWER, Issue.RIGHT_NOT_RESPECTED)
