"""The reference of a request, the same in every message about it: `CU-2026-004`."""

from __future__ import annotations

import re
from collections.abc import Iterable

_REFERENCE = re.compile(r"CU-([0-9]{4})-([0-9]{3,17})(?:-[0-9A-Z]+)?")
_IN_A_TEXT = re.compile(rf"\b{_REFERENCE.pattern}\b", re.IGNORECASE)
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013", "-"))
"""The dashes that some e-mail programs put in the place of a hyphen."""


def next_reference(existing: Iterable[str], year: int) -> str:
    """The reference after the highest one of the year; a number is never given twice."""
    numbers = (int(found[2]) for one in existing if (found := _REFERENCE.fullmatch(one)) and int(found[1]) == year)
    return f"CU-{year:04d}-{max(numbers, default=0) + 1:03d}"


def references_in(text: str) -> tuple[str, ...]:
    """The references in a text, each once, in order of appearance, however its writer wrote letters and hyphens."""
    return tuple(dict.fromkeys(found[0].upper() for found in _IN_A_TEXT.finditer(text.translate(_HYPHENS))))


def is_reference(word: str) -> bool:
    """Whether a word, such as the name of a folder, is a reference."""
    return bool(_REFERENCE.fullmatch(word))


def given_reference(reference: str) -> str:
    """The reference as first given, without the suffix that tells it apart from the same one given by another copy."""
    return "-".join(reference.split("-")[:3])
