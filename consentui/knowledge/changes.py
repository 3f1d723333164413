"""What changed since a day: events on the platforms, and revisions of the facts about their controls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from consentui.knowledge.partial_dates import last_day
from consentui.knowledge.records import Control, Event, Platform, Revision, Text


class Change(Struct, frozen=True):
    """An event on a platform or a revision of its facts, with the controls it concerns."""

    on: str
    """The date, as a day, or as a month or year if no more is known."""
    platform: Platform
    what: Text
    controls: tuple[str, ...] = ()
    url: str = ""
    replaces: str = ""
    """For a new version of the policy or terms, the date of the version it replaces; empty if none is known."""


def changes_since(platforms: Iterable[Platform], since: date, today: date) -> tuple[Change, ...]:
    """Everything that changed after `since`, up to today, newest first."""
    found = (change for platform in platforms for change in _changes(platform))
    recent = (change for change in found if since < last_day(change.on) <= today)
    return tuple(sorted(recent, key=lambda change: (last_day(change.on), change.platform.id), reverse=True))


def _changes(platform: Platform) -> Iterator[Change]:
    for event in platform.event:
        yield Change(event.date, platform, event.what, event.touches, event.url, _replaced(platform, event))
    for control in platform.control:
        for revision in control.revision:
            yield Change(revision.date.isoformat(), platform, revision.what, (control.id,))


def _replaced(platform: Platform, event: Event) -> str:
    if not event.in_force:
        return ""
    before = policy_on(platform, last_day(event.date) - timedelta(days=1))
    return before.date if before else ""


def policy_on(platform: Platform, day: date) -> Event | None:
    """The version of the policy or terms in force on a day, which is the latest until then; None if none is known."""
    return next((one for one in reversed(_policies(platform)) if last_day(one.date) <= day), None)


def policies_after(platform: Platform, since: date, today: date) -> tuple[Event, ...]:
    """The versions of the policy or terms that came into force after `since`, up to today, oldest first."""
    return tuple(one for one in _policies(platform) if since < last_day(one.date) <= today)


def _policies(platform: Platform) -> list[Event]:
    return sorted((one for one in platform.event if one.in_force), key=lambda one: last_day(one.date))


def events_touching(platform: Platform, control: Control, since: date, today: date) -> tuple[Event, ...]:
    """The events after `since`, up to today, that concern a control, oldest first."""
    found = [event for event in platform.event if control.id in event.touches and since < last_day(event.date) <= today]
    return tuple(sorted(found, key=lambda event: last_day(event.date)))


def revisions_after(control: Control, since: date, today: date) -> tuple[Revision, ...]:
    """The revisions of the facts about a control after `since`, up to today, oldest first."""
    return tuple(sorted((one for one in control.revision if since < one.date <= today), key=lambda one: one.date))


@lru_cache(maxsize=4096)
def last_change(platform: Platform, control: Control, today: date) -> date:
    """The day of the latest event or revision that concerns a control, up to today; `date.min` if there is none."""
    events = (last_day(one.date) for one in events_touching(platform, control, date.min, today))
    return max((date.min, *events, *(one.date for one in revisions_after(control, date.min, today))))
