"""Finding phrases with a known meaning in a row of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from consentui.knowledge.records.search_words import Synonyms
from consentui.knowledge.search.words import forms, patterns_in


class Phrase(Struct, frozen=True, gc=False):
    """Words of a query with a known meaning."""

    start: int
    """The position of the first word."""
    end: int
    """The position after the last word."""
    words: tuple[str, ...]
    meaning: Synonyms


class Phrases:
    """The phrases of all meanings. Small words are ignored, both in the phrases and in the query."""

    def __init__(self, meanings: Iterable[Synonyms], small: frozenset[str]) -> None:
        self._small = small
        self._by_first: dict[str, list[tuple[tuple[str, ...], Synonyms]]] = defaultdict(list)
        for meaning in meanings:
            for words in meaning.words:
                if pattern := counted(words, small):
                    self._by_first[pattern[0]].append((pattern, meaning))
        self._words = frozenset(word for entries in self._by_first.values() for one in entries for word in one[0])

    def __contains__(self, word: str) -> bool:
        """Whether the word occurs in a phrase of some meaning."""
        return not self._words.isdisjoint(forms(word))

    def said_in(self, words: Sequence[str]) -> Iterator[Phrase]:
        """The phrases in a row of words, the longest at each place; they do not overlap."""
        places = [place for place, word in enumerate(words) if word not in self._small]
        at = 0
        while at < len(places):
            found = self._longest([words[place] for place in places[at : at + 6]])
            if found:
                pattern, meaning = found
                last = at + len(pattern)
                there = places[at:last]
                yield Phrase(there[0], there[-1] + 1, tuple(words[place] for place in there), meaning)
                at = last
            else:
                at += 1

    def _longest(self, words: Sequence[str]) -> tuple[tuple[str, ...], Synonyms] | None:
        candidates = (one for form in forms(words[0]) for one in self._by_first.get(form, ()))
        fitting = (one for one in candidates if _fits(one[0], words))
        return max(fitting, key=lambda one: (len(one[0]), len("".join(one[0]))), default=None)


def counted(words: str, small: frozenset[str]) -> tuple[str, ...]:
    """The words of an entry without the small ones, or all of them if all are small."""
    pattern = patterns_in(words)
    return tuple(word for word in pattern if word not in small) or pattern


def _fits(pattern: Sequence[str], words: Sequence[str]) -> bool:
    return len(pattern) <= len(words) and all(
        wanted in forms(word) for wanted, word in zip(pattern, words, strict=False)
    )
