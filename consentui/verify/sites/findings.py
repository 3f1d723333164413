"""What a signal comes to, and what would have to be written for it to be a refusal."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from consentui.verify.sites.pieces import Passage, Place


class Signal(StrEnum):
    """The ways in which a site speaks to machines, in the order in which they are shown."""

    ROBOTS = "robots-txt"
    CONTENT_SIGNAL = "content-signal"
    TDMREP = "tdmrep"
    NOARCHIVE = "noarchive"
    NOAI = "noai"
    CONTENT_USAGE = "content-usage"
    RSL = "rsl"
    TRUST = "trust-txt"
    AI_TXT = "ai-txt"
    GPC = "gpc-json"


class Says(StrEnum):
    """What a signal says about AI training; `HEEDS` and `HEEDS_NOT` are about visitors' own signal (GPC)."""

    REFUSES = "refuses"
    PARTLY = "partly"
    """It refuses some crawlers, some pages or some kinds of file; or two places differ."""
    ALLOWS = "allows"
    """It says so; silence is none."""
    NOTHING = "says-nothing"
    NOT_READABLE = "not-readable"
    """Something stands there that is not as it must be: whoever looks finds nothing."""
    UNKNOWN = "unknown"
    """It could not be looked at."""
    HEEDS = "heeds-gpc"
    HEEDS_NOT = "does-not-heed-gpc"


class Addition(Struct, frozen=True):
    """Lines that are missing somewhere."""

    place: Place
    lines: tuple[str, ...]
    instead_of: tuple[Passage, ...] = ()
    """What must go, since it says otherwise."""


class SignalFinding(Struct, frozen=True):
    """What a site says by one signal."""

    signal: Signal
    says: Says
    evidence: tuple[Passage, ...] = ()
    missing: tuple[Addition, ...] = ()
    """None where training is refused already."""
    needs_all: bool = False
    """Whether all that is missing is needed; else any of it will do."""
    why: str = ""
    """Why it could not be looked at."""


class SignalStatement(Struct, frozen=True):
    """One thing that is said in one place."""

    refuses: bool
    whole: bool
    """Whether it is said of the whole site, or of the page that was looked at, and to everyone."""
    evidence: Passage


def said_in_all(statements: Iterable[SignalStatement]) -> Says:
    """What several statements come to together; never more of a refusal than each of them."""
    found = tuple(statements)
    wide = {one.refuses for one in found if one.whole}
    narrow = {one.refuses for one in found if not one.whole}
    if not found:
        return Says.NOTHING
    if wide == {True} and False not in narrow:
        return Says.REFUSES
    if True not in wide | narrow:
        return Says.ALLOWS if wide else Says.NOTHING
    return Says.PARTLY
