"""Reading all signals of a site."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from consentui.knowledge.crawlers import Crawler
from consentui.verify.sites.ai_txt import read_ai_txt
from consentui.verify.sites.content_signal import read_content_signal
from consentui.verify.sites.content_usage import read_content_usage
from consentui.verify.sites.crawlers import Treatment, read_crawlers, treatments
from consentui.verify.sites.findings import SignalFinding
from consentui.verify.sites.gpc import read_gpc
from consentui.verify.sites.page import marks_in
from consentui.verify.sites.pieces import Place, Site
from consentui.verify.sites.robots import read_robots
from consentui.verify.sites.robots_words import read_noai, read_noarchive
from consentui.verify.sites.rsl import read_rsl
from consentui.verify.sites.tdmrep import read_tdmrep
from consentui.verify.sites.trust import read_trust


class Look(Struct, frozen=True):
    """What a site says by all signals, and how it treats each crawler."""

    findings: tuple[SignalFinding, ...]
    """One finding for each signal, in the order of `Signal`."""
    crawlers: tuple[Treatment, ...]


def look(site: Site, crawlers: Iterable[Crawler], today: date) -> Look:
    """What a site tells machines about AI, as far as its pieces were fetched."""
    robots = read_robots(site.text(Place.ROBOTS))
    marks = marks_in(site)
    found = tuple(treatments(robots, crawlers))
    return Look(
        (
            read_crawlers(site, found),
            read_content_signal(site, robots),
            read_tdmrep(site, marks),
            read_noarchive(site, marks),
            read_noai(site, marks),
            read_content_usage(site, robots),
            read_rsl(site, robots),
            read_trust(site),
            read_ai_txt(site),
            read_gpc(site, today),
        ),
        found,
    )
