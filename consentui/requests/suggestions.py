"""Suggests what kind of answer a text is, by the words in it; the person decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from msgspec import Struct

from consentui.journal.entries import Answer
from consentui.text import findable


class Suggestion(Struct, frozen=True):
    """A suggested answer, and the words that suggest it."""

    answer: Answer
    words: str


def suggested(text: str, signs: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Suggestion, ...]:
    """The answers that a text suggests, given signs of (answer, words), in the order of the signs."""
    folded = findable(text)
    found = ((answer, next((one for one in words if findable(one) in folded), None)) for answer, words in signs)
    known = {one: one for one in get_args(Answer)}
    return tuple(Suggestion(known[answer], words) for answer, words in found if words and answer in known)
