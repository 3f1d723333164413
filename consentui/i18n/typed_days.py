"""Days as people type them, in the language spoken now, and shown back to them in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from consentui.i18n.dates import long_date, month_names
from consentui.i18n.speech import _, ngettext
from consentui.text import findable

MONTH_FIRST = frozenset({"US"})
"""The countries whose people write the month before the day (Unicode CLDR, short dates)."""
_CENTURY = 2000
_LETTERS = 3
"""So many letters of a month's name are enough, unless another month begins with them."""
_BESIDE = re.compile(r"^(?:le|am|den|der|on|the|last|letzten|letzter) | dernier$")
"""What stands beside a day in a sentence and does not change it, in any of our languages."""
_DAYS_OFF = re.compile(r"([-+])\s*(\d{1,4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?[.]?")
_DAY_AND_NAME = re.compile(r"(\d{1,2})(?:\.|er|st|nd|rd|th)?[ ]?(?:of )?([^\W\d]{3,})[.]?(?:,?[ ](\d{4}|\d{2}))?")
_NAME_AND_DAY = re.compile(r"([^\W\d]{3,})[.]?[ ](\d{1,2})(?:st|nd|rd|th)?(?:,?[ ](\d{4}|\d{2}))?")


def read_day(text: str, today: date, country: str = "", *, ahead: bool = False) -> date | None:
    """The day that was typed; None where it is none.

    `31/01/2027`, `31.1.`, `31 Jan`, `yesterday`, `Monday`, `3 days ago`, `-3`, `2027-01-31`. Without a year it is the
    last such day, the next one if it is to be `ahead`; `country` says whether the month comes first.
    """
    as_typed = findable(text)
    for typed in (as_typed, _BESIDE.sub("", as_typed)):
        off = _days_off(typed, today, ahead=ahead)
        day = _written_day(typed, today, country, ahead=ahead) if off is None else _moved(today, off)
        if day:
            return day
    return None


def _days_off(typed: str, today: date, *, ahead: bool) -> int | None:
    """How many days from today the words are that name a day by it."""
    if typed in (words := _near_days()):
        return words[typed]
    if found := _DAYS_OFF.fullmatch(typed):
        return int(found[1] + found[2])
    weekdays = [findable(name) for name in _weekday_names()]
    if typed in weekdays:
        behind = (today.weekday() - weekdays.index(typed)) % 7 or 7
        return 7 - behind or 7 if ahead else -behind
    for pattern, sign in _distances():
        if found := pattern.fullmatch(typed):
            return sign * int(found[1])
    return None


def _written_day(typed: str, today: date, country: str, *, ahead: bool) -> date | None:
    if found := _YEAR_FIRST.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(typed):
        first, second = int(found[1]), int(found[2])
        day, month = (second, first) if country in MONTH_FIRST else (first, second)
        return _in_year(found[3], month, day, today, ahead=ahead)
    if found := _DAY_AND_NAME.fullmatch(typed):
        return _in_year(found[3], _month(found[2]), int(found[1]), today, ahead=ahead)
    if found := _NAME_AND_DAY.fullmatch(typed):
        return _in_year(found[3], _month(found[1]), int(found[2]), today, ahead=ahead)
    return None


def short_day(day: date, country: str = "") -> str:
    """The day in figures, as it can be typed: 31/01/2027, and 01/31/2027 where the month comes first."""
    if country in MONTH_FIRST:
        return f"{day.month:02}/{day.day:02}/{day.year}"
    # Translators: a day in figures, as people of this language write it.
    return _("{day}/{month}/{year}").format(day=f"{day.day:02}", month=f"{day.month:02}", year=day.year)


def day_in_words(day: date, today: date) -> str:
    """Sunday 31 January 2027, and how far it is: so that a slip is seen before it counts."""
    return _("{weekday} {date}, {distance}").format(
        weekday=_weekday_names()[day.weekday()], date=long_date(day), distance=_distance((day - today).days)
    )


def _distance(days: int) -> str:
    if days in {0, -1}:
        return _("yesterday") if days else _("today")
    if days < 0:
        return ngettext("{days} day ago", "{days} days ago", -days).format(days=-days)
    return ngettext("in {days} day", "in {days} days", days).format(days=days)


def _near_days() -> dict[str, int]:
    """The words for days near today, and how many days they are from it."""
    words = (
        (_("today"), 0),
        (_("yesterday"), -1),
        (_("the day before yesterday"), -2),
        (_("tomorrow"), 1),
        (_("the day after tomorrow"), 2),
    )
    return {findable(word): days for word, days in words}


def _distances() -> Iterator[tuple[re.Pattern[str], int]]:
    """How many days ago, or in how many, as we say it ourselves."""
    for count in (1, 2):
        ago = ngettext("{days} day ago", "{days} days ago", count)
        ahead = ngettext("in {days} day", "in {days} days", count)
        for words, sign in ((ago, -1), (ahead, 1)):
            yield re.compile(re.escape(findable(words)).replace(r"\{days\}", r"(\d{1,4})")), sign


def _moved(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _in_year(year: str | None, month: int, day: int, today: date, *, ahead: bool) -> date | None:
    """The day in a year that was typed with four figures or two, else the last such day up to today, or the next."""
    if year:
        return _day(int(year) if len(year) > len("27") else _CENTURY + int(year), month, day)
    for years in range(9):  # 29 February comes every fourth year, once after eight
        found = _day(today.year + (years if ahead else -years), month, day)
        if found and (found >= today if ahead else found <= today):
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(typed: str) -> int:
    """The month that a name or its beginning names; 0 where it names none, or several."""
    names = [findable(name) for name in month_names()]
    if typed in names:
        return names.index(typed) + 1
    fitting = [number for number, name in enumerate(names, 1) if len(typed) >= _LETTERS and name.startswith(typed)]
    return fitting[0] if len(fitting) == 1 else 0


def _weekday_names() -> tuple[str, ...]:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
