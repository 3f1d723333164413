"""`ai.txt` (Spawning): the kinds of file that may not be used for AI, in the style of robots.txt."""

from __future__ import annotations

from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding
from consentui.verify.sites.pieces import Passage, Place, Site, lines_of, quoted

_ALL = frozenset({"/", "*", "/*"})
_MISSING = (Addition(Place.AI_TXT, ("Disallow: *.jpg",)),)


def read_ai_txt(site: Site) -> SignalFinding:
    """What the file refuses: everything if a line disallows every path and none allows any, otherwise a part."""
    piece = site.piece(Place.AI_TXT)
    if piece.state == "unknown":
        return SignalFinding(Signal.AI_TXT, Says.UNKNOWN, why=piece.why)
    refused: list[Passage] = []
    everything, allowed = False, False
    for number, line in lines_of(site.text(Place.AI_TXT)):
        key, _colon, value = line.partition(":")
        known, path = key.strip().casefold(), value.strip()
        if known == "disallow" and path:
            refused.append(Passage(Place.AI_TXT, quoted(line), number))
            everything = everything or path in _ALL
        allowed = allowed or (known == "allow" and bool(path))
    if not refused:
        return SignalFinding(Signal.AI_TXT, Says.NOTHING, missing=_MISSING)
    says = Says.REFUSES if everything and not allowed else Says.PARTLY
    return SignalFinding(Signal.AI_TXT, says, tuple(refused))
