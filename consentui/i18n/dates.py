"""Days as people write them, in the language spoken now."""

from __future__ import annotations

from datetime import date

from consentui.i18n.speech import _, language, ngettext, pgettext

DAYS_COUNTED = 30
"""Up to so many days ago, days are counted; before that, the date says more."""
MONTHS_COUNTED_FROM, YEARS_COUNTED_FROM = 2, 24
"""From so many months on, months are counted; from so many on, years."""


def month_names() -> tuple[str, ...]:
    """The months from January on."""
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
    """The month of a day, as short as it is written above a column."""
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
    """How far off a day is, as people say it: today, tomorrow, in 9 days, in 3 months, in 2 years."""
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
    """2 October 2026, 1er mars 2027, 3. Oktober 2026."""
    return f"{_day_number(day)} {month_names()[day.month - 1]} {day.year}"


def day_month(day: date, today: date) -> str:
    """The day without its year when it lies in this year."""
    return long_date(day).removesuffix(f" {today.year}")


def partial_date(text: str) -> str:
    """A date of which perhaps only the year or the month is known: `2024`, `2024-12`, `2024-12-10`."""
    if len(text) == len("2024"):
        return text
    if len(text) == len("2024-12"):
        year, month = text.split("-")
        return f"{month_names()[int(month) - 1]} {year}"
    return long_date(date.fromisoformat(text))


def ago(day: date, today: date) -> str:
    """How long ago a day was: today, yesterday, 3 days ago, on 2 October 2026."""
    days = (today - day).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days <= DAYS_COUNTED:
        return ngettext("{days} day ago", "{days} days ago", days).format(days=days)
    return _("on {date}").format(date=long_date(day))


def long_ago(day: date, today: date) -> str:
    """How long ago a day was, as roughly as people say it: 12 days ago, 3 months ago, 2 years ago."""
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
