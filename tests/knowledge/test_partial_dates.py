"""Dates of which only the year or the month may be known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.knowledge.partial_dates import first_day, last_day


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-11-15", date(2024, 11, 15), date(2024, 11, 15)),
    ],
)
def test_a_partial_date_spans_the_days_it_can_mean(partial: str, first: date, last: date) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


@given(st.dates())
def test_every_day_lies_within_its_month_and_its_year(day: date) -> None:
    for length in (4, 7, 10):
        partial = day.isoformat()[:length]
        assert first_day(partial) <= day <= last_day(partial)


@pytest.mark.parametrize("partial", ["2024-13", "2024-00", "2024-02-30", "2024-02-00", "0000"])
def test_a_date_that_is_not_in_the_calendar_is_an_error(partial: str) -> None:
    with pytest.raises(ValueError, match=r"month|day|year|isoformat"):
        first_day(partial)
    with pytest.raises(ValueError, match=r"month|day|year|isoformat"):
        last_day(partial)
