"""Observations from an account's public records on atproto."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from consentui.text import clean_line, shorten
from consentui.verify.atproto.identity import member
from consentui.verify.atproto.records import Collection, Declared, Record, SaidWish, Wish, declared
from consentui.verify.public.observations import Observation, Reserve

NO_AI = "no-ai"
"""The sign for refusing AI, which can be declared in either of two records."""
_FIELDS: dict[Wish, tuple[str, ...]] = {
    Wish.HIDDEN_FROM_VISITORS: ("labels", "values"),
    Wish.NOT_RECOMMENDED: ("hideFromAlgorithmicRecommendations",),
    Wish.TRAINING: ("preferences", "training"),
    Wish.GENERATION: ("syntheticContentGeneration",),
}
_LONGEST = 200


def observations_of_records(server: str, did: str, records: Mapping[Collection, Record]) -> Iterator[Observation]:
    """What the records of an account show; a sign whose record could not be fetched is left out."""
    said = {one.wish: one for one in declared(dict(records))}
    for wish in (Wish.HIDDEN_FROM_VISITORS, Wish.NOT_RECOMMENDED):
        if said[wish].said is not SaidWish.UNKNOWN:
            yield _observed(wish.value, said[wish], server, did, records)
    about_ai = [said[Wish.TRAINING], said[Wish.GENERATION]]
    if all(one.said is not SaidWish.UNKNOWN for one in about_ai):
        yield _observed(NO_AI, _together(about_ai), server, did, records)


def _together(declarations: list[Declared]) -> Declared:
    """The declaration that says something; not readable if two contradict each other."""
    heard = [one for one in declarations if one.said is not SaidWish.NOT_DECLARED]
    if len({one.said for one in heard}) > 1:
        first = heard[0]
        return Declared(first.wish, SaidWish.NOT_READABLE, first.collection)
    return heard[0] if heard else declarations[0]


def _printed(value: Any, steps: tuple[str, ...]) -> str:
    """The value at these keys as JSON, shortened; empty if there is none."""
    for step in steps:
        value = member(value, step)
    return "" if value is None else shorten(clean_line(msgspec.json.encode(value).decode()), _LONGEST)


def _observed(sign: str, one: Declared, server: str, did: str, records: Mapping[Collection, Record]) -> Observation:
    record = records[one.collection]
    return Observation(
        sign,
        one.said,
        f"{server}/xrpc/com.atproto.repo.getRecord?repo={did}&collection={one.collection}&rkey=self",
        one.collection,
        " › ".join(_FIELDS[one.wish]) if record.state == "there" else "",
        _printed(record.value, _FIELDS[one.wish]),
        record.sha256,
        Reserve.OTHER_SHAPE if one.said is SaidWish.NOT_READABLE else None,
    )
