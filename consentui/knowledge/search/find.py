"""Ranking the documents that answer a query, with the passages that make each fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from consentui.knowledge.records.search_words import Synonyms
from consentui.knowledge.search.documents import Field, Findable, Passage
from consentui.knowledge.search.index import Index, Posting
from consentui.knowledge.search.phrases import Phrase, counted
from consentui.knowledge.search.query import Named, Query, parse
from consentui.knowledge.search.words import words_in

_NAMED, _CALLED, _MEANT = 16.0, 20.0, 5.0
"""The scores for belonging to a named platform, for being called so by people, and for having the meant purpose or
kind."""
_MEANT_TWICE = 2.0
"""The additional score for having both the purpose and the kind that are meant."""
_MEANT_BY_ID = 2.0
"""The additional score for having the id that is meant on any platform, such as `delete-account`."""
_MEANT_APART = 1.6
"""The factor for a company, an authority or a rule that is meant: few people ask for them except by such a word."""
_NAMED_IN_TEXT = 4.0
"""The score, in place of `_NAMED`, in a long query."""
_NAMED_ASIDE = 0.7
"""The factor for sharing the settings of the named platform, or being its company."""
_NAMED_IN_TITLE = 0.7
"""The factor for having the name of the platform in a title or a label."""
_MENTIONING_IT = 0.1
"""The factor for the name as a word elsewhere in a document of another platform."""
_PRINTING_IT = 0.1
"""The factor for the name as a word of a document of its own, which orders the controls of the platform."""
_CALLED_ASIDE = 0.5
"""The factor for being called so by people, if the query also names a platform."""
_SAYING_IT = 0.3
"""The factor for also having the words themselves, if no platform is named; else its own order tells more."""
_QUOTED = 8.0
"""The additional score for printing the query, or all of it but the names of platforms, word for word."""
_PRINTED = frozenset({"title", "label", "former-label", "menu"})
_LOOKED_AT = 40
"""How many of the best documents are checked for printing the query word for word."""
_QUOTE, _QUOTE_ASIDE = 3, 2
"""The fewest words of a query, and of one without its names of platforms, that may be a quotation."""
_SYNONYM = 0.7
"""The factor for containing a synonym of the words."""
_NEXT = 0.85
"""The factor from each likely meaning to the next."""
_WORTH_SHOWING = 0.2
"""The share of the best score that a document needs to be shown."""
_TRAINING_FIRST = 0.8
_LETTERS_LAST = 0.1
_FOLLOWED = 1.5
"""The score of a platform where the person has an account, or of their authority: more than that of a further word."""
_ORDER = 0.0005

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
    """Whether the query surely names a known platform, or a control by what people call it."""
    begun: tuple[str, ...] = ()
    """The words that documents only have as the beginning of a far longer word."""
    mentioned: tuple[str, ...] = ()
    """The words that are a name which documents only mention in passing, if nothing else is named."""

    @property
    def may_miss(self) -> bool:
        """Whether the query may name something that the knowledge base does not have, whatever was found."""
        return not self.hits or (
            not self.is_named and bool(self.unknown or self.read_as or self.begun or self.mentioned)
        )


def find(index: Index, text: str, limit: int = 50, followed: Container[str] = ()) -> Results:
    """The documents that fit best, at most `limit`, the best first.

    Of equals, those of a platform or an authority in `followed` come first.
    """
    query = parse(text, index)
    parts = [fits for fits in _parts(query, index) if fits]
    scores = _scores(parts, query, index)
    mentioned = () if query.is_named else tuple(filter(index.is_mentioned, query.words))
    heard = Results((), query.unknown, query.read_as, query.is_named, query.begun, mentioned)
    if not scores:
        return heard
    _quoted(scores, text, query, index)
    for number in scores:
        document = index.documents[number]
        own = document.platforms[:1] if document.kind != "company" else ()
        scores[number] += _FOLLOWED * any(one in followed for one in own)
    least = max(scores.values()) * _WORTH_SHOWING
    best = sorted((number for number in scores if scores[number] >= least), key=lambda n: (-scores[n], n))
    ordered = _in_turn(best, parts[: len(query.named)], query, index)[:limit]
    hits = (Hit(index.documents[number], scores[number], _why(number, parts)) for number in ordered)
    return replace(heard, hits=tuple(hits))


def _parts(query: Query, index: Index) -> Iterator[Fits]:
    """The documents that fit each part of the query, with their scores."""
    said = {
        (one.start, one.end): _meant(one, index, _calls(one, query, index), _saying_it(one, query))
        for one in query.said
    }
    for named in query.named:
        fits = _of_platform(named, query, index)
        _better(fits, said.pop((named.start, named.end), {}), 1.0)
        yield fits
    yield from said.values()
    for word in query.words:
        yield index.like(word)


def _saying_it(said: Phrase, query: Query) -> float:
    """How much it counts to have the words of a phrase too; nothing for AI training, which most of it is about."""
    return 0.0 if query.named or "ai-training" in said.meaning.purpose else _SAYING_IT


def _calls(said: Phrase, query: Query, index: Index) -> float:
    """How much a phrase counts as what people call a control: less if another platform is named outside it."""
    is_aside = any((one.start, one.end) != (said.start, said.end) for one in query.named)
    return _CALLED_ASIDE if is_aside and index.names.keys().isdisjoint(said.words) else 1.0


def _scores(parts: Sequence[Fits], query: Query, index: Index) -> dict[int, float]:
    sums: dict[int, float] = defaultdict(float)
    shares: dict[int, int] = defaultdict(int)
    for fits in parts:
        for number, (score, _passage) in fits.items():
            sums[number] += score
            shares[number] += 1
    if query.is_long:
        return dict(sums)
    standings = {number: _standing(index.documents[number], index.places[number]) for number in sums}
    return {
        number: score * (0.4 + 0.6 * shares[number] / len(parts)) + standings[number] for number, score in sums.items()
    }


def _quoted(scores: dict[int, float], text: str, query: Query, index: Index) -> None:
    """Raise the scores of documents that print the query word for word.

    Those of a named platform need only print what comes before or after its name.
    """
    words = words_in(text)
    quotations = tuple(f" {' '.join(one)} " for one in _quotations(words, query, index))
    if not quotations:
        return
    named = {platform for one in query.named for platform in one.platforms}
    whole = f" {' '.join(words)} "
    for number in sorted(scores, key=scores.__getitem__, reverse=True)[:_LOOKED_AT]:
        document = index.documents[number]
        sought = [one for one in quotations if one == whole or not named.isdisjoint(document.platforms)]
        printed = [_row(one.text) for one in document.passages if one.field in _PRINTED]
        if any(quotation in row for quotation in sought for row in printed):
            scores[number] += _QUOTED


def _quotations(words: Sequence[str], query: Query, index: Index) -> Iterator[Sequence[str]]:
    """What a document may print word for word: the query, and what comes before or after the names in it."""
    in_names = {place for one in query.named for place in range(one.start, one.end)}
    says = [index.counts(word) and place not in in_names for place, word in enumerate(words)]
    if len(words) >= _QUOTE and any(says):
        yield words
    ends = [0, *(place for one in query.named for place in (one.start, one.end)), len(words)]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        if _QUOTE_ASIDE <= end - start < len(words) and any(says[start:end]):
            yield words[start:end]


@lru_cache(8192)
def _row(text: str) -> str:
    return f" {' '.join(words_in(text))} "


def _standing(document: Findable, place: int) -> float:
    """A small score that orders equals: AI training first, letters last, then by the place in the platform's file.

    So the first control of every platform comes before the second of any.
    """
    is_training = document.purpose == "ai-training" and document.kind != "deletion"
    return _TRAINING_FIRST * is_training - _LETTERS_LAST * (document.kind == "request") - _ORDER * place


def _of_platform(named: Named, query: Query, index: Index) -> Fits:
    printed = _whole(named.words, index, are_exact=True)
    worth = _NAMED_IN_TEXT if query.is_long else _NAMED
    said = Passage("name", " ".join(named.words))
    titled = set.intersection(*(index.titled.get(word, set()) for word in named.words))
    fits = {
        number: (worth * _NAMED_IN_TITLE if number in titled else score * _MENTIONING_IT, passage)
        for number, (score, passage) in printed.items()
    }
    for platform, sure in named.platforms.items():
        for number, is_own in index.by_platform.get(platform, ()):
            score = worth * sure * (1.0 if is_own else _NAMED_ASIDE)
            if number in printed:
                score += printed[number][0] * _PRINTING_IT
            if score > fits.get(number, (0.0,))[0]:
                fits[number] = (score, said)
    return fits


def _meant(said: Phrase, index: Index, called: float, saying_it: float) -> Fits:
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
    ids = frozenset(meaning.id)
    wanted = {number for name in (*purposes, *kinds, *controls) for number in index.classed.get(name, ())}
    for number in sorted(wanted):
        document = index.documents[number]
        purpose, kind = purposes.get(document.purpose, 0.0), kinds.get(document.kind, 0.0)
        field: Field = "saying" if document.ref in controls else "purpose" if purpose > kind else "kind"
        meant = _MEANT * max(purpose, kind) + _MEANT_TWICE * min(purpose, kind) + _MEANT_BY_ID * (document.id in ids)
        worth = max(
            meant if document.platform else meant * _MEANT_APART,
            _CALLED * (called if document.platform else 1.0) * controls.get(document.ref, 0.0),
        )
        score, passage = fits.get(number, (0.0, None))
        if worth > score:
            is_said = passage is not None and passage.field in _PRINTED
            fits[number] = (worth + score * saying_it, passage if is_said and passage else Passage(field, saying))
    return fits


def _called(meaning: Synonyms) -> Iterator[str]:
    """The references of the controls and rules that people call by these words."""
    yield from meaning.control
    yield from (f"law:{rule}" for rule in meaning.law)


def _ranked(names: Iterable[str]) -> dict[str, float]:
    return {name: _NEXT**place for place, name in enumerate(names)}


def _whole(words: Sequence[str], index: Index, *, are_exact: bool = False) -> Fits:
    """The documents with all of the words, so that “parental controls” does not find everything one can control."""
    fits = _together(words, index)
    there = [index.printing(word) if are_exact else index.like(word) for word in words]
    return {number: fit for number, fit in fits.items() if all(number in one for one in there)}


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


def _in_turn(best: Sequence[int], parts: Sequence[Fits], query: Query, index: Index) -> list[int]:
    """If several platforms are named, the first hit of each, then the second of each and so on, and the others last."""
    named = {platform for one in query.named for platform in one.platforms}
    if len(named) < 2 or query.is_long:  # noqa: PLR2004 -- turns take two
        return list(best)
    taken: dict[str, int] = defaultdict(int)
    turns: dict[int, int] = {}
    for number in best:
        document = index.documents[number]
        first = document.platforms[0] if document.platforms else ""
        own = first if first in named and document.kind != "company" else ""
        if (
            document.platform
            and len(query.named) > 1
            and not own
            and all(fits.get(number, (0.0,))[0] >= _NAMED * _NAMED_IN_TITLE for fits in parts)
        ):
            own = "all of them"
        turns[number] = taken[own] if own else len(best)
        taken[own] += 1
    return sorted(best, key=lambda number: turns[number])


def _why(number: int, parts: Sequence[Fits]) -> tuple[Passage, ...]:
    """The passages that made a document fit, best first and each once; names only if there is no other passage."""
    found = sorted((fits[number] for fits in parts if number in fits), key=lambda one: -one[0])
    passages = tuple(dict.fromkeys(passage for _score, passage in found))
    return tuple(one for one in passages if one.field != "name") or passages
