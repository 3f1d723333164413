"""`Content-Signal: search=yes, ai-train=no` in robots.txt (Cloudflare)."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding, SignalStatement, said_in_all
from consentui.verify.sites.pieces import Place, Site
from consentui.verify.sites.preferences import answers_in
from consentui.verify.sites.robots import EVERYONE, Robots

_KEY = "content-signal"
_LINES = ("User-agent: *", "Content-Signal: search=yes, ai-train=no")
_ANSWERS = {"no": True, "yes": False}
"""Whether each answer to `ai-train` is a refusal."""


def read_content_signal(site: Site, robots: Robots) -> SignalFinding:
    """What the `Content-Signal` lines of robots.txt say about `ai-train`."""
    piece = site.piece(Place.ROBOTS)
    if piece.state == "unknown":
        return SignalFinding(Signal.CONTENT_SIGNAL, Says.UNKNOWN, why=piece.why)
    found = tuple(statements_in(robots, _KEY, "ai-train", _ANSWERS))
    says = said_in_all(found)
    evidence = tuple(one.evidence for one in found)
    if says is Says.REFUSES:
        return SignalFinding(Signal.CONTENT_SIGNAL, says, evidence)
    against = tuple(one.evidence for one in found if not one.refuses)
    return SignalFinding(Signal.CONTENT_SIGNAL, says, evidence, (Addition(Place.ROBOTS, _LINES, against),))


def statements_in(robots: Robots, key: str, use: str, answers: dict[str, bool]) -> Iterator[SignalStatement]:
    """The statements about a use in the lines of robots.txt with this key; `answers` tells which answers refuse."""
    for group in robots.groups:
        for rule in group.rules:
            if rule.key != key:
                continue
            path, said = answers_in(rule.value)
            if (answer := said.get(use)) in answers:
                whole = EVERYONE in group.agents and path in {"", "/"}
                yield SignalStatement(answers[answer], whole, rule.evidence)
