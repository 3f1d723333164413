"""The order in which to act: the effect of a control divided by its effort.

No item is ranked by hand: every figure is in a table of this module, and `reasons` gives those that make up a score.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import prod
from typing import Literal

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.standing import Standing
from consentui.knowledge.records import Control, Default, Evidence, Purpose

Reason = Literal["use", "reach", "lasting", "default", "evidence"]
"""What a factor of a score is about: the use made of the data, whether they reach others, whether that can be undone,
what happens if nobody acts, and how certain it is that there is something to act on."""

USE: dict[Purpose, float] = {
    "ai-training": 7,
    "human-review": 7,
    "advertising": 6,
    "third-party-sharing": 5,
    "visibility": 5,
    "personalisation": 4,
    "ai-feature": 4,
    "retention": 3,
}
REACH: dict[Purpose, float] = {"third-party-sharing": 1.4, "visibility": 1.1}
"""Higher if data leave the platform; 1 for all other purposes."""

LASTING: dict[Purpose, float] = {"ai-training": 1.5, "third-party-sharing": 1.2}
"""Higher if it cannot be undone: a model keeps what it has learned, others keep what they got; 1 for all others."""

DEFAULT: dict[Default, float] = {"on": 2.0, "unknown": 1.5, "n/a": 1.0, "off": 0.5}

EVIDENCE: dict[Evidence, float] = {
    "verified": 1.0,
    "documented": 1.0,
    "reported": 0.9,
    "contested": 0.8,
    "unresolved": 0.4,
}

FREE_MINUTES = 5
"""Minutes added to the effort of every control, so that a long form does not rank a hundred times below a switch."""


class Weight(Struct, frozen=True):
    """One factor of a score."""

    reason: Reason
    factor: float


def reasons(control: Control) -> tuple[Weight, ...]:
    """The factors of a control's effect; the score is their product divided by the effort."""
    return (
        Weight("use", USE[control.purpose]),
        Weight("reach", REACH.get(control.purpose, 1.0)),
        Weight("lasting", LASTING.get(control.purpose, 1.0)),
        Weight("default", DEFAULT[control.default]),
        Weight("evidence", EVIDENCE[control.evidence]),
    )


@lru_cache(maxsize=4096)
def score(control: Control) -> float:
    """The effect of a control divided by its effort in minutes; the highest comes first."""
    return prod(weight.factor for weight in reasons(control)) / (control.minutes + FREE_MINUTES)


_TURN = {Standing.OPEN: 0, Standing.BLOCKED: 0, Standing.REVIEW: 0, Standing.POSTPONED: 1}


def turn(item: Item) -> tuple[bool, int, float]:
    """The sort key of an open item: contradicted items first, postponed ones last, each by descending score."""
    return not item.is_contradicted, _TURN[item.standing], -score(item.control)


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """The open items in the order to take them."""
    return tuple(sorted((item for item in items if item.is_open), key=turn))


def walk_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """All items of a walk: the open ones in order, then the others in the order in which they are given."""
    items = tuple(items)
    first = in_order(items)
    taken = {(item.account.id, item.ref) for item in first}
    return (*first, *(item for item in items if (item.account.id, item.ref) not in taken))
