"""Days as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.i18n import LANGUAGES, Language, speaking
from consentui.i18n.dates import long_date
from consentui.i18n.typed_days import day_in_words, read_day, short_day, what_day_lacks

TODAY = date(2027, 2, 3)
languages = st.sampled_from(LANGUAGES)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "31/01/2027", date(2027, 1, 31)),
        ("fr", " 31/1/27 ", date(2027, 1, 31)),
        ("fr", "31.1.", date(2027, 1, 31)),
        ("fr", "31.12.", date(2026, 12, 31)),
        ("fr", "3/2", TODAY),
        ("fr", "29/02", date(2024, 2, 29)),
        ("fr", "hier", date(2027, 2, 2)),
        ("fr", "Avant-hier", date(2027, 2, 1)),
        ("fr", "aujourd'hui", TODAY),
        ("fr", "1er mars 2026", date(2026, 3, 1)),
        ("fr", "31 janv.", date(2027, 1, 31)),
        ("fr", "14 août", date(2026, 8, 14)),
        ("fr", "14 aout", date(2026, 8, 14)),
        ("fr", "-3", date(2027, 1, 31)),
        ("de", "31.1.", date(2027, 1, 31)),
        ("de", "31.01.2027", date(2027, 1, 31)),
        ("de", "31.1.27", date(2027, 1, 31)),
        ("de", "heute", TODAY),
        ("de", "Gestern", date(2027, 2, 2)),
        ("de", "vorgestern", date(2027, 2, 1)),
        ("de", "3. Oktober 2026", date(2026, 10, 3)),
        ("de", "1. März", date(2026, 3, 1)),
        ("de", "14. Aug.", date(2026, 8, 14)),
        ("en", "31/01/2027", date(2027, 1, 31)),
        ("en", "yesterday", date(2027, 2, 2)),
        ("en", "today", TODAY),
        ("en", "31 January 2027", date(2027, 1, 31)),
        ("en", "Jan 31, 2027", date(2027, 1, 31)),
        ("en", "March 1st", date(2026, 3, 1)),
        ("en", "May 2", date(2026, 5, 2)),
        ("en", "2027-01-31", date(2027, 1, 31)),
        ("en", "2027/01/31", date(2027, 1, 31)),
        ("en", "-0", TODAY),
    ],
)
def test_a_day_is_read_as_it_is_written_in_the_language(language: Language, text: str, day: date) -> None:
    with speaking(language):
        assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "demain", date(2027, 2, 4)),
        ("fr", "après-demain", date(2027, 2, 5)),
        ("fr", "il y a 3 jours", date(2027, 1, 31)),
        ("fr", "il y a 1 jour", date(2027, 2, 2)),
        ("fr", "dans 10 jours", date(2027, 2, 13)),
        ("fr", "le 3 octobre", date(2026, 10, 3)),
        ("fr", "lundi", date(2027, 2, 1)),
        ("fr", "lundi dernier", date(2027, 2, 1)),
        ("fr", "mercredi", date(2027, 1, 27)),
        ("de", "morgen", date(2027, 2, 4)),
        ("de", "übermorgen", date(2027, 2, 5)),
        ("de", "vor 3 Tagen", date(2027, 1, 31)),
        ("de", "am 3. Oktober", date(2026, 10, 3)),
        ("de", "letzten Montag", date(2027, 2, 1)),
        ("en", "tomorrow", date(2027, 2, 4)),
        ("en", "the day after tomorrow", date(2027, 2, 5)),
        ("en", "the day before yesterday", date(2027, 2, 1)),
        ("en", "3 days ago", date(2027, 1, 31)),
        ("en", "in 3 days", date(2027, 2, 6)),
        ("en", "the 3rd of October", date(2026, 10, 3)),
        ("en", "last Monday", date(2027, 2, 1)),
        ("en", "+3", date(2027, 2, 6)),
    ],
)
def test_a_day_is_read_as_it_is_spoken_of(language: Language, text: str, day: date) -> None:
    with speaking(language):
        assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "il y a deux semaines", date(2027, 1, 20)),
        ("fr", "il y a une semaine", date(2027, 1, 27)),
        ("fr", "il y a 2 semaines", date(2027, 1, 20)),
        ("fr", "voici trois jours", date(2027, 1, 31)),
        ("fr", "dans 2 semaines", date(2027, 2, 17)),
        ("fr", "il y a un mois", date(2027, 1, 3)),
        ("fr", "dans six mois", date(2027, 8, 3)),
        ("fr", "il y a un an", date(2026, 2, 3)),
        ("fr", "il y a 2 ans", date(2025, 2, 3)),
        ("fr", "hier soir", date(2027, 2, 2)),
        ("fr", "ce matin", TODAY),
        ("fr", "demain matin", date(2027, 2, 4)),
        ("fr", "lundi de la semaine dernière", date(2027, 1, 25)),
        ("fr", "vendredi de la semaine prochaine", date(2027, 2, 12)),
        ("fr", "lundi prochain", date(2027, 2, 8)),
        ("fr", "vendredi prochain", date(2027, 2, 5)),
        ("fr", "le 3", TODAY),
        ("fr", "le 31", date(2027, 1, 31)),
        ("fr", "le 1er", date(2027, 2, 1)),
        ("de", "in zwei Wochen", date(2027, 2, 17)),
        ("de", "vor zwei Wochen", date(2027, 1, 20)),
        ("de", "vor einer Woche", date(2027, 1, 27)),
        ("de", "heute vor einer Woche", date(2027, 1, 27)),
        ("de", "in 14 Tagen", date(2027, 2, 17)),
        ("de", "vor drei Tagen", date(2027, 1, 31)),
        ("de", "vor einem Monat", date(2027, 1, 3)),
        ("de", "in einem Jahr", date(2028, 2, 3)),
        ("de", "gestern Abend", date(2027, 2, 2)),
        ("de", "heute früh", TODAY),
        ("de", "morgen früh", date(2027, 2, 4)),
        ("de", "Montag letzter Woche", date(2027, 1, 25)),
        ("de", "letzte Woche Montag", date(2027, 1, 25)),
        ("de", "nächste Woche Freitag", date(2027, 2, 12)),
        ("de", "vergangenen Montag", date(2027, 2, 1)),
        ("de", "am kommenden Montag", date(2027, 2, 8)),
        ("de", "am 31.", date(2027, 1, 31)),
        ("en", "two weeks ago", date(2027, 1, 20)),
        ("en", "a week ago", date(2027, 1, 27)),
        ("en", "a week ago today", date(2027, 1, 27)),
        ("en", "in 2 weeks", date(2027, 2, 17)),
        ("en", "2 weeks from now", date(2027, 2, 17)),
        ("en", "three days ago", date(2027, 1, 31)),
        ("en", "a month ago", date(2027, 1, 3)),
        ("en", "in a year", date(2028, 2, 3)),
        ("en", "last night", date(2027, 2, 2)),
        ("en", "this morning", TODAY),
        ("en", "Monday last week", date(2027, 1, 25)),
        ("en", "Friday next week", date(2027, 2, 12)),
        ("en", "this coming Monday", date(2027, 2, 8)),
        ("en", "the 31st", date(2027, 1, 31)),
    ],
)
def test_a_day_is_read_by_its_distance_in_weeks_months_and_years(language: Language, text: str, day: date) -> None:
    with speaking(language):
        assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "fr",
            "la semaine dernière",
            "C’est une semaine\N{NARROW NO-BREAK SPACE}: quel jour\N{NARROW NO-BREAK SPACE}?",
        ),
        ("fr", "le mois dernier", "C’est un mois\N{NARROW NO-BREAK SPACE}: quel jour\N{NARROW NO-BREAK SPACE}?"),
        ("fr", "l'an dernier", "C’est une année\N{NARROW NO-BREAK SPACE}: quel jour\N{NARROW NO-BREAK SPACE}?"),
        ("fr", "il y a quelques jours", "Quel jour exactement\N{NARROW NO-BREAK SPACE}?"),
        ("fr", "il y a huit jours", "Quel jour exactement\N{NARROW NO-BREAK SPACE}?"),
        ("fr", "en janvier", "C’est un mois\N{NARROW NO-BREAK SPACE}: quel jour\N{NARROW NO-BREAK SPACE}?"),
        ("de", "letzte Woche", "Das ist eine Woche: An welchem Tag?"),
        ("de", "nächsten Monat", "Das ist ein Monat: An welchem Tag?"),
        ("de", "letztes Jahr", "Das ist ein Jahr: An welchem Tag?"),
        ("de", "vor acht Tagen", "An welchem Tag genau?"),
        ("de", "im März", "Das ist ein Monat: An welchem Tag?"),
        ("en", "last week", "That is a week: which day of it?"),
        ("en", "Last month", "That is a month: which day of it?"),
        ("en", "January 2027", "That is a month: which day of it?"),
        ("en", "2026", "That is a year: which day of it?"),
        ("en", "a few days ago", "Which day exactly?"),
        ("en", "2 weeks ago", ""),
        ("en", "blue", ""),
    ],
)
def test_a_week_a_month_or_a_year_is_no_day_and_it_is_said(language: Language, text: str, words: str) -> None:
    with speaking(language):
        assert what_day_lacks(text) == words
        assert (read_day(text, TODAY) is None) == (text != "2 weeks ago")


def test_a_month_away_from_a_day_that_a_month_lacks_is_its_last_day() -> None:
    assert read_day("a month ago", date(2027, 3, 31)) == date(2027, 2, 28)
    assert read_day("in a year", date(2028, 2, 29)) == date(2029, 2, 28)
    assert read_day("the 31st", date(2027, 3, 1)) == date(2027, 1, 31)
    assert read_day("the 31st", date(2027, 4, 1), ahead=True) == date(2027, 5, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er décembre", date(2027, 12, 1)),
        ("31/1", date(2028, 1, 31)),
        ("3/2", TODAY),
        ("lundi", date(2027, 2, 8)),
        ("mercredi", date(2027, 2, 10)),
        ("29/2", date(2028, 2, 29)),
        ("31/12/2026", date(2026, 12, 31)),
        ("hier", date(2027, 2, 2)),
    ],
)
def test_by_when_something_is_to_be_done_is_a_day_to_come(text: str, day: date) -> None:
    with speaking("fr"):
        assert read_day(text, TODAY, ahead=True) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "31/02/2027", "1/31/2027", "31/31", "ju 3", "jui 3", "32", "0/0", "-", "-99999", "2027"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_day_is_read_as_none(language: Language, text: str) -> None:
    with speaking(language):
        assert read_day(text, TODAY) is None


def test_where_the_month_comes_first_it_is_read_first() -> None:
    assert read_day("01/31/2027", TODAY, "US") == date(2027, 1, 31)
    assert read_day("2/3", TODAY, "US") == TODAY
    assert read_day("31/01/2027", TODAY, "US") is None


@given(days, languages, st.sampled_from(["", "FR", "US"]))
def test_what_is_proposed_can_be_typed(day: date, language: Language, country: str) -> None:
    with speaking(language):
        assert read_day(short_day(day, country), TODAY, country) == day
        assert read_day(long_date(day), TODAY, country) == day
        assert read_day(day.isoformat(), TODAY, country) == day


@given(days, languages)
def test_a_day_without_its_year_is_the_last_such_day(day: date, language: Language) -> None:
    with speaking(language):
        read = read_day(f"{day.day}/{day.month}", TODAY)
    assert read is not None
    assert read <= TODAY
    assert (read.day, read.month) == (day.day, day.month)


@given(st.text(max_size=30), languages)
def test_whatever_is_typed_does_no_harm(text: str, language: Language) -> None:
    with speaking(language):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("language", "days", "words"),
    [
        ("en", -3, "Sunday 31 January 2027, 3 days ago"),
        ("en", -1, "Tuesday 2 February 2027, yesterday"),
        ("en", 0, "Wednesday 3 February 2027, today"),
        ("en", 1, "Thursday 4 February 2027, in 1 day"),
        ("fr", -3, "dimanche 31 janvier 2027, il y a 3 jours"),
        ("fr", 26, "lundi 1er mars 2027, dans 26 jours"),
        ("de", -3, "Sonntag, 31. Januar 2027, vor 3 Tagen"),
        ("de", 26, "Montag, 1. März 2027, in 26 Tagen"),
    ],
)
def test_a_day_is_shown_back_in_words(language: Language, days: int, words: str) -> None:
    with speaking(language):
        assert day_in_words(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("spoken", "typed", "day"),
    [
        ("fr", "mardi 3 mars", date(2026, 3, 3)),
        ("fr", "le mardi 3 mars 2026", date(2026, 3, 3)),
        ("en", "Tuesday, 3 March 2026", date(2026, 3, 3)),
        ("en", "Tuesday the 3rd of March 2026", date(2026, 3, 3)),
        ("de", "am Dienstag, den 3. März 2026", date(2026, 3, 3)),
        ("de", "Dienstag, 3.3.26", date(2026, 3, 3)),
    ],
)
def test_a_weekday_may_stand_before_a_date(spoken: Language, typed: str, day: date) -> None:
    with speaking(spoken):
        assert read_day(typed, date(2026, 11, 21)) == day


def test_a_weekday_that_is_not_that_of_the_date_is_not_guessed_away() -> None:
    with speaking("en"):
        assert read_day("Monday, 3 March 2026", date(2026, 11, 21)) is None
