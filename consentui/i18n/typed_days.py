"""Days as people type them, in the language spoken now, and shown back to them in words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from consentui.i18n.dates import long_date, month_names
from consentui.i18n.speech import _, ngettext
from consentui.text import findable

MONTH_FIRST = frozenset({"US"})
"""The countries whose people write the month before the day (Unicode CLDR, short dates)."""
_CENTURY = 2000
_LETTERS = 3
"""So many letters of a month's name are enough, unless another month begins with them."""
_DAYS_AGO = re.compile(r"-\s*(\d{1,4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?[.]?")
_DAY_AND_NAME = re.compile(r"(\d{1,2})(?:\.|er|st|nd|rd|th)?[ ]?([^\W\d]{3,})[.]?(?:,?[ ](\d{4}|\d{2}))?")
_NAME_AND_DAY = re.compile(r"([^\W\d]{3,})[.]?[ ](\d{1,2})(?:st|nd|rd|th)?(?:,?[ ](\d{4}|\d{2}))?")


def read_day(text: str, today: date, country: str = "") -> date | None:
    """The day that was typed; None where it is none.

    `31/01/2027`, `31.1.`, `31 Jan`, `yesterday`, `-3`, `2027-01-31`. Without a year it is the last such day;
    `country` says whether the month comes first.
    """
    typed = findable(text)
    if typed in (words := _near_days()):
        return today - timedelta(days=words[typed])
    if found := _DAYS_AGO.fullmatch(typed):
        return _back(today, int(found[1]))
    if found := _YEAR_FIRST.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(typed):
        first, second = int(found[1]), int(found[2])
        day, month = (second, first) if country in MONTH_FIRST else (first, second)
        return _in_year(found[3], month, day, today)
    if found := _DAY_AND_NAME.fullmatch(typed):
        return _in_year(found[3], _month(found[2]), int(found[1]), today)
    if found := _NAME_AND_DAY.fullmatch(typed):
        return _in_year(found[3], _month(found[1]), int(found[2]), today)
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
    """The words for days near today, and how many days ago they were."""
    words = ((_("today"), 0), (_("yesterday"), 1), (_("the day before yesterday"), 2))
    return {findable(word): days for word, days in words}


def _back(today: date, days: int) -> date | None:
    try:
        return today - timedelta(days=days)
    except OverflowError:
        return None


def _in_year(year: str | None, month: int, day: int, today: date) -> date | None:
    """The day in a year that was typed with four figures or two, else the last such day up to today."""
    if year:
        return _day(int(year) if len(year) > len("27") else _CENTURY + int(year), month, day)
    for back in range(9):  # 29 February comes every fourth year, once after eight
        found = _day(today.year - back, month, day)
        if found and found <= today:
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
