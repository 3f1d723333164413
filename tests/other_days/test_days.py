"""The other days on which the tests are run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.other_days.__main__ import BY_WHICH_A_DAY_COMES_IN, ROOT, other_days

MOMENTS = st.integers(0, 26_000).map(lambda days: datetime(2026, 1, 1, 15, tzinfo=UTC) + timedelta(days=days))


@given(MOMENTS)
def test_the_days_are_those_that_go_by_their_names(now: datetime) -> None:
    month, left_out, twice, leap, years = other_days(now).values()
    assert all(day > now for day in (month, left_out, twice, leap, years))
    assert (month - now, years - now) == (timedelta(days=31), timedelta(days=731))
    assert (leap.month, leap.day) == (2, 29)
    for night, of in ((left_out, 3), (twice, 10)):
        assert (night.month, night.weekday()) == (of, 6)
        assert (night + timedelta(days=7)).month == of + 1


def test_the_tests_that_a_day_can_reach_exist() -> None:
    assert [path for path in BY_WHICH_A_DAY_COMES_IN if not (ROOT / path).exists()] == []
