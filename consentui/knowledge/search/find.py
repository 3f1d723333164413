"""What answers a query best, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from consentui.knowledge.search.documents import Field, Findable, Passage
from consentui.knowledge.search.index import Index, Posting
from consentui.knowledge.search.phrases import Phrase, counted
from consentui.knowledge.search.query import Named, Query, parse
from consentui.knowledge.search.words import Synonyms, words_in

_NAMED, _CALLED, _MEANT = 16.0, 20.0, 5.0
"""What it counts for to be of the platform that is named, to be called so by people, to be of what is meant."""
_MEANT_TWICE = 2.0
_MEANT_APART = 1.6
"""What a company, an authority or the law counts for where it is meant: few ask for them but by such a word."""
_NAMED_IN_TEXT = 4.0
_NAMED_ASIDE = 0.6
"""What it counts for to share the settings, or to be the company, of the platform that is named."""
_QUOTED = 8.0
"""What it counts for to print the query word for word."""
_PRINTED = frozenset({"title", "label", "former-label", "menu"})
_LOOKED_AT = 40
_QUOTE = 3
"""From how many words on a query is a quotation."""
_SYNONYM = 0.7
_NEXT = 0.85
"""What the second likeliest counts for beside the first."""
_WORTH_SHOWING = 0.2
"""How well a document must fit, beside the best one."""
_TRAINING_FIRST = 0.6
_ORDER = 0.02

Fits = dict[int, Posting]


class Hit(Struct, frozen=True):
    """Something that was found, how well it fits (only to be compared) and the passages that say so, best first."""

    found: Findable
    score: float
    why: tuple[Passage, ...]


class Results(Struct, frozen=True):
    """What was found, and what of the words asked for is known nowhere."""

    hits: tuple[Hit, ...] = ()
    unknown: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()
    """Words that stand nowhere, each with the known one that was looked for in its place."""
    is_named: bool = False
    """Whether a platform is named that is known, or a control by what people call it."""

    @property
    def may_miss(self) -> bool:
        """Whether the person may have named something that is not known, whatever was found."""
        return not self.hits or (not self.is_named and bool(self.unknown or self.read_as))


def find(index: Index, text: str, limit: int = 50) -> Results:
    """What fits best, best first; none when nothing fits."""
    query = parse(text, index)
    parts = [fits for fits in _parts(query, index) if fits]
    scores = _scores(parts, query, index)
    if not scores:
        return Results((), query.unknown, query.read_as, query.is_named)
    _quoted(scores, text, index)
    least = max(scores.values()) * _WORTH_SHOWING
    best = sorted((number for number in scores if scores[number] >= least), key=lambda n: (-scores[n], n))
    ordered = _in_turn(best, query, index)[:limit]
    hits = (Hit(index.documents[number], scores[number], _why(number, parts)) for number in ordered)
    return Results(tuple(hits), query.unknown, query.read_as, query.is_named)


def _parts(query: Query, index: Index) -> Iterator[Fits]:
    """For each part of the query, the documents that fit it."""
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
    """Raise what prints the query word for word."""
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
    """What comes first among equals: AI training, and the order in which a platform's file has its controls."""
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
    """What is called so or is of the purpose or kind meant; what has the words, or others for the same thing."""
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
    """What the words are another name of, by what it is referred to as."""
    yield from meaning.control
    yield from (f"law:{rule}" for rule in meaning.law)


def _ranked(names: Iterable[str]) -> dict[str, float]:
    return {name: _NEXT**place for place, name in enumerate(names)}


def _whole(words: Sequence[str], index: Index) -> Fits:
    """The documents with all of the words: “parental controls” are not whatever one controls."""
    fits = _together(words, index)
    return {number: fit for number, fit in fits.items() if all(number in index.like(word) for word in words)}


def _together(words: Sequence[str], index: Index) -> Fits:
    """The documents with some of the words, by the share that each has."""
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
    """Where several platforms are named, the first of each, then the second of each, and so on; the others after."""
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
    """The passages that speak most for a document, each once; its name only where nothing else does."""
    found = sorted((fits[number] for fits in parts if number in fits), key=lambda one: -one[0])
    passages = tuple(dict.fromkeys(passage for _score, passage in found))
    return tuple(one for one in passages if one.field != "name") or passages
