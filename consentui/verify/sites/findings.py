"""What a signal says, and the lines that are missing for it to be a refusal."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from consentui.verify.sites.pieces import Passage, Place


class Signal(StrEnum):
    """The ways in which a site can tell machines its wishes, in the order in which they are shown."""

    ROBOTS = "robots-txt"
    CONTENT_SIGNAL = "content-signal"
    TDMREP = "tdmrep"
    NOARCHIVE = "noarchive"
    NOAI = "noai"
    CONTENT_USAGE = "content-usage"
    RSL = "rsl"
    TRUST_TXT = "trust-txt"
    AI_TXT = "ai-txt"
    GPC = "gpc-json"


class Says(StrEnum):
    """What a signal says about AI training; `HEEDS` and `HEEDS_NOT` are about the visitors' own signal (GPC)."""

    REFUSES = "refuses"
    PARTLY = "partly"
    """It refuses some crawlers, some pages or some kinds of file, or two places contradict each other."""
    ALLOWS = "allows"
    """It allows training explicitly; silence does not count."""
    NOTHING = "says-nothing"
    NOT_READABLE = "not-readable"
    """It is malformed, so that crawlers ignore it."""
    UNKNOWN = "unknown"
    """It could not be fetched."""
    HEEDS = "heeds-gpc"
    HEEDS_NOT = "does-not-heed-gpc"


class Addition(Struct, frozen=True):
    """Lines to add for a refusal."""

    place: Place
    lines: tuple[str, ...]
    instead_of: tuple[Passage, ...] = ()
    """What has to be removed because it contradicts the lines."""


class SignalFinding(Struct, frozen=True):
    """What a site says by one signal."""

    signal: Signal
    says: Says
    evidence: tuple[Passage, ...] = ()
    missing: tuple[Addition, ...] = ()
    """What to add for a refusal; empty if training is refused already."""
    needs_all: bool = False
    """Whether all additions are needed, rather than any one of them."""
    why: str = ""
    """Why it could not be fetched."""


class SignalStatement(Struct, frozen=True):
    """One statement about training in one place."""

    refuses: bool
    whole: bool
    """Whether it is addressed to everyone and covers the whole site, or the page that the header came with."""
    evidence: Passage


def said_in_all(statements: Iterable[SignalStatement]) -> Says:
    """What several statements say together: a refusal only if one covers the whole site and none allows anything."""
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
