"""Days as people write them, in every language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from consentui.i18n import Language, speaking
from consentui.i18n.dates import DAYS_COUNTED, ago, day_month, long_date, partial_date

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("language", "day", "expected"),
    [
        ("en", date(2026, 10, 2), "2 October 2026"),
        ("fr", date(2026, 10, 2), "2 octobre 2026"),
        ("en", date(2027, 3, 1), "1 March 2027"),
        ("fr", date(2027, 3, 1), "1er mars 2027"),
        ("fr", date(2027, 3, 11), "11 mars 2027"),
        ("fr", date(2027, 8, 31), "31 août 2027"),
        ("de", date(2026, 10, 3), "3. Oktober 2026"),
        ("de", date(2027, 3, 31), "31. März 2027"),
    ],
)
def test_a_day_is_written_in_full(language: Language, day: date, expected: str) -> None:
    with speaking(language):
        assert long_date(day) == expected


@pytest.mark.parametrize(("language", "expected"), [("en", "2 October"), ("fr", "2 octobre"), ("de", "2. Oktober")])
def test_the_year_is_left_out_when_it_is_this_one(language: Language, expected: str) -> None:
    with speaking(language):
        assert day_month(date(2026, 10, 2), TODAY) == expected
        assert day_month(date(2025, 10, 2), TODAY) == f"{expected} 2025"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "2024", "2024"),
        ("en", "2024-12", "December 2024"),
        ("en", "2024-12-10", "10 December 2024"),
        ("fr", "2024", "2024"),
        ("fr", "2024-12", "décembre 2024"),
        ("fr", "2024-12-01", "1er décembre 2024"),
        ("de", "2024-12", "Dezember 2024"),
        ("de", "2024-12-01", "1. Dezember 2024"),
    ],
)
def test_a_date_says_no_more_than_is_known(language: Language, text: str, expected: str) -> None:
    with speaking(language):
        assert partial_date(text) == expected


@pytest.mark.parametrize(
    ("days", "english", "french", "german"),
    [
        (0, "today", "aujourd’hui", "heute"),
        (1, "yesterday", "hier", "gestern"),
        (2, "2 days ago", "il y a 2 jours", "vor 2 Tagen"),
        (DAYS_COUNTED, "30 days ago", "il y a 30 jours", "vor 30 Tagen"),
        (DAYS_COUNTED + 1, "on 21 October 2026", "le 21 octobre 2026", "am 21. Oktober 2026"),
        (51, "on 1 October 2026", "le 1er octobre 2026", "am 1. Oktober 2026"),
    ],
)
def test_days_are_counted_for_a_month_and_then_dated(days: int, english: str, french: str, german: str) -> None:
    day = TODAY - timedelta(days=days)
    assert ago(day, TODAY) == english
    with speaking("fr"):
        assert ago(day, TODAY) == french
    with speaking("de"):
        assert ago(day, TODAY) == german


def test_a_day_to_come_counts_as_today() -> None:
    """A journal written in a time zone further east may be a day ahead."""
    assert ago(TODAY + timedelta(days=1), TODAY) == "today"


def test_every_month_has_its_name() -> None:
    with speaking("fr"):
        names = [partial_date(f"2026-{month:02}").removesuffix(" 2026") for month in range(1, 13)]
    assert names == [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ]
