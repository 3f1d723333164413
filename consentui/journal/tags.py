"""Tags of accounts: short words in lower case, so that a tag is the same however it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from consentui.text import clean_line

MAX_TAG = 40
"""The most characters in a tag."""
_BETWEEN = re.compile(r"[\s,;#]+")


def tags_in(text: str) -> tuple[str, ...]:
    """The tags in a line, each once; they are separated by spaces, commas or semicolons, and may begin with `#`.

    A leading `+` or `-` is dropped, since `account tag` uses these signs to add and remove tags.
    """
    words = (word.lstrip("+-") for word in _BETWEEN.split(normalize("NFC", clean_line(text)).lower()))
    return tuple(dict.fromkeys(filter(None, words)))


def tagged(before: Iterable[str], added: Iterable[str], removed: Iterable[str]) -> tuple[str, ...]:
    """The tags after some were added and others removed, sorted."""
    given, taken = tags_in(" ".join(added)), tags_in(" ".join(removed))
    return tuple(sorted({*before, *given}.difference(taken)))
