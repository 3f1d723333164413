"""Days to remember as an iCalendar file (RFC 5545), for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event
from msgspec import Struct

_RINGS_AT = timedelta(hours=9)
"""When the alarm rings, after the beginning of the day: at an hour when a person can do something about it."""


class Day(Struct, frozen=True):
    """A whole-day entry. The same `uid` in a later file updates it instead of adding another."""

    uid: str
    on: date
    title: str
    changed: datetime
    """When something was last recorded about it, in UTC."""
    revision: int
    """Never lower than in an earlier file."""
    text: str = ""
    is_cancelled: bool = False
    """Whether nothing is to be remembered any more: a calendar that has the entry strikes it out."""


def render(days: Iterable[Day], written: datetime) -> bytes:
    """The calendar file with these days, in the order of their dates; `written` (UTC) is when it was made."""
    calendar = Calendar()
    calendar.add("prodid", "-//consentui//consentui//EN")
    calendar.add("version", "2.0")
    for day in sorted(days, key=lambda one: (one.on, one.uid)):
        calendar.add_component(_event(day, written))
    return bytes(calendar.to_ical())


def _event(day: Day, written: datetime) -> Event:
    event = Event()
    event.add("uid", f"{day.uid}@consentui")
    event.add("dtstamp", written)
    event.add("last-modified", day.changed)
    event.add("sequence", day.revision)
    event.add("dtstart", day.on)
    if day.on < date.max:
        event.add("dtend", day.on + timedelta(days=1))
    event.add("summary", day.title)
    if day.text:
        event.add("description", day.text)
    event.add("status", "CANCELLED" if day.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if not day.is_cancelled:
        event.add_component(_alarm(day.title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _RINGS_AT)
    return alarm
