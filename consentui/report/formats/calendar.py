"""Days to remember as an iCalendar file (RFC 5545), for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct


class Day(Struct, frozen=True):
    """A whole-day entry. The same `uid` in a later file updates it instead of adding another."""

    uid: str
    on: date
    title: str
    text: str = ""


def render(days: Iterable[Day], written: datetime) -> bytes:
    """The file with these days, in the order of their dates; `written` (UTC) is when it was made."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//consentui//consentui//EN")
    calendar.add("version", "2.0")
    for day in sorted(days, key=lambda one: (one.on, one.uid)):
        event = Event()
        event.add("uid", f"{day.uid}@consentui")
        event.add("dtstamp", written)
        event.add("dtstart", day.on)
        event.add("dtend", day.on + timedelta(days=1))
        event.add("summary", day.title)
        if day.text:
            event.add("description", day.text)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
