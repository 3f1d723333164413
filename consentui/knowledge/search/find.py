"""Ranking the documents that answer a query, with the passages that make each fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from consentui.knowledge.search.documents import Field, Findable, Passage
from consentui.knowledge.search.index import Index, Posting
from consentui.knowledge.search.phrases import Phrase, counted
from consentui.knowledge.search.query import Named, Query, parse
from consentui.knowledge.search.words import Synonyms, words_in

_NAMED, _CALLED, _MEANT = 16.0, 20.0, 5.0
"""The scores for belonging to a named platform, for being called so by people, and for having the meant purpose or
kind."""
_MEANT_TWICE = 2.0
"""The additional score for having both the purpose and the kind that are meant."""
_MEANT_APART = 1.6
"""The factor for a company, an authority or a rule that is meant: few people ask for them except by such a word."""
_NAMED_IN_TEXT = 4.0
"""The score, in place of `_NAMED`, in a long query."""
_NAMED_ASIDE = 0.6
"""The factor for sharing the settings of the named platform, or being its company."""
_QUOTED = 8.0
"""The additional score for printing the query word for word."""
_PRINTED = frozenset({"title", "label", "former-label", "menu"})
_LOOKED_AT = 40
"""How many of the best documents are checked for printing the query word for word."""
_QUOTE = 3
"""The fewest words of a query that may be a quotation."""
_SYNONYM = 0.7
"""The factor for containing a synonym of the words."""
_NEXT = 0.85
"""The factor from each likely meaning to the next."""
_WORTH_SHOWING = 0.2
"""The share of the best score that a document needs to be shown."""
_TRAINING_FIRST = 0.6
_FOLLOWED = 0.3
"""The score of a platform where the person has an account; less than what tells two documents apart."""
_ORDER = 0.02

Fits = dict[int, Posting]


class Hit(Struct, frozen=True):
    """A document that was found, its score (only comparable within a query) and the passages that fit, best first."""

    found: Findable
    score: float
    why: tuple[Passage, ...]


class Results(Struct, frozen=True):
    """The answer to a query."""

    hits: tuple[Hit, ...] = ()
    unknown: tuple[str, ...] = ()
    """The words of the query that no document contains."""
    read_as: tuple[tuple[str, str], ...] = ()
    """The words that were taken for misspelt, each with the known word that was looked for instead."""
    is_named: bool = False
    """Whether the query names a known platform, or a control by what people call it."""

    @property
    def may_miss(self) -> bool:
        """Whether the query may name something that the knowledge base does not have, whatever was found."""
        return not self.hits or (not self.is_named and bool(self.unknown or self.read_as))


def find(index: Index, text: str, limit: int = 50, followed: Container[str] = ()) -> Results:
    """The documents that fit best, at most `limit`, the best first; of equals, those of a platform in `followed`."""
    query = parse(text, index)
    parts = [fits for fits in _parts(query, index) if fits]
    scores = _scores(parts, query, index)
    if not scores:
        return Results((), query.unknown, query.read_as, query.is_named)
    _quoted(scores, text, index)
    for number in scores:
        platform = index.documents[number].platform
        scores[number] += _FOLLOWED * (platform is not None and platform.id in followed)
    least = max(scores.values()) * _WORTH_SHOWING
    best = sorted((number for number in scores if scores[number] >= least), key=lambda n: (-scores[n], n))
    ordered = _in_turn(best, query, index)[:limit]
    hits = (Hit(index.documents[number], scores[number], _why(number, parts)) for number in ordered)
    return Results(tuple(hits), query.unknown, query.read_as, query.is_named)


def _parts(query: Query, index: Index) -> Iterator[Fits]:
    """The documents that fit each part of the query, with their scores."""
    said = {(one.start, one.end): _meant(one, index) for one in query.said}
    for named in query.named:
        fits = _of_platform(named, query, index)
        _better(fits, said.pop((named.start, named.end), {}), 1.0)
        yield fits
    yield from said.values()
    for word in query.words:
        yield index.like(word)


def _scores(parts: Sequence[Fits], query: Query, index: Index) -> dict[int, float]:
    sums: dict[int, float] = defaultdict(float)
    shares: dict[int, int] = defaultdict(int)
    for fits in parts:
        for number, (score, _passage) in fits.items():
            sums[number] += score
            shares[number] += 1
    if query.is_long:
        return dict(sums)
    return {
        number: score * (0.4 + 0.6 * shares[number] / len(parts)) + _standing(index.documents[number], number)
        for number, score in sums.items()
    }


def _quoted(scores: dict[int, float], text: str, index: Index) -> None:
    """Raise the scores of documents that print the query word for word."""
    words = words_in(text)
    if len(words) < _QUOTE:
        return
    quotation = " ".join(words)
    for number in sorted(scores, key=scores.__getitem__, reverse=True)[:_LOOKED_AT]:
        printed = (one.text for one in index.documents[number].passages if one.field in _PRINTED)
        if any(quotation in _row(one) for one in printed):
            scores[number] += _QUOTED


@lru_cache(8192)
def _row(text: str) -> str:
    return " ".join(words_in(text))


def _standing(document: Findable, number: int) -> float:
    """A small score that orders equals: AI training first, then the order of the controls in a platform's file."""
    return _TRAINING_FIRST * (document.purpose == "ai-training") - _ORDER * number / 1000


