"""Why a settled control should be looked at again: the platform changed, the facts were revised, or a year passed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from consentui.checklist.checks import Contradicted
from consentui.clock import local_day
from consentui.knowledge.changes import events_touching, last_change, revisions_after
from consentui.knowledge.records import Control, Event, Platform, Revision

REVIEW_EVERY = timedelta(days=365)
_DAY = timedelta(days=1)


class TimePassed(Struct, frozen=True):
    """The control was last settled a year ago or more."""

    since: date


class PlatformChanged(Struct, frozen=True):
    """Something happened on the platform after the person settled the control."""

    event: Event


class FactsRevised(Struct, frozen=True):
    """The facts about the control changed after the person settled it."""

    revision: Revision


class ShouldBeThere(Struct, frozen=True):
    """What the person asked for should have been delivered by now."""

    since: date
    """The day by which it should have been there."""


class WrittenByNewer(Struct, frozen=True):
    """A newer consentui wrote about the control, so that its standing is not known here."""


ReviewReason = TimePassed | PlatformChanged | FactsRevised | Contradicted | ShouldBeThere | WrittenByNewer


def reason_to_look_again(platform: Platform, control: Control, since: datetime, today: date) -> ReviewReason | None:
    """Why a control settled at `since` should be looked at again; None if it need not be.

    A change of the platform takes precedence over a revision of the facts, and that over the passing of time.
    """
    # The date in UTC is at most one day off the person's own: with that margin, nearly every settled control can be
    # ruled out without converting time zones.
    about = since.date()
    if about - last_change(platform, control, today) > _DAY and today - about + _DAY < REVIEW_EVERY:
        return None
    settled = local_day(since)
    if events := events_touching(platform, control, settled, today):
        return PlatformChanged(events[-1])
    if revisions := revisions_after(control, settled, today):
        return FactsRevised(revisions[-1])
    return TimePassed(settled) if today - settled >= REVIEW_EVERY else None


def reason_to_fetch(control: Control, asked: datetime, today: date) -> ShouldBeThere | None:
    """Why to look whether what was asked for has been delivered; None as long as it is not due."""
    if control.arrives_within is None:
        return None
    expected = local_day(asked) + timedelta(days=control.arrives_within)
    return ShouldBeThere(expected) if today >= expected else None


def is_old(control: Control, today: date) -> bool:
    """Whether the facts about the control are due to be checked again."""
    return today >= control.review_after
