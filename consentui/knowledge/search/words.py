"""The words of queries and of `data/search.toml`, compared without regard to case or accents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from consentui.text import findable

_WORD = re.compile(r"\w+")
_HAVE = re.compile(r"\b(?:j|n|l|y)['\s]ai\b")
"""A form of `avoir` that would be read as AI: “que j’ai publié”."""
_PATTERN = re.compile(r"\w+\*?")


def words_in(text: str) -> list[str]:
    """The words of a text in order, in lower case and without accents."""
    return _WORD.findall(_HAVE.sub(" ", findable(text)))


def accented_in(text: str) -> frozenset[str]:
    """Those of the words that are typed with accents."""
    return frozenset(findable(word) for word in _WORD.findall(text) if not word.isascii())


def patterns_in(words: str) -> tuple[str, ...]:
    """The words of an entry of the file, in lower case and without accents, with their stars."""
    return tuple(_PATTERN.findall(findable(words)))


class Patterns:
    """A set of words, some of which stand for any ending; `in` tells whether a word matches one of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(pattern for word in words for pattern in patterns_in(word))

    def __contains__(self, word: str) -> bool:
        return not self._words.isdisjoint(forms(word))


def forms(word: str) -> Iterator[str]:
    """The word, and every pattern with a star that it matches: `train`, `train*`, `trai*`, …"""
    yield word
    yield from (f"{word[:length]}*" for length in range(len(word), 1, -1))
