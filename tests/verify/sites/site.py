"""Build sites from a few texts."""

from __future__ import annotations

from datetime import date

from consentui.bundled import data_folder
from consentui.knowledge.base import KnowledgeBase
from consentui.verify.sites.findings import Signal, SignalFinding
from consentui.verify.sites.look import Look, look
from consentui.verify.sites.pieces import Piece, Place, Site

CRAWLERS = KnowledgeBase(data_folder()).crawlers().crawler
TODAY = date(2026, 11, 21)


def a_site(headers: dict[str, str] | None = None, /, **texts: str | bytes) -> Site:
    """A site with these files, named by their place: `robots="…"`."""
    pieces = {
        Place[name.upper()]: Piece("there", text.encode() if isinstance(text, str) else text)
        for name, text in texts.items()
    }
    return Site("https://example.org", pieces, headers)


def looked(site: Site) -> Look:
    return look(site, CRAWLERS, TODAY)


def finding(site: Site, signal: Signal) -> SignalFinding:
    (found,) = (one for one in looked(site).findings if one.signal is signal)
    return found
