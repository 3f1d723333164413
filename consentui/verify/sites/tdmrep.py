"""The TDM Reservation Protocol: a file, a header and a `meta` element. 1 reserves the right of Art. 4, 0 does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from consentui.verify.sites.findings import Addition, Says, Signal, SignalFinding, SignalStatement, said_in_all
from consentui.verify.sites.page import Mark
from consentui.verify.sites.pieces import Passage, Place, Site, quoted

_NAME = "tdm-reservation"
_WHOLE = frozenset({"/", "/*", "*"})
_RULE = '{"location": "/", "tdm-reservation": 1}'
_MOST_RULES = 1000


def read_tdmrep(site: Site, marks: Sequence[Mark]) -> SignalFinding:
    """What the file, the header and the page say; not readable if the file is malformed and no header refuses."""
    piece = site.piece(Place.TDMREP)
    rules = _rules(site) if piece.state == "there" else ()
    found = (*_in_file(rules or ()), *_in_header(site), *_in_page(marks))
    evidence = tuple(one.evidence for one in found)
    says = said_in_all(found)
    if rules is None and says is not Says.REFUSES:
        return SignalFinding(Signal.TDMREP, Says.NOT_READABLE, evidence, _missing(has_rules=False))
    if piece.state == "unknown" and not found:
        return SignalFinding(Signal.TDMREP, Says.UNKNOWN, why=piece.why)
    if says is Says.REFUSES:
        return SignalFinding(Signal.TDMREP, says, evidence)
    against = tuple(one.evidence for one in found if not one.refuses)
    return SignalFinding(Signal.TDMREP, says, evidence, _missing(has_rules=bool(rules), against=against))


def _missing(*, has_rules: bool, against: tuple[Passage, ...] = ()) -> tuple[Addition, ...]:
    """The additions, of which one is enough: a rule for the file, or a whole file if it has no rules; or the header."""
    rule = (_RULE,) if has_rules else (f"[{_RULE}]",)
    return Addition(Place.TDMREP, rule, against), Addition(Place.HEADERS, ("tdm-reservation: 1",))


def _rules(site: Site) -> tuple[dict[str, Any], ...] | None:
    """The rules of the file; None if it is malformed."""
    try:
        value = msgspec.json.decode(site.text(Place.TDMREP))
    except (msgspec.DecodeError, RecursionError):
        return None
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        return None
    return tuple(value[:_MOST_RULES])


def _in_file(rules: Sequence[dict[str, Any]]) -> Iterator[SignalStatement]:
    """The statements of the rules; the first that matches a page applies, so none counts after one for all pages."""
    for rule in rules:
        location, value = rule.get("location"), rule.get(_NAME)
        if value not in {0, 1} if isinstance(value, int) and not isinstance(value, bool) else True:
            continue
        whole = location in _WHOLE if isinstance(location, str) else False
        shown = quoted(msgspec.json.encode(rule).decode("utf-8", "replace"))
        yield SignalStatement(value == 1, whole, Passage(Place.TDMREP, shown))
        if whole:
            return


def _in_header(site: Site) -> Iterator[SignalStatement]:
    value = (site.headers or {}).get(_NAME, "").strip()
    if value in {"0", "1"}:
        yield SignalStatement(value == "1", whole=True, evidence=Passage(Place.HEADERS, f"{_NAME}: {value}"))


def _in_page(marks: Sequence[Mark]) -> Iterator[SignalStatement]:
    """The statements of `meta` elements, which cover the text of the page but not the images and files in it."""
    for mark in marks:
        value = mark.content.strip()
        if mark.name == _NAME and value in {"0", "1"}:
            yield SignalStatement(value == "1", whole=False, evidence=mark.evidence)