def _of_platform(named: Named, query: Query, index: Index) -> Fits:
    fits = _together(named.words, index)
    worth = _NAMED_IN_TEXT if query.is_long else _NAMED
    said = Passage("name", " ".join(named.words))
    for platform, sure in named.platforms.items():
        for number, is_own in index.by_platform.get(platform, ()):
            score = worth * sure * (1.0 if is_own else _NAMED_ASIDE)
            before = fits.get(number, (0.0, said))
            if before[1] is not said:
                fits[number] = (score + before[0] / 2, said)
            elif score > before[0]:
                fits[number] = (score, said)
    return fits


def _meant(said: Phrase, index: Index) -> Fits:
    """The documents that a phrase means: those called so, those of the purpose or kind, and those with its words.

    If the words only stand for each other, documents with their synonyms fit too.
    """
    meaning = said.meaning
    fits = _whole(said.words, index) if meaning.is_plain else _together(said.words, index)
    if meaning.is_plain:
        for words in meaning.words:
            if words not in said.words:
                _better(fits, _whole(counted(words, index.small), index), _SYNONYM)
    saying = " ".join(said.words)
    purposes, kinds, controls = (_ranked(one) for one in (meaning.purpose, meaning.kind, _called(meaning)))
    wanted = {number for name in (*purposes, *kinds, *controls) for number in index.classed.get(name, ())}
    for number in sorted(wanted):
        document = index.documents[number]
        purpose, kind = purposes.get(document.purpose, 0.0), kinds.get(document.kind, 0.0)
        field: Field = "saying" if document.ref in controls else "purpose" if purpose > kind else "kind"
        meant = _MEANT * max(purpose, kind) + _MEANT_TWICE * min(purpose, kind)
        worth = max(meant if document.platform else meant * _MEANT_APART, _CALLED * controls.get(document.ref, 0.0))
        if worth > fits.get(number, (0.0,))[0]:
            fits[number] = (worth, Passage(field, saying))
    return fits


def _called(meaning: Synonyms) -> Iterator[str]:
    """The references of the controls and rules that people call by these words."""
    yield from meaning.control
    yield from (f"law:{rule}" for rule in meaning.law)


def _ranked(names: Iterable[str]) -> dict[str, float]:
    return {name: _NEXT**place for place, name in enumerate(names)}


def _whole(words: Sequence[str], index: Index) -> Fits:
    """The documents with all of the words, so that “parental controls” does not find everything one can control."""
    fits = _together(words, index)
    return {number: fit for number, fit in fits.items() if all(number in index.like(word) for word in words)}


def _together(words: Sequence[str], index: Index) -> Fits:
    """The documents with any of the words; each word adds its score divided by the number of words."""
    if len(words) == 1:
        return dict(index.like(words[0]))
    fits: Fits = {}
    for word in words:
        for number, (score, passage) in index.like(word).items():
            before = fits.get(number, (0.0, passage))
            fits[number] = (before[0] + score / len(words), before[1])
    return fits


def _better(fits: Fits, others: Mapping[int, Posting], worth: float) -> None:
    for number, (score, passage) in others.items():
        if score * worth > fits.get(number, (0.0, passage))[0]:
            fits[number] = (score * worth, passage)


def _in_turn(best: Sequence[int], query: Query, index: Index) -> list[int]:
    """If several platforms are named, the first hit of each, then the second of each and so on, and the others last."""
    named = {platform for one in query.named for platform in one.platforms}
    if len(named) < 2 or query.is_long:  # noqa: PLR2004 -- turns take two
        return list(best)
    taken: dict[str, int] = defaultdict(int)
    turns: dict[int, int] = {}
    for number in best:
        document = index.documents[number]
        own = document.platform.id if document.platform and document.platform.id in named else ""
        turns[number] = taken[own] if own else len(best)
        taken[own] += 1
    return sorted(best, key=lambda number: turns[number])


def _why(number: int, parts: Sequence[Fits]) -> tuple[Passage, ...]:
    """The passages that made a document fit, best first and each once; names only if there is no other passage."""
    found = sorted((fits[number] for fits in parts if number in fits), key=lambda one: -one[0])
    passages = tuple(dict.fromkeys(passage for _score, passage in found))
    return tuple(one for one in passages if one.field != "name") or passages
