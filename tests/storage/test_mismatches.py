"""Values that do not fit a record, described in words."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Literal

import pytest
from msgspec import Meta, Struct

from consentui.i18n import speaking
from consentui.storage.mismatches import Mismatch, mismatches


class Colour(Enum):
    RED = "red"
    GREEN = "green"


class Leaf(Struct, frozen=True, forbid_unknown_fields=True):
    colour: Colour | None = None
    kind: Literal["simple", "compound"] = "simple"
    code: Annotated[str, Meta(pattern="^[A-Z]{2}$")] = "AB"
    veins: Annotated[int, Meta(ge=1, le=9)] = 1
    names: Annotated[tuple[str, ...], Meta(max_length=2)] = ()
    seen: date | None = None
    size: float | Literal["big"] = 1.0

    def __post_init__(self) -> None:
        if self.veins == 5:
            raise ValueError("five is no number of veins")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({}, ()),
        ({"colour": "rde"}, (Mismatch("$.colour", "“rde” is not allowed here", "Did you mean “red”?"),)),
        (
            {"kind": "zzz"},
            (Mismatch("$.kind", "“zzz” is not allowed here", "Use one of: simple, compound."),),
        ),
        ({"code": "ab"}, (Mismatch("$.code", "“ab” does not match ^[A-Z]{2}$"),)),
        ({"veins": 0}, (Mismatch("$.veins", "this is too small or too short: at least 1"),)),
        ({"veins": 10}, (Mismatch("$.veins", "this is too big or too long: at most 9"),)),
        ({"names": ["a", "b", "c"]}, (Mismatch("$.names", "this is too big or too long: at most 2"),)),
        ({"names": ["a", 2]}, (Mismatch("$.names[1]", "text is expected here, not a whole number"),)),
        ({"names": "a"}, (Mismatch("$.names", "a list is expected here, not text"),)),
        ({"seen": "soon"}, (Mismatch("$.seen", "a date such as 2026-01-31 is expected here"),)),
        ({"seen": 3}, (Mismatch("$.seen", "a date is expected here, not a whole number"),)),
        ({"veins": 5}, (Mismatch("$", "five is no number of veins"),)),
        ({"size": "small"}, (Mismatch("$.size", "“small” is not allowed here", "Use one of: big."),)),
        (
            {"size": True},
            (Mismatch("$.size", "a number or text is expected here, not true or false", "Use one of: big."),),
        ),
        ([], (Mismatch("$", "a table is expected here, not a list"),)),
    ],
)
def test_it_is_told_where_and_how_and_what_is_near(tree: object, expected: tuple[Mismatch, ...]) -> None:
    assert mismatches(tree, Leaf) == expected


def test_it_is_told_in_the_language_spoken() -> None:
    with speaking("fr"):
        (found,) = mismatches({"names": "a"}, Leaf)
    assert found.said == "il faut ici une liste, et non un texte"
