"""Tags of accounts: short words in small letters, so that one is the same however it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from consentui.text import clean_line

MAX_TAG = 40
"""In characters."""
_BETWEEN = re.compile(r"[\s,;#]+")


def tags_in(text: str) -> tuple[str, ...]:
    """The tags in a line, each once: between them are spaces or commas, and a `#` may stand before each.

    None begins with a sign: `account tag` gives with `+` and takes with `-`.
    """
    words = (word.lstrip("+-") for word in _BETWEEN.split(normalize("NFC", clean_line(text)).lower()))
    return tuple(dict.fromkeys(filter(None, words)))


def tagged(before: Iterable[str], added: Iterable[str], removed: Iterable[str]) -> tuple[str, ...]:
    """The tags after some were given and others taken, sorted."""
    given, taken = tags_in(" ".join(added)), tags_in(" ".join(removed))
    return tuple(sorted({*before, *given}.difference(taken)))
