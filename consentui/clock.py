"""The one place that asks what time it is; everything else is told.

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
"""In letters: how much of what is no time is repeated."""


def now() -> datetime:
    """The time now, in UTC, to the second."""
    if stopped := os.environ.get(STOPPED):
        return _parsed(stopped)
    return datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """The day it is where the person is."""
    return local_day(now())


def local_day(moment: datetime) -> date:
    """The day that a moment falls on where the person is: what was done at half past midnight was done that day."""
    return local_time(moment).date()


def local_time(moment: datetime) -> datetime:
    """What a clock on the wall shows at a moment where the person is; that of UTC at the ends of all time."""
    try:
        return moment.astimezone()
    except (OverflowError, ValueError):
        return moment


def end_of(day: date) -> datetime:
    """The last second of a day where the person is, in UTC."""
    last = datetime.combine(day, time.max.replace(microsecond=0))
    try:
        return last.astimezone(UTC)
    except (OverflowError, ValueError):
        return last.replace(tzinfo=UTC)


def day_after(day: date) -> date:
    """The next day; the last that there is, in the year 9999, has none and stays."""
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
