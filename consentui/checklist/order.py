"""The order in which to act: the effect of a control against its effort, by stated scores.

Nothing is argued per item: every figure stands in a table here.
"""

from __future__ import annotations

from collections.abc import Iterable

from consentui.checklist.items import Item
from consentui.checklist.standing import Standing
from consentui.knowledge.records import Control, Default, Evidence, Purpose

PURPOSE_SCORE: dict[Purpose, int] = {
    "ai-training": 10,
    "third-party-sharing": 8,
    "human-review": 7,
    "advertising": 6,
    "visibility": 5,
    "personalisation": 4,
    "retention": 3,
}
"""What becomes of the data: what goes into a model or to others cannot be called back."""

DEFAULT_SCORE: dict[Default, float] = {"on": 2.0, "unknown": 1.5, "n/a": 1.0, "off": 0.5}
"""What happens when nobody acts."""

EVIDENCE_SCORE: dict[Evidence, float] = {
    "verified": 1.0,
    "documented": 1.0,
    "reported": 0.9,
    "contested": 0.8,
    "unresolved": 0.4,
}
"""How sure it is that the person will find something there."""

FREE_MINUTES = 5
"""Minutes added to every effort, so that a long form is not a hundred times worse than a switch."""


def score(control: Control) -> float:
    """The effect of a control for its effort; higher comes first."""
    effect = PURPOSE_SCORE[control.purpose] * DEFAULT_SCORE[control.default] * EVIDENCE_SCORE[control.evidence]
    return effect / (control.minutes + FREE_MINUTES)


_TURN = {Standing.OPEN: 0, Standing.BLOCKED: 0, Standing.REVIEW: 1, Standing.POSTPONED: 2}


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """The open items in the order to take them: by score, then reviews, then what was put off."""
    return tuple(
        sorted(
            (item for item in items if item.is_open),
            key=lambda item: (_TURN[item.standing], -score(item.control)),
        )
    )


def walk_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """All items of a walk: open ones in order, then the settled and the optional ones as the platform has them."""
    items = tuple(items)
    first = in_order(items)
    taken = {(item.account.id, item.ref) for item in first}
    return (*first, *(item for item in items if (item.account.id, item.ref) not in taken))
