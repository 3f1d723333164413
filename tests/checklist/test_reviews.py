"""When a settled control is due for review."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from consentui.checklist.reviews import FactsRevised, PlatformChanged, TimePassed, is_old, reason_to_look_again
from tests.builders import a_control, a_platform, a_revision, an_event

SETTLED = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SOON = date(2026, 6, 15)


def test_nothing_happened_and_no_year_passed() -> None:
    assert reason_to_look_again(a_platform(), a_control(), SETTLED, SOON) is None


@pytest.mark.parametrize(("days", "is_due"), [(364, False), (365, True), (900, True)])
def test_a_year_later_it_is_time_to_look_again(*, days: int, is_due: bool) -> None:
    reason = reason_to_look_again(a_platform(), a_control(), SETTLED, SETTLED.date() + timedelta(days=days))
    assert reason == (TimePassed(SETTLED.date()) if is_due else None)


@pytest.mark.parametrize(
    ("day", "reopens"),
    [
        ("2026-02-28", False),  # before
        ("2026-03-01", False),  # on the same day
        ("2026-03-02", True),
        ("2026-06-15", True),  # today
        ("2026-06-16", False),  # announced
        ("2026-03", True),  # within the month: perhaps after
        ("2026-02", False),
        ("2026-06", False),  # the month is not over
    ],
)
def test_an_event_after_the_day_it_was_settled_reopens_it(*, day: str, reopens: bool) -> None:
    event = an_event(date=day)
    reason = reason_to_look_again(a_platform(event=(event,)), a_control(), SETTLED, SOON)
    assert reason == (PlatformChanged(event) if reopens else None)


def test_an_event_that_touches_other_controls_reopens_nothing() -> None:
    platform = a_platform(event=(an_event(touches=("another",)),))
    assert reason_to_look_again(platform, a_control(), SETTLED, SOON) is None


def test_of_several_events_the_latest_is_the_reason() -> None:
    first, last = an_event(date="2026-04-01"), an_event(date="2026-05")
    platform = a_platform(event=(last, first))
    assert reason_to_look_again(platform, a_control(), SETTLED, SOON) == PlatformChanged(last)


def test_an_event_says_more_than_a_year_that_passed() -> None:
    event = an_event(date="2026-06-01")
    platform = a_platform(event=(event,))
    assert reason_to_look_again(platform, a_control(), SETTLED, date(2028, 1, 1)) == PlatformChanged(event)


@pytest.mark.parametrize(
    ("day", "reopens"),
    [
        (date(2026, 3, 1), False),  # on the same day
        (date(2026, 3, 2), True),
        (SOON, True),
        (SOON + timedelta(days=1), False),  # to come
    ],
)
def test_a_revision_of_the_facts_after_that_day_reopens_it(*, day: date, reopens: bool) -> None:
    revision = a_revision(date=day)
    reason = reason_to_look_again(a_platform(), a_control(revision=(revision,)), SETTLED, SOON)
    assert reason == (FactsRevised(revision) if reopens else None)


def test_of_several_revisions_the_latest_is_the_reason() -> None:
    first, last = a_revision(date=date(2026, 4, 1)), a_revision(date=date(2026, 5, 1))
    control = a_control(revision=(last, first))
    assert reason_to_look_again(a_platform(), control, SETTLED, SOON) == FactsRevised(last)


def test_an_event_says_more_than_a_revision_and_that_more_than_a_year_that_passed() -> None:
    event, control = an_event(), a_control(revision=(a_revision(),))
    day = date(2028, 1, 1)
    assert reason_to_look_again(a_platform(event=(event,)), control, SETTLED, day) == PlatformChanged(event)
    assert reason_to_look_again(a_platform(), control, SETTLED, day) == FactsRevised(a_revision())


@pytest.mark.parametrize(("today", "old"), [(date(2027, 1, 1), False), (date(2027, 1, 2), True)])
def test_facts_are_old_from_the_day_they_are_to_be_checked_again(*, today: date, old: bool) -> None:
    assert is_old(a_control(review_after=date(2027, 1, 2)), today) is old
