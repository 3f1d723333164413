"""`.well-known/gpc.json`: whether the site says that it respects Global Privacy Control (GPC), its visitors' signal.

This concerns the visitors' data, not the use of the site's pages for AI training.
"""

from __future__ import annotations

from datetime import date

import msgspec

from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding
from consentui.verify.sites.pieces import Passage, Place, Site, quoted


def read_gpc(site: Site, today: date) -> SignalFinding:
    """What the file says about GPC; `today` is the date in the lines to add if it is missing."""
    piece = site.piece(Place.GPC)
    missing = (Addition(Place.GPC, (f'{{"gpc": true, "lastUpdate": "{today.isoformat()}"}}',)),)
    if piece.state == "unknown":
        return SignalFinding(Signal.GPC, Says.UNKNOWN, why=piece.why)
    if piece.state == "missing":
        return SignalFinding(Signal.GPC, Says.NOTHING, missing=missing)
    text = site.text(Place.GPC)
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return SignalFinding(Signal.GPC, Says.NOT_READABLE, missing=missing)
    heeds = value.get("gpc") if isinstance(value, dict) else None
    if not isinstance(heeds, bool):
        return SignalFinding(Signal.GPC, Says.NOT_READABLE, missing=missing)
    evidence = (Passage(Place.GPC, quoted(text)),)
    return (
        SignalFinding(Signal.GPC, Says.HEEDS, evidence)
        if heeds
        else SignalFinding(Signal.GPC, Says.HEEDS_NOT, evidence)
    )
