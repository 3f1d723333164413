"""Reading dates as people type them in the current language, and showing in words what was understood."""

from __future__ import annotations

import re
from datetime import date

from consentui.i18n.dates import long_date, month_names
from consentui.i18n.relative_days import moved, period_named, relative_day, weekday_names
from consentui.i18n.speech import _, ngettext
from consentui.text import findable

MONTH_FIRST = frozenset({"US"})
"""The countries whose people write the month before the day (Unicode CLDR, short dates)."""
_CENTURY = 2000
_LETTERS = 3
"""The fewest letters that can stand for a month's name, if no other month begins with them."""
_BESIDE = re.compile(
    r"^(?:(?:am|den|der) )?(?:letzten|letzter|vergangenen|vorigen) |^(?:le|am|den|der|on|the|last) | (?:dernier|passe)$"
)
"""Words before or after a day that do not change its meaning, in all languages of the program."""
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_DAY_OF_MONTH = re.compile(r"(?:le|am|on the|the) (\d{1,2})(?:\.|er|st|nd|rd|th)?")
_MONTH_AND_YEAR = re.compile(r"(?:(?:in|en|im) )?([^\W\d]{3,})[.]?(?: \d{4})?")
_YEAR = re.compile(r"(?:(?:in|en|im jahr) )?(?:19|20)\d{2}")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?[.]?")
_DAY_AND_NAME = re.compile(r"(\d{1,2})(?:\.|er|st|nd|rd|th)?[ ]?(?:of )?([^\W\d]{3,})[.]?(?:,?[ ](\d{4}|\d{2}))?")
_NAME_AND_DAY = re.compile(r"([^\W\d]{3,})[.]?[ ](\d{1,2})(?:st|nd|rd|th)?(?:,?[ ](\d{4}|\d{2}))?")


def read_day(text: str, today: date, country: str = "", *, ahead: bool = False) -> date | None:
    """The day that was typed; None if it cannot be understood.

    Reads `31/01/2027`, `31.1.`, `31 Jan`, `yesterday`, `Monday`, `two weeks ago`, `-3` and `2027-01-31`. A weekday, or
    a date without a year, means the most recent one, or the next one if `ahead`; `country` decides whether the month
    comes first. A weekday before a date must be that of the date.
    """
    as_typed = findable(text)
    for typed in (as_typed, _BESIDE.sub("", as_typed)):
        weekday, rest = _led_by_weekday(typed)
        day = relative_day(typed, today, ahead=ahead) or _written_day(rest, today, country, ahead=ahead)
        if day:
            return day if weekday in {None, day.weekday()} else None
    return None


def _led_by_weekday(typed: str) -> tuple[int | None, str]:
    """The weekday before a date, as in `Tuesday, 3 March`, and the date; no weekday if the words do not begin so."""
    first, _space, rest = typed.partition(" ")
    names = [findable(name) for name in weekday_names()]
    if rest and first.rstrip(",") in names:
        return names.index(first.rstrip(",")), rest.removeprefix("the ").removeprefix("den ").removeprefix("le ")
    return None, typed


def what_day_lacks(text: str) -> str:
    """What to say of words that name a week, a month or a year but no day of it; empty if they name none."""
    typed = findable(text)
    period = period_named(typed)
    if (found := _MONTH_AND_YEAR.fullmatch(typed)) and _month(found[1]):
        period = "month"
    elif _YEAR.fullmatch(typed):
        period = "year"
    match period:
        case "week":
            return _("That is a week: which day of it?")
        case "month":
            return _("That is a month: which day of it?")
        case "year":
            return _("That is a year: which day of it?")
        case "day":
            return _("Which day exactly?")
        case None:
            return ""


def _written_day(typed: str, today: date, country: str, *, ahead: bool) -> date | None:
    if found := _YEAR_FIRST.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(typed):
        first, second = int(found[1]), int(found[2])
        day, month = (second, first) if country in MONTH_FIRST else (first, second)
        return _in_year(found[3], month, day, today, ahead=ahead)
    if found := _DAY_AND_NAME.fullmatch(typed):
        return _in_year(found[3], _month(found[2]), int(found[1]), today, ahead=ahead)
    if found := _DAY_OF_MONTH.fullmatch(typed):
        return _nearest_with_number(int(found[1]), today, ahead=ahead)
    if found := _NAME_AND_DAY.fullmatch(typed):
        return _in_year(found[3], _month(found[1]), int(found[2]), today, ahead=ahead)
    return None


def short_day(day: date, country: str = "") -> str:
    """The date in figures, as `read_day` accepts it: 31/01/2027, or 01/31/2027 where the month comes first."""
    if country in MONTH_FIRST:
        return f"{day.month:02}/{day.day:02}/{day.year}"
    # Translators: a day in figures, as people of this language write it.
    return _("{day}/{month}/{year}").format(day=f"{day.day:02}", month=f"{day.month:02}", year=day.year)


def day_in_words(day: date, today: date) -> str:
    """The date with its weekday and its distance from today, so that a typing error is noticed before it is saved."""
    return _("{weekday} {date}, {distance}").format(
        weekday=weekday_names()[day.weekday()], date=long_date(day), distance=_distance((day - today).days)
    )


def _distance(days: int) -> str:
    if days in {0, -1}:
        return _("yesterday") if days else _("today")
    if days < 0:
        return ngettext("{days} day ago", "{days} days ago", -days).format(days=-days)
    return ngettext("in {days} day", "in {days} days", days).format(days=days)


def _in_year(year: str | None, month: int, day: int, today: date, *, ahead: bool) -> date | None:
    """The day in the typed year (of two or four digits); without a year, the last such day up to today, or the next."""
    if year:
        return _day(int(year) if len(year) > len("27") else _CENTURY + int(year), month, day)
    for years in range(9):  # the nearest 29 February can be eight years away
        found = _day(today.year + (years if ahead else -years), month, day)
        if found and (found >= today if ahead else found <= today):
            return found
    return None


def _nearest_with_number(number: int, today: date, *, ahead: bool) -> date | None:
    """The last such day of a month up to today, or the next one if `ahead`; two months in a row never lack one."""
    first = today.replace(day=1)
    for months in range(3):
        of_month = moved(first, months if ahead else -months, "month")
        found = _day(of_month.year, of_month.month, number) if of_month else None
        if found and (found >= today if ahead else found <= today):
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(typed: str) -> int:
    """The number of the month whose name was typed or begun; 0 if there is none, or more than one."""
    names = [findable(name) for name in month_names()]
    if typed in names:
        return names.index(typed) + 1
    fitting = [number for number, name in enumerate(names, 1) if len(typed) >= _LETTERS and name.startswith(typed)]
    return fitting[0] if len(fitting) == 1 else 0
