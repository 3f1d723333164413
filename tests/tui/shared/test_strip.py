"""The timeline strip."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from consentui.tui.shared.strip import DUE, REVIEW, TODAY, Mark, months, strip

FIRST, LAST = date(2026, 11, 21), date(2027, 2, 20)
WIDTHS = [20, 40, 76, 120]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_line_is_as_wide_as_its_place_and_begins_today(width: int) -> None:
    line = strip(FIRST, LAST, FIRST, (), width).plain
    assert len(line) == width
    assert line.startswith(TODAY)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_mark_stands_where_its_day_is_and_the_last_day_at_the_end(width: int) -> None:
    line = strip(FIRST, LAST, FIRST, (Mark(date(2027, 1, 5), DUE), Mark(LAST, REVIEW)), width).plain
    assert line.endswith(REVIEW)
    assert abs(line.index(DUE) - width // 2) <= 2


def test_of_marks_on_one_day_the_last_is_seen() -> None:
    line = strip(FIRST, LAST, FIRST, (Mark(LAST, REVIEW), Mark(LAST, DUE)), 40).plain
    assert REVIEW not in line
    assert DUE in line


def test_days_that_the_line_does_not_show_are_left_out() -> None:
    assert DUE not in strip(FIRST, LAST, FIRST, (Mark(date(2028, 1, 1), DUE),), 40).plain


def test_each_month_stands_above_its_first_day() -> None:
    names = months(FIRST, LAST, 91).plain
    assert [names.index(name) for name in ("Nov", "Dec", "Jan", "Feb")] == [0, 9, 40, 71]


def test_a_month_without_room_has_no_name() -> None:
    assert months(FIRST, LAST, 9).plain.split() == ["Dec", "Feb"]


def test_a_line_of_one_day_is_drawn_too() -> None:
    assert len(strip(FIRST, FIRST, FIRST, (), 20).plain) == 20


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("days", range(12))
def test_a_whole_month_has_its_name_however_near_its_end_the_line_begins_or_ends(width: int, days: int) -> None:
    first, last = date(2027, 2, 20) + timedelta(days=days), date(2027, 4, 20) + timedelta(days=days)
    assert {"Mar", "Apr"} <= set(months(first, last, width).plain.split())
    assert len(months(first, last, width)) == width


def test_a_month_that_begins_at_the_end_of_the_line_has_its_name_before_its_first_day() -> None:
    assert months(date(2027, 2, 1), date(2027, 5, 2), 76).plain.endswith("May")
