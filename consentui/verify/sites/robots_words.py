"""The words `noai`, `noimageai` and `noarchive`, in robots marks of a page and in the header X-Robots-Tag."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding
from consentui.verify.sites.page import Mark
from consentui.verify.sites.pieces import Passage, Place, Site, quoted

_HEADER = "x-robots-tag"
_AGENT = re.compile(r"[\w-]+\s*:\s*")
"""Before a word of the header: the one crawler that it is meant for. `unavailable_after: …` looks the same."""


def read_noai(site: Site, marks: Sequence[Mark]) -> SignalFinding:
    """Whether pages and their images are marked as not to be used for AI (DeviantArt's words)."""
    missing = (
        Addition(Place.PAGE, ('<meta name="robots" content="noai, noimageai">',)),
        Addition(Place.HEADERS, ("X-Robots-Tag: noai, noimageai",)),
    )
    return _finding(Signal.NOAI, site, marks, ("noai", "noimageai"), missing)


def read_noarchive(site: Site, marks: Sequence[Mark]) -> SignalFinding:
    """Whether pages are marked so that Microsoft does not train on them."""
    missing = (
        Addition(Place.PAGE, ('<meta name="robots" content="noarchive">',)),
        Addition(Place.HEADERS, ("X-Robots-Tag: noarchive",)),
    )
    return _finding(Signal.NOARCHIVE, site, marks, ("noarchive",), missing)


def _finding(
    signal: Signal, site: Site, marks: Sequence[Mark], wanted: tuple[str, ...], missing: tuple[Addition, ...]
) -> SignalFinding:
    found = [(word, evidence) for word, evidence in _words(site, marks) if word in wanted]
    said = {word for word, _evidence in found}
    evidence = tuple(dict.fromkeys(evidence for _word, evidence in found))
    if wanted[0] in said:
        return SignalFinding(signal, Says.REFUSES, evidence)
    if said:
        return SignalFinding(signal, Says.PARTLY, evidence, missing)
    piece = site.piece(Place.PAGE)
    if piece.state == "unknown":
        return SignalFinding(signal, Says.UNKNOWN, why=piece.why)
    return SignalFinding(signal, Says.NOTHING, missing=missing)


def _words(site: Site, marks: Sequence[Mark]) -> Iterator[tuple[str, Passage]]:
    """The words that are meant for every crawler."""
    for mark in marks:
        if mark.name == "robots":
            yield from ((word.strip().casefold(), mark.evidence) for word in mark.content.split(","))
    value = (site.headers or {}).get(_HEADER, "")
    shown = Passage(Place.HEADERS, quoted(f"X-Robots-Tag: {value}"))
    for word in value.split(","):
        if _AGENT.match(word.strip()):
            return  # What follows is meant for that crawler, until nobody knows where.
        yield word.strip().casefold(), shown
