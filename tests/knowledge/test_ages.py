"""The age of the facts."""

from __future__ import annotations

from datetime import date

from consentui.knowledge.ages import Age, Ages, age_of, checks_of, joined
from consentui.knowledge.records import Platform
from tests.builders import a_control, a_platform


def platform(*reviews: date) -> Platform:
    """A platform whose controls were checked on 1 October 2026 and are due for review on these days."""
    return a_platform(*(a_control(verified_on=date(2026, 10, 1), review_after=day) for day in reviews))


def test_nothing_known_is_not_old_and_knows_no_day() -> None:
    age = age_of((), date(2026, 11, 21))
    assert age == Age(None, 0, 0)
    assert not age.is_old
    assert not age.knows(date(2020, 1, 1))


def test_it_is_old_once_most_of_it_should_have_been_checked_again() -> None:
    known = [platform(date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1))]
    assert [age_of(known, day).due for day in (date(2026, 12, 31), date(2027, 1, 1), date(2027, 2, 1))] == [0, 1, 2]
    assert [age_of(known, day).is_old for day in (date(2027, 1, 31), date(2027, 2, 1))] == [False, True]


def test_it_knows_the_days_up_to_the_last_check() -> None:
    age = age_of([platform(date(2027, 1, 1))], date(2026, 11, 21))
    assert age.checked == date(2026, 10, 1)
    assert age.knows(date(2026, 10, 1))
    assert not age.knows(date(2026, 10, 2))


def test_parts_are_joined_by_their_last_check_and_their_sums() -> None:
    assert joined([Age(date(2026, 1, 1), 1, 2), Age(None, 0, 0), Age(date(2026, 3, 1), 0, 3)]) == Age(
        date(2026, 3, 1), 1, 5
    )


def test_the_days_of_the_checks_are_those_of_the_oldest_the_newest_and_the_next_one() -> None:
    known = a_platform(
        a_control(verified_on=date(2026, 5, 1), review_after=date(2026, 8, 1)),
        a_control(verified_on=date(2026, 10, 1), review_after=date(2027, 1, 1)),
    )
    assert checks_of([known], date(2026, 11, 21)) == Ages(date(2026, 5, 1), date(2026, 10, 1), date(2026, 8, 1), 1)
    assert checks_of((), date(2026, 11, 21)) == Ages(None, None, None, 0)
