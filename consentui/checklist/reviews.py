"""When something settled wants another look: a platform changed, or a year passed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from consentui.knowledge.partial_dates import last_day
from consentui.knowledge.records import Control, Event, Platform

REVIEW_EVERY = timedelta(days=365)


class TimePassed(Struct, frozen=True):
    """Nobody has looked for a year."""

    since: date


class PlatformChanged(Struct, frozen=True):
    """Something happened on the platform after the person settled the control."""

    event: Event


ReviewReason = TimePassed | PlatformChanged


def reason_to_look_again(platform: Platform, control: Control, since: datetime, today: date) -> ReviewReason | None:
    """Why a control settled at `since` should be looked at again, or None; the latest event first."""
    settled = since.date()
    later = [
        event for event in platform.event if control.id in event.touches and settled < last_day(event.date) <= today
    ]
    if later:
        return PlatformChanged(max(later, key=lambda event: last_day(event.date)))
    return TimePassed(settled) if today - settled >= REVIEW_EVERY else None


def is_old(control: Control, today: date) -> bool:
    """Whether the facts about the control are past the date to check them again."""
    return today >= control.review_after
