"""Ids that sort by time, and short ids for accounts."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consentui.journal.ids import TIMELESS, account_id, entry_id, in_order, newest_id
from tests.builders import BEGINNING, account_added

moments = st.datetimes(datetime(1980, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(moments, moments)
def test_an_id_sorts_after_the_one_before_even_when_the_clock_went_back(first: datetime, then: datetime) -> None:
    before = entry_id(first)
    assert entry_id(then, after=before) > before


@given(moments, st.integers(1, 10**6))
def test_ids_sort_by_time(moment: datetime, later: int) -> None:
    assert entry_id(moment) < entry_id(moment + timedelta(milliseconds=later))


def test_ids_of_one_moment_sort_in_the_order_they_were_made() -> None:
    made = list(
        accumulate(range(100), lambda last, _number: entry_id(BEGINNING, after=last), initial=entry_id(BEGINNING))
    )
    assert made == sorted(set(made))


@given(moments)
def test_an_id_is_one_that_the_journal_takes(moment: datetime) -> None:
    assert re.fullmatch(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", entry_id(moment))


def test_two_machines_give_different_ids_at_the_same_moment() -> None:
    assert entry_id(BEGINNING) != entry_id(BEGINNING)


def test_two_programs_that_go_on_from_the_same_entry_give_different_ids() -> None:
    last = entry_id(BEGINNING)
    assert entry_id(BEGINNING, after=last) != entry_id(BEGINNING, after=last)


@given(st.from_regex(r"[0-6][0-9A-HJKMNP-TV-Z]{25}", fullmatch=True))
def test_any_id_of_a_moment_to_come_is_followed_by_a_greater_one(last: str) -> None:
    following = entry_id(BEGINNING, after=last)
    assert following > last
    assert len(following) == len(last)


def test_two_programs_that_write_after_the_same_entry_at_the_same_moment_give_different_ids() -> None:
    last = entry_id(BEGINNING)
    made = {entry_id(BEGINNING - timedelta(seconds=1), after=last) for _ in range(200)}
    assert len(made) == 200
    assert all(one > last for one in made)


def test_counting_up_carries_where_a_digit_was_the_highest() -> None:
    assert entry_id(BEGINNING, after="6" + "A" * 8 + "Z" * 17).startswith("6AAAAAAAB0000")


@given(st.from_regex(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", fullmatch=True))
def test_whatever_id_comes_before_the_next_is_one_that_the_journal_takes(last: str) -> None:
    assert re.fullmatch(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", entry_id(BEGINNING, after=last))


@pytest.mark.parametrize("year", [1, 1969])
def test_a_clock_before_all_ids_gives_one_that_the_journal_takes(year: int) -> None:
    assert entry_id(datetime(year, 7, 1, tzinfo=UTC)).startswith("0000000000")


def test_the_last_moment_that_a_clock_can_show_is_the_last_before_no_known_time() -> None:
    assert entry_id(datetime.max.replace(microsecond=0, tzinfo=UTC)) < TIMELESS


def test_an_id_of_no_known_time_outlasts_nothing() -> None:
    usual, at_the_end = account_added(3), replace(account_added(), id="7" + "Z" * 25)
    assert in_order([usual, at_the_end]) == [at_the_end, usual]


@pytest.mark.parametrize("last", ["7" + "Z" * 25, TIMELESS + "0" * 16, "76EZ91ZPZZ" + "Z" * 16])
def test_what_cannot_be_followed_is_not(last: str) -> None:
    usual, at_the_end = account_added(3), replace(account_added(), id=last)
    assert newest_id([usual, at_the_end]) == usual.id
    assert newest_id([at_the_end]) is None


def test_an_account_is_called_by_its_platform_and_four_characters() -> None:
    assert re.fullmatch(r"x-[0-9a-hjkmnp-tv-z]{4}", account_id("x", frozenset()))


def test_no_account_gets_an_id_that_another_one_ever_had(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter("aaaaaaaabbbb")
    monkeypatch.setattr("secrets.choice", lambda _letters: next(drawn))
    assert account_id("x", {"x-aaaa"}) == "x-bbbb"
