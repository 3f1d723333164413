"""`.well-known/gpc.json`: whether the site says that it heeds the signal of its visitors' browsers (GPC).

It is about the visitors' data, not about the training of AI with the site's pages.
"""

from __future__ import annotations

from datetime import date

import msgspec

from consentui.verify.sites.findings import Addition, Finding, Says, Signal
from consentui.verify.sites.pieces import Evidence, Place, Site, quoted


def read_gpc(site: Site, today: date) -> Finding:
    """What the file says."""
    piece = site.piece(Place.GPC)
    missing = (Addition(Place.GPC, (f'{{"gpc": true, "lastUpdate": "{today.isoformat()}"}}',)),)
    if piece.state == "unknown":
        return Finding(Signal.GPC, Says.UNKNOWN, why=piece.why)
    if piece.state == "missing":
        return Finding(Signal.GPC, Says.NOTHING, missing=missing)
    text = site.text(Place.GPC)
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return Finding(Signal.GPC, Says.NOT_READABLE, missing=missing)
    heeds = value.get("gpc") if isinstance(value, dict) else None
    if not isinstance(heeds, bool):
        return Finding(Signal.GPC, Says.NOT_READABLE, missing=missing)
    evidence = (Evidence(Place.GPC, quoted(text)),)
    return Finding(Signal.GPC, Says.HEEDS, evidence) if heeds else Finding(Signal.GPC, Says.HEEDS_NOT, evidence)
