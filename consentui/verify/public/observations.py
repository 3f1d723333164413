"""One thing that was seen in public about a control, and what it comes to."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from consentui.journal.entries import Verdict
from consentui.knowledge.records import PublicSign
from consentui.verify.verdicts import meaning_of


class Reserve(StrEnum):
    """Why something that was seen does not say how a control stands."""

    IN_PART = "in-part"
    """It refuses some and not others: whether these are the ones that were meant, nobody can tell."""
    ONE_PAGE = "one-page"
    """It was seen on one page, and others may differ."""
    OTHER_SHAPE = "other-shape"
    """Something stands there that is not as any that is known."""
    NOT_TOLD = "not-told"
    """The host is asked for it, and does not tell: older servers leave it out."""
    STILL_OPEN = "still-open"
    """What was asked for stands there, and nobody has dealt with it yet."""


class Observation(Struct, frozen=True):
    """What a host showed of one sign."""

    sign: str
    says: str
    """In a word that the knowledge base gives a meaning."""
    address: str
    """Where it was read."""
    member: str
    """The file, page or record there."""
    field: str = ""
    """Where in it: a key, or the number of a line."""
    value: str = ""
    """As it is printed there."""
    sha256: str = ""
    reserve: Reserve | None = None


class Sight(Struct, frozen=True):
    """What a host showed of an account."""

    host: str
    observations: tuple[Observation, ...]
    failures: tuple[str, ...] = ()
    """What could not be asked for, and why."""


def judged(seen: Observation, sign: PublicSign) -> tuple[Verdict, str]:
    """The verdict on a control, and the reason where it is none."""
    if seen.reserve is Reserve.OTHER_SHAPE:
        return Verdict.NOT_READABLE, seen.reserve.value
    if seen.reserve:
        return Verdict.SAYS_NOTHING, seen.reserve.value
    found = meaning_of(seen.says, sign)
    return found, "unknown-value" if found is Verdict.NOT_READABLE else ""


def sum_of(content: bytes) -> str:
    """The SHA-256 of what was read, empty where nothing was there."""
    return sha256(content).hexdigest() if content else ""
