"""What changed since a day: events and revisions, newest first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.knowledge.base import bundled
from consentui.knowledge.changes import (
    Change,
    changes_since,
    events_touching,
    policies_after,
    policy_on,
    revisions_after,
)
from tests.builders import TODAY, a_control, a_platform, a_revision, a_text, an_event

SINCE = date(2026, 3, 1)
SOON = date(2026, 6, 15)

on_the_edge = pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2026-02-28", False),  # before
        ("2026-03-01", False),  # the day of the last look
        ("2026-03-02", True),
        ("2026-06-15", True),  # today
        ("2026-06-16", False),  # announced
        ("2026-02", False),
        ("2026-03", True),  # within the month: perhaps after
        ("2026-06", False),  # the month is not over
        ("2025", False),
        ("2026", False),  # the year is not over
    ],
)


@on_the_edge
def test_an_event_counts_from_the_day_after_up_to_today(*, day: str, counts: bool) -> None:
    platform = a_platform(event=(an_event(date=day),))
    assert [change.on for change in changes_since([platform], SINCE, SOON)] == [day] * counts


@pytest.mark.parametrize(
    ("day", "counts"),
    [(SINCE, False), (SINCE + timedelta(days=1), True), (SOON, True), (SOON + timedelta(days=1), False)],
)
def test_so_does_a_revision(*, day: date, counts: bool) -> None:
    platform = a_platform(a_control(revision=(a_revision(date=day),)))
    assert [change.on for change in changes_since([platform], SINCE, SOON)] == [day.isoformat()] * counts


def test_an_event_brings_its_words_its_source_and_the_controls_it_touches() -> None:
    event = an_event(date="2026-05", touches=("ads", "training"))
    platform = a_platform(event=(event,))
    assert changes_since([platform], SINCE, SOON) == (
        Change("2026-05", platform, event.what, ("ads", "training"), event.url),
    )


def test_a_revision_concerns_its_own_control_and_has_no_source_beside_those_of_the_control() -> None:
    revision = a_revision(date=date(2026, 5, 1))
    platform = a_platform(a_control(id="ads"), a_control(id="training", revision=(revision,)))
    assert changes_since([platform], SINCE, SOON) == (Change("2026-05-01", platform, revision.what, ("training",)),)


def test_the_newest_of_all_platforms_comes_first_and_a_month_counts_as_its_last_day() -> None:
    chirp = a_platform(
        a_control(revision=(a_revision(date=date(2026, 4, 30)),)),
        event=(an_event(date="2026-03-15"), an_event(date="2026-05-30")),
    )
    nest = a_platform(id="nest", event=(an_event(date="2026-05"), an_event(date="2026-04-01")))
    found = changes_since([chirp, nest], SINCE, SOON)
    assert [(change.platform.id, change.on) for change in found] == [
        ("nest", "2026-05"),
        ("chirp", "2026-05-30"),
        ("chirp", "2026-04-30"),
        ("nest", "2026-04-01"),
        ("chirp", "2026-03-15"),
    ]


def test_nothing_changes_on_no_platform() -> None:
    assert changes_since([], date.min, TODAY) == ()


@given(st.dates(date(2020, 1, 1), TODAY), st.dates(date(2020, 1, 1), TODAY))
def test_whoever_looks_twice_sees_every_change_once(first: date, second: date) -> None:
    platform = bundled().platform("x")
    earlier, later = sorted((first, second))
    whole = changes_since([platform], earlier, TODAY)
    assert len(whole) == len(
        [*changes_since([platform], earlier, later), *changes_since([platform], later, TODAY)],
    )


# About one control


@on_the_edge
def test_an_event_touches_a_control_from_the_day_after_up_to_today(*, day: str, counts: bool) -> None:
    event = an_event(date=day)
    assert events_touching(a_platform(event=(event,)), a_control(), SINCE, SOON) == (event,) * counts


def test_events_that_touch_a_control_come_oldest_first_and_others_do_not() -> None:
    first, last = an_event(date="2026-04"), an_event(date="2026-05-01")
    platform = a_platform(event=(last, an_event(date="2026-04-15", touches=("ads",)), first))
    assert events_touching(platform, a_control(), SINCE, SOON) == (first, last)


def test_revisions_come_oldest_first() -> None:
    first, last = (a_revision(date=day, what=a_text(str(day))) for day in (date(2026, 3, 2), SOON))
    seen, to_come = a_revision(date=SINCE), a_revision(date=SOON + timedelta(days=1))
    assert revisions_after(a_control(revision=(to_come, last, seen, first)), SINCE, SOON) == (first, last)


OF_MARCH, OF_MAY, OF_JUNE = (
    an_event(date=day, in_force=True, touches=()) for day in ("2026-03-10", "2026-05", "2026-06-20")
)
UNDER_POLICIES = a_platform(event=(OF_JUNE, an_event(date="2026-04-02"), OF_MAY, OF_MARCH))


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2026-03-09", None),  # no policy is known yet
        ("2026-03-10", OF_MARCH),
        ("2026-04-02", OF_MARCH),  # that event was no new policy in force
        ("2026-05-30", OF_MARCH),  # within the month: perhaps not yet
        ("2026-05-31", OF_MAY),
        ("2026-06-20", OF_JUNE),
    ],
)
def test_a_day_has_the_policy_that_had_last_come_into_force(day: str, version: object) -> None:
    assert policy_on(UNDER_POLICIES, date.fromisoformat(day)) == version


def test_what_came_into_force_after_a_day_stands_oldest_first_and_not_before_its_day() -> None:
    assert policies_after(UNDER_POLICIES, date(2026, 3, 10), SOON) == (OF_MAY,)
    assert policies_after(UNDER_POLICIES, date(2026, 3, 9), TODAY) == (OF_MARCH, OF_MAY, OF_JUNE)


def test_a_new_policy_says_which_one_it_replaces_and_nothing_else_does() -> None:
    found = changes_since([UNDER_POLICIES], date(2026, 1, 1), TODAY)
    assert [(one.on, one.replaces) for one in found] == [
        ("2026-06-20", "2026-05"),
        ("2026-05", "2026-03-10"),
        ("2026-04-02", ""),
        ("2026-03-10", ""),
    ]


def test_what_is_known_of_x_tells_under_which_policy_a_tick_was_made() -> None:
    x = bundled().platform("x")
    before, after = policy_on(x, date(2026, 7, 1)), policies_after(x, date(2026, 7, 1), date(2026, 8, 1))
    assert before is not None
    assert (before.date, [one.date for one in after]) == ("2026-01-15", ["2026-07-16"])
