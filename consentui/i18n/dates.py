"""Dates and distances in time as people write them, in the current language."""

from __future__ import annotations

from datetime import date

from consentui.i18n.speech import _, language, ngettext, pgettext

DAYS_COUNTED = 30
"""`ago` counts up to this many days; for an earlier day it gives the date."""
MONTHS_COUNTED_FROM, YEARS_COUNTED_FROM = 2, 24
"""From how many months on a distance is given in months, and from how many in years."""


def month_names() -> tuple[str, ...]:
    """The names of the months, January first."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def short_month(day: date) -> str:
    """The abbreviated month of a day, for the head of a column."""
    names = (
        pgettext("short month", "Jan"),
        pgettext("short month", "Feb"),
        pgettext("short month", "Mar"),
        pgettext("short month", "Apr"),
        pgettext("short month", "May"),
        pgettext("short month", "Jun"),
        pgettext("short month", "Jul"),
        pgettext("short month", "Aug"),
        pgettext("short month", "Sep"),
        pgettext("short month", "Oct"),
        pgettext("short month", "Nov"),
        pgettext("short month", "Dec"),
    )
    return names[day.month - 1]


def ahead(day: date, today: date) -> str:
    """How far ahead a day is, in words: today (also for a past day), tomorrow, in 9 days, in 3 months, in 2 years."""
    days = (day - today).days
    months = (day.year - today.year) * 12 + day.month - today.month - (day.day < today.day)
    if days <= 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if months < MONTHS_COUNTED_FROM:
        return ngettext("in {days} day", "in {days} days", days).format(days=days)
    if months < YEARS_COUNTED_FROM:
        return ngettext("in {months} month", "in {months} months", months).format(months=months)
    years = months // 12
    return ngettext("in {years} year", "in {years} years", years).format(years=years)


def long_date(day: date) -> str:
    """The date with the month in words: 2 October 2026, 1er mars 2027, 3. Oktober 2026."""
    return f"{_day_number(day)} {month_names()[day.month - 1]} {day.year}"


def day_month(day: date, today: date) -> str:
    """The date with the month in words, without the year if it is the current one."""
    return long_date(day).removesuffix(f" {today.year}")


def partial_date(text: str) -> str:
    """A possibly incomplete ISO date (`2024`, `2024-12`, `2024-12-10`) in words."""
    if len(text) == len("2024"):
        return text
    if len(text) == len("2024-12"):
        year, month = text.split("-")
        return f"{month_names()[int(month) - 1]} {year}"
    return long_date(date.fromisoformat(text))


def ago(day: date, today: date) -> str:
    """How long ago a day was, or its date: today, yesterday, 3 days ago, on 2 October 2026."""
    days = (today - day).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days <= DAYS_COUNTED:
        return ngettext("{days} day ago", "{days} days ago", days).format(days=days)
    return _("on {date}").format(date=long_date(day))


def long_ago(day: date, today: date) -> str:
    """Roughly how long ago a day was, in days, months or years: 12 days ago, 3 months ago, 2 years ago."""
    days = (today - day).days
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months < MONTHS_COUNTED_FROM:
        return ngettext("{days} day ago", "{days} days ago", days).format(days=days) if days > 1 else ago(day, today)
    if months < YEARS_COUNTED_FROM:
        return ngettext("{months} month ago", "{months} months ago", months).format(months=months)
    years = months // 12
    return ngettext("{years} year ago", "{years} years ago", years).format(years=years)


def _day_number(day: date) -> str:
    match language():
        case "fr" if day.day == 1:
            return "1er"
        case "de":
            return f"{day.day}."
        case _:
            return str(day.day)
