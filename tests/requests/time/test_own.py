"""The project's own terms: each ends so many days later, but not after the last possible date."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from consentui.requests.time.own import CHECKED_AFTER, NEW_TERM, POST_TAKES, so_long_after

TERMS = (POST_TAKES, NEW_TERM, CHECKED_AFTER)


@given(st.dates(max_value=date(9999, 9, 1)), st.sampled_from(TERMS))
def test_a_term_ends_so_many_days_after(on: date, term: timedelta) -> None:
    assert so_long_after(on, term) - on == term


@given(st.dates(min_value=date(9999, 12, 1)), st.sampled_from(TERMS))
def test_no_term_ends_after_the_last_day_of_all(on: date, term: timedelta) -> None:
    assert on <= so_long_after(on, term) <= date.max
