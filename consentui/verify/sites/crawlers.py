"""Which of the known crawlers that collect pages for AI training robots.txt refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from consentui.knowledge.crawlers import Crawler
from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding
from consentui.verify.sites.pieces import Passage, Place, Site
from consentui.verify.sites.robots import EVERYONE, Robots, access_of


class Treatment(Struct, frozen=True):
    """How robots.txt treats one crawler."""

    crawler: Crawler
    says: Says
    by: str
    """The name of the group that applies to it: its own, `*`, or empty if no group applies."""
    allowing: tuple[Passage, ...] = ()
    """The `Allow` lines in a group of its own, which a refusal has to remove."""


def treatments(robots: Robots, crawlers: Iterable[Crawler]) -> Iterator[Treatment]:
    """How robots.txt treats each crawler."""
    for crawler in crawlers:
        by, rules = robots.rules_for(crawler.name)
        access = access_of(rules)
        if access.nothing:
            says = Says.REFUSES
        elif access.something_closed:
            says = Says.PARTLY
        else:
            says = Says.ALLOWS if access.is_said and by != EVERYONE else Says.NOTHING
        yield Treatment(crawler, says, by, access.allowing if by != EVERYONE else ())


def read_crawlers(site: Site, found: Iterable[Treatment]) -> SignalFinding:
    """What robots.txt says to all crawlers together, and the group to add for those not refused yet."""
    piece = site.piece(Place.ROBOTS)
    if piece.state == "unknown":
        return SignalFinding(Signal.ROBOTS, Says.UNKNOWN, why=piece.why)
    all_of_them = tuple(found)
    left = [one for one in all_of_them if one.says is not Says.REFUSES]
    if not left:
        return SignalFinding(Signal.ROBOTS, Says.REFUSES)
    lines = (*(f"User-agent: {one.crawler.name}" for one in left), "Disallow: /")
    opening = tuple(dict.fromkeys(evidence for one in left for evidence in one.allowing))
    missing = (Addition(Place.ROBOTS, lines, opening),)
    if any(one.says in {Says.REFUSES, Says.PARTLY} for one in all_of_them):
        return SignalFinding(Signal.ROBOTS, Says.PARTLY, missing=missing)
    said = Says.ALLOWS if all(one.says is Says.ALLOWS for one in all_of_them) else Says.NOTHING
    return SignalFinding(Signal.ROBOTS, said, missing=missing)
