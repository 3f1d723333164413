"""Days named by their distance from today, as people type them: yesterday, 2 weeks ago, Monday last week.

The words are texts of the catalogue, alternatives separated by commas, so that a further language brings its own. A
phrase that names a week, a month or a year is not read as a day; `period_named` says which of them it is.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from consentui.i18n.speech import _, pgettext
from consentui.text import findable

Period = Literal["day", "week", "month", "year"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "year")
_DAYS_OFF = re.compile(r"([-+])\s*(\d{1,4})")
_GAP = findable("…")
"""Where the weekday or the distance stands in a phrase."""


def relative_day(typed: str, today: date, *, ahead: bool) -> date | None:
    """The day named relative to today, in words normalised by `findable`; None if they name no such day.

    A weekday alone is the most recent one, or the next one if `ahead`.
    """
    if period_named(typed):
        return None
    if typed in (near := _near_days()):
        return moved(today, near[typed])
    if found := _DAYS_OFF.fullmatch(typed):
        return moved(today, int(found[1] + found[2]))
    return _weekday(typed, today, ahead=ahead) or _at_a_distance(typed, today)


def period_named(typed: str) -> Period | None:
    """The period that the words name without saying which day of it; None if they name none."""
    for period, words in _vague().items():
        if typed in words:
            return period
    return None


def moved(today: date, count: int, period: Period = "day") -> date | None:
    """The day that many periods away; in a shorter month, the last day of that month. None if no calendar has it."""
    if period in {"day", "week"}:
        try:
            return today + timedelta(days=count * (7 if period == "week" else 1))
        except OverflowError:
            return None
    months = today.year * 12 + today.month - 1 + count * (12 if period == "year" else 1)
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def weekday_names() -> tuple[str, ...]:
    """The names of the weekdays, Monday first."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )


def _weekday(typed: str, today: date, *, ahead: bool) -> date | None:
    """The day whose weekday was typed, alone or with the week it is in."""
    weekdays = [findable(name) for name in weekday_names()]
    if typed in weekdays:
        behind = (today.weekday() - weekdays.index(typed)) % 7 or 7
        return moved(today, 7 - behind or 7 if ahead else -behind)
    monday = -today.weekday()
    for phrases, weeks in ((_of_last_week(), -1), (_of_next_week(), 1)):
        for number, name in enumerate(weekdays):
            if typed in {phrase.replace(_GAP, name) for phrase in phrases}:
                return moved(today, monday + 7 * weeks + number)
    for number, name in enumerate(weekdays):
        if typed in {phrase.replace(_GAP, name) for phrase in _coming()}:
            return moved(today, (number - today.weekday()) % 7 or 7)
    return None


def _at_a_distance(typed: str, today: date) -> date | None:
    """The day so many days, weeks, months or years before today or after it."""
    units, numbers = _units(), _numbers()
    for phrases, sign in ((_ago(), -1), (_ahead(), 1)):
        for phrase in phrases:
            before, after = phrase.split(_GAP)
            if not (typed.startswith(before) and typed.endswith(after)):
                continue
            count, _space, unit = typed[len(before) : len(typed) - len(after)].partition(" ")
            if unit in units and (number := _number(count, numbers)) is not None:
                return moved(today, sign * number, units[unit])
    return None


def _number(typed: str, numbers: dict[str, int]) -> int | None:
    if re.fullmatch(r"\d{1,4}", typed):
        return int(typed)
    return numbers.get(typed)


def _near_days() -> dict[str, int]:
    """The words for days near today, each with its distance from today in days."""
    words = {
        0: (_("today"), pgettext("typed day", "this morning, this afternoon, this evening, tonight")),
        -1: (
            _("yesterday"),
            pgettext("typed day", "yesterday morning, yesterday afternoon, yesterday evening, last night"),
        ),
        -2: (_("the day before yesterday"),),
        1: (
            _("tomorrow"),
            pgettext("typed day", "tomorrow morning, tomorrow afternoon, tomorrow evening, tomorrow night"),
        ),
        2: (_("the day after tomorrow"),),
    }
    return {word: days for days, texts in words.items() for text in texts for word in _words(text)}


def _units() -> dict[str, Period]:
    texts = (
        pgettext("typed day", "day, days"),
        pgettext("typed day", "week, weeks"),
        pgettext("typed day", "month, months"),
        pgettext("typed day", "year, years"),
    )
    return {word: period for period, text in zip(PERIODS, texts, strict=True) for word in _words(text)}


def _numbers() -> dict[str, int]:
    texts = (
        # Translators: every form of the number one that may come before “day”, “week”, “month” or “year”.
        pgettext("typed day", "a, one"),
        pgettext("typed day", "two"),
        pgettext("typed day", "three"),
        pgettext("typed day", "four"),
        pgettext("typed day", "five"),
        pgettext("typed day", "six"),
        pgettext("typed day", "seven"),
        pgettext("typed day", "eight"),
        pgettext("typed day", "nine"),
        pgettext("typed day", "ten"),
        pgettext("typed day", "eleven"),
        pgettext("typed day", "twelve"),
    )
    return {word: number for number, text in enumerate(texts, 1) for word in _words(text)}


def _ago() -> Iterator[str]:
    # Translators: the ways to say that something was so long ago, separated by commas.
    return _words(pgettext("typed day", "… ago, … ago today"))


def _ahead() -> Iterator[str]:
    # Translators: the ways to say that something is so far ahead, separated by commas.
    return _words(pgettext("typed day", "in …, … from now, … from today"))


def _of_last_week() -> frozenset[str]:
    return frozenset(_words(pgettext("typed day", "… last week, … of last week, last week …")))


def _of_next_week() -> frozenset[str]:
    return frozenset(_words(pgettext("typed day", "… next week, … of next week, next week …")))


def _coming() -> frozenset[str]:
    # Translators: the ways to say the very next such weekday, and no later one.
    return frozenset(_words(pgettext("typed day", "this coming …, coming …")))


def _vague() -> dict[Period, frozenset[str]]:
    """Phrases that name a period, and as a “day” those that are vague about it or mean a week to many people."""
    texts: dict[Period, str] = {
        "week": pgettext("typed day", "last week, this week, next week, the week before last, the past week"),
        "month": pgettext("typed day", "last month, this month, next month, the month before last"),
        "year": pgettext("typed day", "last year, this year, next year, the year before last"),
        # Translators: also numbers of days that stand for a week or two, such as French “il y a huit jours”.
        "day": pgettext("typed day", "the other day, a few days ago, some days ago, recently, in a few days, soon"),
    }
    return {period: frozenset(_words(text)) for period, text in texts.items()}


def _words(text: str) -> Iterator[str]:
    """The alternatives of a text of the catalogue, which commas separate."""
    return (findable(word) for word in text.split(","))
