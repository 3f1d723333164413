"""Where a control stands for an account, worked out from the entries about it; never stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from consentui.checklist.checks import Shown, seen_at, shown
from consentui.clock import local_day
from consentui.journal.entries import AboutControl, Checked, Decided, Decision, Recorded
from consentui.knowledge.records import Desired


class Standing(StrEnum):
    """Where a control stands for an account."""

    OPEN = "open"
    POSTPONED = "postponed"
    BLOCKED = "blocked"
    """An attempt failed, and another way is needed."""
    WAITING = "waiting"
    """The platform owes an answer."""
    REVIEW = "review"
    """It was settled or sent, and should be looked at again."""
    SETTLED = "settled"
    ALLOWED = "allowed"
    """The person decided to allow the use."""
    COVERED = "covered"
    """An attempt failed, and a fallback control is settled instead."""
    NOT_OFFERED = "not-offered"
    """The platform does not offer it to this account, and there is no other way."""


SETTLED_STANDINGS = frozenset({Standing.SETTLED, Standing.ALLOWED, Standing.COVERED})
CLOSED_STANDINGS = SETTLED_STANDINGS | {Standing.NOT_OFFERED}


class Position(Struct, frozen=True):
    """The state of one control of one account, worked out from the entries about it."""

    standing: Standing = Standing.OPEN
    decision: Decision = Decision.UNDECIDED
    since: datetime | None = None
    last: Recorded | None = None
    """The outcome that counts; None if none was recorded."""
    failed: tuple[Recorded, ...] = ()
    """The attempts that failed since the last one that worked, oldest first."""
    confirmed: Checked | None = None
    """The last check since the last outcome that showed the control as wanted; None if there is none."""
    denied: tuple[Checked, ...] = ()
    """The last check of each source, since the last outcome, that shows the control otherwise."""
    checked: Checked | None = None
    """The last check since the last outcome, whatever it found; None if there is none."""


UNTOUCHED = Position()
"""The position of a control about which nothing was ever recorded."""


def position(about: Sequence[AboutControl], desired: Desired = "off") -> Position:
    """The position that these entries (oldest first) lead to, for a control with this desired state."""
    here = UNTOUCHED
    for entry in about[_last_settling(about) :]:
        if isinstance(entry, Decided):
            here = _after_decision(here, entry)
        elif isinstance(entry, Recorded):
            here = _after_outcome(here, entry)
        elif isinstance(entry, Checked):
            here = replace(_after_check(here, entry, shown(entry, desired)), checked=entry)
    return here


def _last_settling(about: Sequence[AboutControl]) -> int:
    """The index of the last outcome that settled the control, before which nothing matters any more; 0 without one."""
    for index in range(len(about) - 1, 0, -1):
        entry = about[index]
        if isinstance(entry, Recorded) and entry.outcome.effect == "settles":
            return index
    return 0


def _after_check(before: Position, entry: Checked, finding: Shown | None) -> Position:
    """The position after a check, which counts as of the day its file was made: newer entries outweigh it."""
    as_of = seen_at(entry)
    said = before.last.at if before.last else None
    if finding is None or before.standing is Standing.ALLOWED or (said and local_day(as_of) < local_day(said)):
        return before
    if any(newer.source == entry.source and seen_at(newer) > as_of for newer in _checks_of(before)):
        return before
    others = tuple(one for one in before.denied if one.source != entry.source)
    if finding is Shown.AS_WANTED:
        standing = before.standing if others else Standing.SETTLED
        since = before.since if others else as_of
        return replace(before, standing=standing, since=since, confirmed=entry, denied=others, failed=())
    if said and local_day(as_of) == local_day(said) and not entry.is_public:
        # Within one day, it is unknown whether the file was made before or after the outcome.
        return before
    return replace(before, confirmed=None, denied=(*others, entry))


def _checks_of(here: Position) -> tuple[Checked, ...]:
    return (*here.denied, here.confirmed) if here.confirmed else here.denied


def _after_decision(before: Position, entry: Decided) -> Position:
    if entry.decision is Decision.ALLOW:
        return Position(Standing.ALLOWED, entry.decision, entry.at, before.last, before.failed)
    standing = Standing.OPEN if before.standing is Standing.ALLOWED else before.standing
    # A decision does not make what was settled any newer: nobody looked at the platform.
    since = entry.at if standing is Standing.OPEN else before.since
    return replace(before, standing=standing, decision=entry.decision, since=since)


def _after_outcome(before: Position, entry: Recorded) -> Position:
    match entry.outcome.effect:
        case "puts-off":
            return _after_putting_off(before, entry)
        case "settles":
            return Position(Standing.SETTLED, Decision.REFUSE, entry.at, entry)
        case "waits":
            return Position(Standing.WAITING, Decision.REFUSE, entry.at, entry, before.failed)
        case "fails":
            return Position(Standing.BLOCKED, Decision.REFUSE, entry.at, entry, (*before.failed, entry))
        case _:
            assert_never(entry.outcome.effect)


def _after_putting_off(before: Position, entry: Recorded) -> Position:
    """The position after a postponement: only open items are put off; a settled one keeps its age and review date."""
    if before.standing in {Standing.OPEN, Standing.POSTPONED}:
        return Position(Standing.POSTPONED, before.decision, entry.at, entry, before.failed)
    return replace(before, last=entry) if before.standing is Standing.BLOCKED else before
