"""What was observed in public about a control, and the verdict that follows."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from consentui.journal.entries import Verdict
from consentui.knowledge.records import PublicSign
from consentui.verify.verdicts import meaning_of


class Reserve(StrEnum):
    """Why an observation does not show the state of a control."""

    IN_PART = "in-part"
    """It refuses some and not others, and nobody can tell whether these are the ones that count."""
    ONE_PAGE = "one-page"
    """It was seen on one page only, and others may differ."""
    OTHER_SHAPE = "other-shape"
    """The value is not of a known form."""
    NOT_TOLD = "not-told"
    """The host answered but did not say, as older servers do."""
    STILL_OPEN = "still-open"
    """The request is public, but nobody has dealt with it yet."""


class Observation(Struct, frozen=True):
    """What a host showed for one sign."""

    sign: str
    says: str
    """The value, as a word to which the knowledge base gives a meaning."""
    address: str
    """The address at which it was read."""
    member: str
    """The file, page or record at that address."""
    field: str = ""
    """The place in it: a key or a line number."""
    value: str = ""
    """The value as written there."""
    sha256: str = ""
    """The SHA-256 of what was read, in hexadecimal; empty if there was nothing."""
    reserve: Reserve | None = None
    """Why it shows nothing about the control; None if it does."""


class Sight(Struct, frozen=True):
    """What a host showed about an account or a site."""

    host: str
    observations: tuple[Observation, ...]
    failures: tuple[str, ...] = ()
    """What could not be fetched, and why."""


def judged(seen: Observation, sign: PublicSign) -> tuple[Verdict, str]:
    """The verdict on a control, and the reason if the observation settles nothing; otherwise the reason is empty."""
    if seen.reserve is Reserve.OTHER_SHAPE:
        return Verdict.NOT_READABLE, seen.reserve.value
    if seen.reserve:
        return Verdict.SAYS_NOTHING, seen.reserve.value
    found = meaning_of(seen.says, sign)
    return found, "unknown-value" if found is Verdict.NOT_READABLE else ""


def sum_of(content: bytes) -> str:
    """The SHA-256 of a content in hexadecimal; empty if the content is empty."""
    return sha256(content).hexdigest() if content else ""
