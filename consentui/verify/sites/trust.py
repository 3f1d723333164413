"""`datatrainingallowed=no` in trust.txt (JournalList), at the root of a site or below `.well-known`."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding, SignalStatement, said_in_all
from consentui.verify.sites.pieces import Passage, Place, Site, lines_of, quoted

_KEY = "datatrainingallowed"
_PLACES = (Place.TRUST_TXT, Place.TRUST_TXT_WELL_KNOWN)
_ANSWERS = {"no": True, "yes": False}


def read_trust(site: Site) -> SignalFinding:
    """What the file says about training; the first of the two places where it is not empty counts."""
    pieces = [site.piece(place) for place in _PLACES]
    place = next((place for place in _PLACES if site.text(place).strip()), Place.TRUST_TXT)
    found = tuple(_statements(site, place))
    if not found and (unknown := next((one for one in pieces if one.state == "unknown"), None)):
        return SignalFinding(Signal.TRUST_TXT, Says.UNKNOWN, why=unknown.why)
    says = said_in_all(found)
    evidence = tuple(one.evidence for one in found)
    if says is Says.REFUSES:
        return SignalFinding(Signal.TRUST_TXT, says, evidence)
    against = tuple(one.evidence for one in found if not one.refuses)
    return SignalFinding(Signal.TRUST_TXT, says, evidence, (Addition(place, (f"{_KEY}=no",), against),))


def _statements(site: Site, place: Place) -> Iterator[SignalStatement]:
    for number, line in lines_of(site.text(place)):
        key, _equals, value = line.partition("=")
        answer = value.strip().casefold()
        if key.strip().casefold() == _KEY and answer in _ANSWERS:
            yield SignalStatement(_ANSWERS[answer], whole=True, evidence=Passage(place, quoted(line), number))
