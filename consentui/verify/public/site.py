"""Observations from the signals of a site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from consentui.verify.public.observations import Observation, Reserve, sum_of
from consentui.verify.sites.findings import Says, Signal, SignalFinding
from consentui.verify.sites.look import Look
from consentui.verify.sites.pieces import Passage, Place, Site

_PLACES: Final = {
    Signal.ROBOTS: Place.ROBOTS,
    Signal.CONTENT_SIGNAL: Place.ROBOTS,
    Signal.TDMREP: Place.TDMREP,
    Signal.NOARCHIVE: Place.PAGE,
    Signal.NOAI: Place.PAGE,
    Signal.CONTENT_USAGE: Place.ROBOTS,
    Signal.RSL: Place.ROBOTS,
    Signal.TRUST_TXT: Place.TRUST_TXT,
    Signal.AI_TXT: Place.AI_TXT,
    Signal.GPC: Place.GPC,
}
"""The place to name for a signal that is missing."""
_OF_ONE_PAGE = frozenset({Place.PAGE, Place.HEADERS})


def observations_of_site(site: Site, looked: Look) -> Iterator[Observation]:
    """What the site shows by each signal; a signal that could not be fetched is left out."""
    for finding in looked.findings:
        if finding.says is not Says.UNKNOWN:
            yield _observed(site, looked, finding)


def _observed(site: Site, looked: Look, finding: SignalFinding) -> Observation:
    evidence = finding.evidence[0] if finding.evidence else _stand_in(finding, looked)
    page = Place.PAGE if evidence.place is Place.HEADERS else evidence.place
    piece = site.piece(page)
    return Observation(
        finding.signal,
        finding.says,
        site.root if evidence.place in _OF_ONE_PAGE else f"{site.root}/{evidence.place}",
        evidence.place,
        str(evidence.line) if evidence.line else "",
        evidence.text,
        sum_of(piece.content),
        _reserve(finding),
    )


def _stand_in(finding: SignalFinding, looked: Look) -> Passage:
    """The passage to show for a finding without evidence: its place and no text.

    For robots.txt, the text says how many of the known crawlers are refused, which may take a hundred lines there.
    """
    place = _PLACES[finding.signal]
    if finding.signal is not Signal.ROBOTS or finding.says is Says.NOTHING:
        return Passage(place, "")
    refused = sum(one.says is Says.REFUSES for one in looked.crawlers)
    return Passage(place, f"{refused}/{len(looked.crawlers)}")


def _reserve(finding: SignalFinding) -> Reserve | None:
    if finding.says is Says.NOT_READABLE:
        return Reserve.OTHER_SHAPE
    if finding.says is Says.PARTLY:
        return Reserve.IN_PART
    is_of_one_page = bool(finding.evidence) and all(one.place in _OF_ONE_PAGE for one in finding.evidence)
    return Reserve.ONE_PAGE if finding.says is Says.REFUSES and is_of_one_page else None
