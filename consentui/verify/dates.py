"""Dates as downloads write them, in values and in the names of archives."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

_FIRST_YEAR, _LAST_YEAR = 2004, 2099
_MILLISECONDS = 10**11
"""Seconds since 1970 have fewer digits than this until the year 5138, milliseconds have had more since 1973."""
_IN_NAME = re.compile(
    r"(?<!\d)(20\d{2})[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?:(?!\d)|(?=T\d{6}))", re.IGNORECASE
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def day_of(value: Any) -> date | None:
    """The day (UTC) that a value tells: seconds or milliseconds since 1970, or text that begins like ISO 8601."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return _day_of_number(float(value)) if value.isdigit() else _day_of_text(value)
    return _day_of_number(value) if isinstance(value, int | float) else None


def day_in_name(name: str) -> date | None:
    """The day that the name of an archive holds: `twitter-2026-11-12-…`, `takeout-20261112T101500Z-001`."""
    days = (_real_day(*map(int, found.groups())) for found in _IN_NAME.finditer(name))
    return next((day for day in days if day), None)


def _day_of_number(number: float) -> date | None:
    seconds = number / 1000 if number >= _MILLISECONDS else number
    try:
        day = datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _day_of_text(text: str) -> date | None:
    found = _DAY.match(text.strip())
    return _real_day(*map(int, found.groups())) if found else None


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None
