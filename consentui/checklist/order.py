"""The order in which to act: the effect of a control against its effort, by stated scores.

Nothing is argued per item: every figure stands in a table here, and `reasons` tells which ones made a score.
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
"""What a score rests on: the use that is made of the data, whether it reaches others, whether it can be
undone, what happens when nobody acts, how sure it is that there is something to find."""

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
"""Data that leave the platform; 1 for the others."""

LASTING: dict[Purpose, float] = {"ai-training": 1.5, "third-party-sharing": 1.2}
"""What cannot be called back: a model keeps what it learned, others keep what they got; 1 for the others."""

DEFAULT: dict[Default, float] = {"on": 2.0, "unknown": 1.5, "n/a": 1.0, "off": 0.5}

EVIDENCE: dict[Evidence, float] = {
    "verified": 1.0,
    "documented": 1.0,
    "reported": 0.9,
    "contested": 0.8,
    "unresolved": 0.4,
}

FREE_MINUTES = 5
"""Minutes added to every effort, so that a long form is not a hundred times worse than a switch."""


class Weight(Struct, frozen=True):
    """One factor of a score."""

    reason: Reason
    factor: float


def reasons(control: Control) -> tuple[Weight, ...]:
    """The factors that make the effect of a control; their product is divided by its effort."""
    return (
        Weight("use", USE[control.purpose]),
        Weight("reach", REACH.get(control.purpose, 1.0)),
        Weight("lasting", LASTING.get(control.purpose, 1.0)),
        Weight("default", DEFAULT[control.default]),
        Weight("evidence", EVIDENCE[control.evidence]),
    )


@lru_cache(maxsize=4096)
def score(control: Control) -> float:
    """The effect of a control for its effort; higher comes first."""
    return prod(weight.factor for weight in reasons(control)) / (control.minutes + FREE_MINUTES)


_TURN = {Standing.OPEN: 0, Standing.BLOCKED: 0, Standing.REVIEW: 0, Standing.POSTPONED: 1}


def turn(item: Item) -> tuple[bool, int, float]:
    """When it is an open item's turn, lowest first: contradictions, then by score, then what was put off."""
    return not item.is_contradicted, _TURN[item.standing], -score(item.control)


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """The open items in the order to take them."""
    return tuple(sorted((item for item in items if item.is_open), key=turn))


def walk_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """All items of a walk: open ones in order, then the settled and the optional ones as the platform has them."""
    items = tuple(items)
    first = in_order(items)
    taken = {(item.account.id, item.ref) for item in first}
    return (*first, *(item for item in items if (item.account.id, item.ref) not in taken))
