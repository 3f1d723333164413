"""Parsing the dates that downloads contain, in values and in the names of archives."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

from consentui.clock import local_day

_FIRST_YEAR, _LAST_YEAR = 2004, 2099
_MILLISECONDS = 10**11
"""The least number taken for milliseconds: seconds since 1970 are below it until 5138, milliseconds above it since
1973."""
_IN_NAME = re.compile(
    r"(?<!\d)(20\d{2})[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?:T(\d{6})Z|(?!\d)|(?=T\d{6}))", re.IGNORECASE
)
"""A date, with the time after it only if in UTC: without a zone, the person's local day cannot be worked out."""
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def day_of(value: Any) -> date | None:
    """The day that a value gives in seconds or milliseconds since 1970, or as text that begins like ISO 8601, or None.

    A point in time becomes the day in the person's time zone; a date or time without a zone is taken as written.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return _day_of_number(float(value)) if value.isdecimal() else _day_of_text(value)
    return _day_of_number(value) if isinstance(value, int | float) else None


def day_in_name(name: str) -> date | None:
    """The first day in the name of an archive: `twitter-2026-11-12-…`, `takeout-20261112T101500Z-001`; None if none."""
    days = (_day_of_name(*found.groups()) for found in _IN_NAME.finditer(name))
    return next((day for day in days if day), None)


def _day_of_name(year: str, month: str, day: str, time: str | None) -> date | None:
    written = _real_day(int(year), int(month), int(day))
    return _day_of_moment(f"{year}{month}{day}T{time}Z") or written if time else written


def _day_of_number(number: float) -> date | None:
    try:
        seconds = number / 1000 if number >= _MILLISECONDS else number
        day = local_day(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _day_of_text(text: str) -> date | None:
    found = _DAY.match(text.strip())
    written = _real_day(*map(int, found.groups())) if found else None
    return _day_of_moment(text.strip().replace(" UTC", "Z")) or written if written else None


def _day_of_moment(text: str) -> date | None:
    """The local day of a time in ISO 8601 with a zone; None for any other text."""
    try:
        moment = datetime.fromisoformat(text)
        return local_day(moment) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None
