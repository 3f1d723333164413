"""The meanings that stand in a row of words, the longest ones first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from consentui.knowledge.search.words import Synonyms, forms, patterns_in


class Phrase(Struct, frozen=True, gc=False):
    """Words that were said, from one place to another (not included), and what is meant by them."""

    start: int
    end: int
    words: tuple[str, ...]
    meaning: Synonyms


class Phrases:
    """The words of all meanings. Small words do not count in them, nor in what is asked."""

    def __init__(self, meanings: Iterable[Synonyms], small: frozenset[str]) -> None:
        self._small = small
        self._by_first: dict[str, list[tuple[tuple[str, ...], Synonyms]]] = defaultdict(list)
        for meaning in meanings:
            for words in meaning.words:
                if pattern := counted(words, small):
                    self._by_first[pattern[0]].append((pattern, meaning))
        self._words = frozenset(word for entries in self._by_first.values() for one in entries for word in one[0])

    def __contains__(self, word: str) -> bool:
        """Whether it is a word of some meaning, alone or beside others."""
        return not self._words.isdisjoint(forms(word))

    def said_in(self, words: Sequence[str]) -> Iterator[Phrase]:
        """The meanings in a row of words, none of which overlap."""
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
    """The words of an entry that count: all of them where all are small."""
    pattern = patterns_in(words)
    return tuple(word for word in pattern if word not in small) or pattern


def _fits(pattern: Sequence[str], words: Sequence[str]) -> bool:
    return len(pattern) <= len(words) and all(
        wanted in forms(word) for wanted, word in zip(pattern, words, strict=False)
    )
