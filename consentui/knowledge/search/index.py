"""An inverted index of the words of documents, weighted after BM25F (Robertson and Zaragoza, 2009)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import count, islice
from math import ceil, log

from consentui.knowledge.authorities import Authority
from consentui.knowledge.records import Platform
from consentui.knowledge.records.search_words import SearchWords
from consentui.knowledge.search.documents import Field, Findable, Passage, names_of, short_names_of
from consentui.knowledge.search.phrases import Phrases
from consentui.knowledge.search.words import Patterns, words_in
from consentui.text import findable

_IN_SENTENCE = re.compile(r"(?<=[\w,;(“«’'\u00a0\u202f]\s)\w+|(?<=[(“«’'\u00a0\u202f])\w+")
"""A word that does not begin a sentence."""
_NO_WORDS = SearchWords()
Posting = tuple[float, Passage]
"""The weight of a word in a document, and the passage in which it weighs most."""

WEIGHTS: dict[Field, float] = {
    "id": 6,
    "name": 6,
    "title": 6,
    "label": 5,
    "former-label": 5,
    "minors": 5,
    "menu": 2.5,
    "about": 1.5,
    "covers": 1.5,
    "limits": 1,
    "doubt": 0.8,
    "event": 0.8,
    "platform": 0.8,
    "practical": 0.6,
}
"""The weight of a word by the field that holds it, the greatest weights first."""
_SATURATION = 3.0
"""The weight at which a word reaches half of its greatest possible score."""
_STEM = 5
"""The fewest letters of a word that is taken for the stem of a longer one: `entraîne` of `entraînement`."""
_STEM_SHARE = 0.6
"""The least share of a word that its stem may be: `franceconnect` is not a form of `france`."""
_FEW = 3
"""In how many documents a name is mentioned in passing at most."""
_IN_PASSING: frozenset[Field] = frozenset({"about", "covers", "limits", "doubt", "event", "platform", "practical"})
_TITLES: frozenset[Field] = frozenset({"id", "title", "label", "former-label"})
"""The fields that say what a document is about."""
_ENDING = 2
"""The most letters of an ending."""
_LONGER_WORDS = 60
"""The greatest number of longer words that one beginning stands for."""
_TYPO_SCORE = 80
"""How similar two words must be (0 to 100) for one to be taken for a misspelling of the other."""


class Index:
    """The words of documents, ready to be searched."""

    def __init__(self, documents: Iterable[Findable], words: SearchWords = _NO_WORDS) -> None:
        self.documents = tuple(documents)
        self.small = frozenset(word for entry in words.small for word in words_in(entry))
        self.refusals = Patterns(words.refuse)
        self.phrases = Phrases(words.meaning, self.small)
        self.ordinary = frozenset("".join(words_in(name)) for name in words.ordinary)
        self._postings = _postings(self.documents)
        self._vocabulary = sorted(self._postings)
        self.like = lru_cache(4096)(self._like)
        self.corrected = lru_cache(1024)(self._corrected)

    @cached_property
    def names(self) -> dict[str, dict[str, float]]:
        """The ids of platforms and references of authorities by name without spaces, with how surely each is meant."""
        names: dict[str, dict[str, float]] = defaultdict(dict)
        platforms = {one.platform.id: one.platform for one in self.documents if one.platform}
        for platform in platforms.values():
            for name in _called(platform):
                sure = 1.0 if name in {platform.id, platform.name} else 0.95
                names["".join(words_in(name))].setdefault(platform.id, sure)
        for document in self.documents:
            if isinstance(document.record, Authority):
                for name in short_names_of(document.record):
                    names["".join(words_in(name))].setdefault(document.ref, 1.0)
        names.pop("", None)
        return dict(names)

    @cached_property
    def titled(self) -> dict[str, set[int]]:
        """The numbers of the documents by each word of their titles, labels and ids."""
        titled: dict[str, set[int]] = defaultdict(set)
        for number, document in enumerate(self.documents):
            for passage in document.passages:
                if passage.field in _TITLES:
                    for word in _folded(passage.text):
                        titled[word].add(number)
        return dict(titled)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The place of every document among those of its platform; 0 for a document without one."""
        counters: dict[str, Iterator[int]] = defaultdict(count)
        return tuple(next(counters[one.platform.id]) if one.platform else 0 for one in self.documents)

    @cached_property
    def classed(self) -> dict[str, list[int]]:
        """The numbers of the documents by purpose, by kind and by reference."""
        classed: dict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(self.documents):
            for name in (document.purpose, document.kind, document.ref):
                classed[name].append(number)
        return dict(classed)

    @cached_property
    def by_platform(self) -> dict[str, list[tuple[int, bool]]]:
        """By platform id, the numbers of the documents found by its name, each with whether it is its own control."""
        found: dict[str, list[tuple[int, bool]]] = defaultdict(list)
        for number, document in enumerate(self.documents):
            for place, platform in enumerate(document.platforms):
                found[platform].append((number, document.platform is not None and place == 0))
        return dict(found)

    @cached_property
    def written(self) -> frozenset[tuple[str, ...]]:
        """The names of the platforms, each as the words it is written with."""
        platforms = {one.platform.id: one.platform for one in self.documents if one.platform}
        return frozenset(tuple(words_in(name)) for platform in platforms.values() for name in _called(platform))

    def has(self, word: str) -> bool:
        """Whether any document has exactly this word."""
        return word in self._postings

    def printing(self, word: str) -> Container[int]:
        """The documents that have exactly this word."""
        return self._postings.get(word, {})

    def is_begun(self, word: str) -> bool:
        """Whether documents only have far longer words that begin with the word: `ameli` of `amélioration`."""
        nearest = (len(known) - len(word) for known, _nearness in self._nearness(word))
        return min(nearest, default=0) > _ENDING

    def is_mentioned(self, word: str) -> bool:
        """Whether the word is a name that few documents have, none of them in a field that says what it is about."""
        postings = self._postings.get(word, {})
        passages = [passage for _weight, passage in postings.values()]
        return 0 < len(passages) <= _FEW and all(
            one.field in _IN_PASSING and _is_a_name(word, one.text) for one in passages
        )

    def counts(self, word: str) -> bool:
        """Whether a word says what is looked for: neither a small word nor a verb of refusal."""
        return word not in self.small and word not in self.refusals

    def knows(self, word: str) -> bool:
        """Whether any document has the word, a longer word that begins with it, or its stem."""
        return next(self._nearness(word), None) is not None

    def rarity(self, word: str) -> float:
        """How well a word tells documents apart (inverse document frequency)."""
        return _rarity(len(self._postings.get(word, ())), len(self.documents))

    def _like(self, word: str) -> dict[int, Posting]:
        """Every document with the word, a longer word that begins with it, or its stem, by number."""
        found: dict[int, Posting] = {}
        for known, nearness in self._nearness(word):
            for number, (weight, passage) in self._postings[known].items():
                if number not in found or weight * nearness > found[number][0]:
                    found[number] = (weight * nearness, passage)
        return found

    def _nearness(self, word: str) -> Iterator[tuple[str, float]]:
        stem, star, _none = word.partition("*")
        if stem.isdigit() and not star:
            # A number is not a beginning: the 17 of Article 17 must not find 1798.
            if stem in self._postings:
                yield stem, 1.0
            return
        start = bisect_left(self._vocabulary, stem)
        for known in islice(self._vocabulary, start, start + _LONGER_WORDS):
            if not known.startswith(stem):
                break
            yield known, 1.0 if known == stem or star else 0.8
        shortest = max(_STEM, ceil(len(stem) * _STEM_SHARE))
        yield from ((stem[:end], 0.6) for end in range(shortest, len(stem)) if stem[:end] in self._postings)

    def _corrected(self, word: str) -> str | None:
        """The known word most similar to this one, None if none is similar enough; the first letters must agree.

        People seldom mistype the first letter.
        """
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extractOne

        alike = [known for known in self._vocabulary if known[0] == word[0]]
        found = extractOne(word, alike, scorer=ratio, score_cutoff=_TYPO_SCORE)
        return found[0] if found else None


