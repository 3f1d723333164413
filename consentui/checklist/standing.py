"""Where a control stands for an account, worked out from the entries about it; never stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from consentui.journal.entries import AboutControl, Decided, Decision, Recorded


class Standing(StrEnum):
    """Where a control stands for an account."""

    OPEN = "open"
    POSTPONED = "postponed"
    BLOCKED = "blocked"
    """It was tried, and another way is needed."""
    WAITING = "waiting"
    """The platform owes an answer."""
    REVIEW = "review"
    """It was settled, and something has happened since."""
    SETTLED = "settled"
    ALLOWED = "allowed"
    """The person allows the use: a decision as good as any."""
    COVERED = "covered"
    """It failed, and another control took its place."""
    NOT_OFFERED = "not-offered"
    """The platform does not offer it to this account, and there is no other way."""


SETTLED_STANDINGS = frozenset({Standing.SETTLED, Standing.ALLOWED, Standing.COVERED})
CLOSED_STANDINGS = SETTLED_STANDINGS | {Standing.NOT_OFFERED}


class Position(Struct, frozen=True):
    """What the entries about one control of one account come to."""

    standing: Standing = Standing.OPEN
    decision: Decision = Decision.UNDECIDED
    since: datetime | None = None
    last: Recorded | None = None
    """The outcome that counts, if one was recorded."""
    failed: tuple[Recorded, ...] = ()
    """The attempts that failed since the last one that worked, oldest first."""


def position(about: Sequence[AboutControl]) -> Position:
    """The position that these entries (oldest first) lead to."""
    here = Position()
    for entry in about:
        if isinstance(entry, Decided):
            here = _after_decision(here, entry)
        elif isinstance(entry, Recorded):
            here = _after_outcome(here, entry)
    return here


def _after_decision(before: Position, entry: Decided) -> Position:
    if entry.decision is Decision.ALLOW:
        return Position(Standing.ALLOWED, entry.decision, entry.at, before.last, before.failed)
    standing = Standing.OPEN if before.standing is Standing.ALLOWED else before.standing
    # What was settled stays as old as it is: nobody looked at the platform.
    since = entry.at if standing is Standing.OPEN else before.since
    return Position(standing, entry.decision, since, before.last, before.failed)


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
    """Only what is to do can be put off: what stands is as old as it was, and due for review when it was."""
    if before.standing in {Standing.OPEN, Standing.POSTPONED}:
        return Position(Standing.POSTPONED, before.decision, entry.at, entry, before.failed)
    return replace(before, last=entry) if before.standing is Standing.BLOCKED else before
