"""`Content-Usage: train-ai=n` in robots.txt or as an HTTP header (IETF draft)."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.verify.sites.content_signal import statements_in
from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding, SignalStatement, said_in_all
from consentui.verify.sites.pieces import Passage, Place, Site, quoted
from consentui.verify.sites.preferences import answers_in
from consentui.verify.sites.robots import Robots

_NAME = "content-usage"
_LINE = "Content-Usage: train-ai=n"
_ANSWERS = {"n": True, "y": False}
"""Whether each answer to `train-ai` is a refusal."""


def read_content_usage(site: Site, robots: Robots) -> SignalFinding:
    """What the `Content-Usage` lines of robots.txt and the header say about `train-ai`."""
    piece = site.piece(Place.ROBOTS)
    found = (*statements_in(robots, _NAME, "train-ai", _ANSWERS), *_in_header(site))
    if piece.state == "unknown" and not found:
        return SignalFinding(Signal.CONTENT_USAGE, Says.UNKNOWN, why=piece.why)
    says = said_in_all(found)
    evidence = tuple(one.evidence for one in found)
    if says is Says.REFUSES:
        return SignalFinding(Signal.CONTENT_USAGE, says, evidence)
    against = tuple(one.evidence for one in found if not one.refuses)
    missing = (Addition(Place.ROBOTS, ("User-agent: *", _LINE), against), Addition(Place.HEADERS, (_LINE,)))
    return SignalFinding(Signal.CONTENT_USAGE, says, evidence, missing)


def _in_header(site: Site) -> Iterator[SignalStatement]:
    value = (site.headers or {}).get(_NAME, "")
    answer = answers_in(value)[1].get("train-ai")
    if answer in _ANSWERS:
        yield SignalStatement(
            _ANSWERS[answer], whole=True, evidence=Passage(Place.HEADERS, quoted(f"{_NAME}: {value}"))
        )