def _is_a_name(word: str, text: str) -> bool:
    """Whether a text writes the word with a capital letter that does not only begin a sentence."""
    written = [part for part in _IN_SENTENCE.findall(text) if findable(part) == word]
    return bool(written) and all(part[0].isupper() for part in written)


def _called(platform: Platform) -> Iterator[str]:
    """The platform's names, each also without its part in brackets."""
    for name in names_of(platform):
        yield name
        yield name.partition(" (")[0]


def _postings(documents: tuple[Findable, ...]) -> dict[str, dict[int, Posting]]:
    raw: dict[str, dict[int, Posting]] = defaultdict(dict)
    for number, document in enumerate(documents):
        for word, posting in _weights(document).items():
            raw[word][number] = posting
    return {word: _postings_of(there, _rarity(len(there), len(documents))) for word, there in raw.items()}


def _postings_of(there: dict[int, Posting], rarity: float) -> dict[int, Posting]:
    return {number: (rarity * weight / (weight + _SATURATION), passage) for number, (weight, passage) in there.items()}


def _weights(document: Findable) -> dict[str, Posting]:
    """The weight of every word of a document, summed over its fields, and the passage in the heaviest of them."""
    fields: dict[Field, dict[str, Passage]] = defaultdict(dict)
    for passage in document.passages:
        first = fields[passage.field].setdefault
        for word in _folded(passage.text):
            first(word, passage)
    weighed: dict[str, Posting] = {}
    for field, weight in WEIGHTS.items():
        for word, passage in fields.get(field, {}).items():
            before = weighed.get(word)
            weighed[word] = (before[0] + weight, before[1]) if before else (weight, passage)
    return weighed


@lru_cache(8192)
def _folded(text: str) -> frozenset[str]:
    return frozenset(words_in(text))


def _rarity(there: int, of: int) -> float:
    return log(1 + (of - there + 0.5) / (there + 0.5))
