"""The words `noai`, `noimageai` and `noarchive` in a page's `robots` meta element and in the X-Robots-Tag header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding
from consentui.verify.sites.page import Mark
from consentui.verify.sites.pieces import Passage, Place, Site, quoted

_HEADER = "x-robots-tag"
_AGENT = re.compile(r"[\w-]+\s*:\s*")
"""The crawler to which the following words of the header are addressed. `unavailable_after: …` looks the same."""


def read_noai(site: Site, marks: Sequence[Mark]) -> SignalFinding:
    """Whether the page and its images are marked as not to be used for AI, in the words that DeviantArt introduced."""
    missing = (
        Addition(Place.PAGE, ('<meta name="robots" content="noai, noimageai">',)),
        Addition(Place.HEADERS, ("X-Robots-Tag: noai, noimageai",)),
    )
    return _finding(Signal.NOAI, site, marks, ("noai", "noimageai"), missing)


def read_noarchive(site: Site, marks: Sequence[Mark]) -> SignalFinding:
    """Whether the page has the mark `noarchive`, which keeps Microsoft from training on it."""
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
    """The words that are addressed to every crawler."""
    for mark in marks:
        if mark.name == "robots":
            yield from ((word.strip().casefold(), mark.evidence) for word in mark.content.split(","))
    value = (site.headers or {}).get(_HEADER, "")
    shown = Passage(Place.HEADERS, quoted(f"X-Robots-Tag: {value}"))
    for word in value.split(","):
        if _AGENT.match(word.strip()):
            return  # The words that follow are for that crawler, and it cannot be told where they end.
        yield word.strip().casefold(), shown
