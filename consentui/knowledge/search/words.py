"""What people say where platforms print something else: the contributor's manual of `data/search.toml`.

Words are folded (no case, no accents) before they are compared, and a star at their end stands for any ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from consentui.knowledge.records import ControlRef, Kind, Purpose, Slug
from consentui.text import findable

_WORD = re.compile(r"\w+")
_PATTERN = re.compile(r"\w+\*?")


class Synonyms(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Words for one thing, and what of the knowledge base that is; nothing makes them stand for each other."""

    words: tuple[str, ...]
    """Single words or several in a row."""
    purpose: tuple[Purpose, ...] = ()
    """What the person is after, the likeliest first; so for the other two."""
    kind: tuple[Kind | Literal["authority", "company", "law"], ...] = ()
    control: tuple[ControlRef, ...] = ()
    law: tuple[Slug, ...] = ()
    """The rules of `law.toml` that are called so, by id."""

    @property
    def is_plain(self) -> bool:
        """Whether its words only stand for each other."""
        return not (self.purpose or self.kind or self.control or self.law)


class SearchWords(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """`data/search.toml`."""

    small: tuple[str, ...] = ()
    """Words that are not counted."""
    refuse: tuple[str, ...] = ()
    """Verbs of refusal: counted only where nothing else is asked."""
    ordinary: tuple[str, ...] = ()
    """Names of platforms that are words of everyday speech."""
    meaning: tuple[Synonyms, ...] = ()

    def everything(self) -> Iterator[tuple[str, str]]:
        """Every word but the ordinary names, with its place like `$.meaning[2].words[0]`."""
        for name, words in (("small", self.small), ("refuse", self.refuse)):
            yield from ((f"$.{name}[{number}]", word) for number, word in enumerate(words))
        for place, meaning in enumerate(self.meaning):
            yield from ((f"$.meaning[{place}].words[{number}]", word) for number, word in enumerate(meaning.words))


def words_in(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return _WORD.findall(findable(text))


def patterns_in(words: str) -> tuple[str, ...]:
    """The words of an entry of the file, folded, stars kept."""
    return tuple(_PATTERN.findall(findable(words)))


class Patterns:
    """Single words, some with any ending."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(pattern for word in words for pattern in patterns_in(word))

    def __contains__(self, word: str) -> bool:
        return not self._words.isdisjoint(forms(word))


def forms(word: str) -> Iterator[str]:
    """The word, and every pattern with a star that it fits: `train`, `train*`, `trai*`, ..."""
    yield word
    yield from (f"{word[:length]}*" for length in range(len(word), 1, -1))
