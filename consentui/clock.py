"""The only module that reads the clock; everything else takes the time or the day as an argument.

`CONSENTUI_NOW` (an ISO 8601 time with its offset) stops the clock, for reports and tests that must
come out the same every time.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time, timedelta

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.text import clean_line

STOPPED = "CONSENTUI_NOW"
_SHOWN = 60
"""How many characters of an invalid `CONSENTUI_NOW` the error message repeats."""


def now() -> datetime:
    """The current time in UTC, to the second; raises UsageError if `CONSENTUI_NOW` is not a time."""
    if stopped := os.environ.get(STOPPED):
        return _parsed(stopped)
    return datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """Today's date in the person's time zone."""
    return local_day(now())


def local_day(moment: datetime) -> date:
    """The date of a moment in the person's time zone: an act at half past midnight belongs to the day just begun."""
    return local_time(moment).date()


def local_time(moment: datetime) -> datetime:
    """The moment in the person's time zone; unchanged if the conversion would leave the years 1 to 9999."""
    try:
        return moment.astimezone()
    except (OverflowError, ValueError):
        return moment


def end_of(day: date) -> datetime:
    """The last second of a day in the person's time zone, expressed in UTC."""
    last = datetime.combine(day, time.max.replace(microsecond=0))
    try:
        return last.astimezone(UTC)
    except (OverflowError, ValueError):
        return last.replace(tzinfo=UTC)


def day_after(day: date) -> date:
    """The next day; 31 December 9999, which Python's dates end with, is returned unchanged."""
    return day + timedelta(days=1) if day < date.max else day


def _parsed(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError) as error:
        raise UsageError(
            _("{name} is not a time.").format(name=STOPPED),
            clean_line(text)[:_SHOWN],
            _("Write it like 2026-11-21T12:00:00+00:00, or remove it."),
        ) from error
