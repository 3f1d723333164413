"""Taking a query apart: the platforms that it names, the phrases with a known meaning, and the other words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from consentui.knowledge.search.index import Index
from consentui.knowledge.search.phrases import Phrase
from consentui.knowledge.search.words import accented_in, words_in

LONG = 14
"""The fewest words, small ones not counted, of a query that counts as a pasted text, judged by its rarest words."""
_RAREST = 30
"""How many of the rarest words of a long query are used."""
_NAME_WORDS = 5
"""The most words of a name."""
_SHORTER = 0.9
"""The factor for a platform named by the first word of a longer name."""
_TYPO_LENGTH, _NAME_TYPO_LENGTH = 5, 4
"""The fewest letters of a word that may be corrected, and of one that may be taken for a name."""
_SURELY = 0.82
_NAME_TYPO_SCORE, _LONGER_NAME_SCORE = 82, 90
"""How similar a word must be to a name (0 to 100): more so if it may be a form of a known word."""


class Named(Struct, frozen=True):
    """Words of a query that name platforms."""

    start: int
    """The position of the first word."""
    end: int
    """The position after the last word."""
    words: tuple[str, ...]
    platforms: Mapping[str, float]
    """The ids of the platforms, with how surely each is meant (up to 1)."""
    is_whole: bool = True
    """Whether the words are the name, not only its beginning."""


class Query(Struct, frozen=True):
    """A query taken apart."""

    named: tuple[Named, ...]
    said: tuple[Phrase, ...]
    words: tuple[str, ...]
    """The other words to look for, which are known."""
    unknown: tuple[str, ...]
    """The other words that no document contains."""
    begun: tuple[str, ...] = ()
    """The other words that documents only have as the beginning of a far longer word."""
    read_as: tuple[tuple[str, str], ...] = ()
    """The words that were taken for misspelt, each with the known word that replaces it."""
    is_long: bool = False
    """Whether it is taken for a pasted text."""

    @property
    def is_named(self) -> bool:
        """Whether the query surely names a known platform, or a control by what people call it."""
        doubtful = {now for before, now in self.read_as if not _is_surely(before, now)}
        names = [one for one in self.named if one.is_whole and doubtful.isdisjoint(one.words)]
        return bool(names) or any(one.meaning.is_particular for one in self.said)


def parse(text: str, index: Index) -> Query:
    """The query, taken apart; in a short one, unknown words that are similar to known ones are corrected first."""
    typed = words_in(text)
    is_long = sum(word not in index.small for word in typed) >= LONG
    words = typed if is_long else [_mended(word, index) for word in typed]
    read_as = tuple(dict.fromkeys((before, now) for before, now in zip(typed, words, strict=True) if before != now))
    said = tuple(index.phrases.said_in(words))
    foreign = accented_in(text) & index.small
    named = tuple(one for one in _names(words, said, index, is_long=is_long) if not foreign.issuperset(one.words))
    said = tuple(one for one in said if one.meaning.control or not any(_is_within(one, name) for name in named))
    spans = (*((one.start, one.end) for one in said), *((one.start, one.end) for one in named))
    taken = {place for start, end in spans for place in range(start, end)}
    left = [word for place, word in enumerate(words) if place not in taken]
    content = [word for word in left if index.counts(word)]
    if not (content or said or named):
        content = [word for word in left if word not in index.small] or left
    others = tuple(dict.fromkeys(content))
    known = tuple(word for word in others if index.knows(word))
    unknown = tuple(word for word in others if word not in known)
    if is_long:
        known = tuple(sorted(known, key=index.rarity, reverse=True)[:_RAREST])
    begun = tuple(word for word in known if index.is_begun(word))
    return Query(named, said, known, unknown, begun, read_as, is_long)


def _is_within(said: Phrase, name: Named) -> bool:
    """Whether a phrase is only a part of a name, such as `gpt` of `chat gpt`."""
    return name.start <= said.start and said.end <= name.end and said.end - said.start < name.end - name.start


def _mended(word: str, index: Index) -> str:
    """The word, or the known word or name of which it is a misspelling."""
    if len(word) < _NAME_TYPO_LENGTH or index.has(word) or not index.counts(word):
        return word
    if word in index.names or word in index.phrases:
        return word
    if index.knows(word):
        return _like_a_name(word, index, _LONGER_NAME_SCORE) or word
    corrected = index.corrected(word) if len(word) >= _TYPO_LENGTH else None
    return _like_a_name(word, index, _NAME_TYPO_SCORE) or corrected or word


def _like_a_name(word: str, index: Index, score: int) -> str | None:
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    names = [name for name in index.names if len(name) >= _NAME_TYPO_LENGTH]
    found = extractOne(word, names, scorer=ratio, score_cutoff=score)
    return found[0] if found else None


def _is_surely(typed: str, name: str) -> bool:
    """Whether the words are as close as by one slip in six letters: `linkdin` is LinkedIn, `viber` may not be Vibe."""
    from rapidfuzz.distance.DamerauLevenshtein import normalized_similarity

    return normalized_similarity(typed, name) > _SURELY


def _names(words: Sequence[str], said: Iterable[Phrase], index: Index, *, is_long: bool) -> tuple[Named, ...]:
    """The names of platforms, each as long as possible; none within a longer phrase that means a control.

    In a short query, the last word may be the beginning of a name if there is no other, and a name that is an ordinary
    word counts only if it comes first or there is no other. In a long query such a name never counts.
    """
    inside = [(one.start, one.end) for one in said if one.meaning.control]
    found: list[Named] = []
    at = 0
    while at < len(words):
        name = _name_at(words, at, index)
        if name and not any(start <= at and name.end <= end and end - start > name.end - at for start, end in inside):
            found.append(name)
        at = name.end if name else at + 1
    if not is_long and words and not found and (begun := _begun(words, index)):
        return (begun,)
    plain = [one for one in found if one.start == 0 or "".join(one.words) not in index.ordinary]
    return tuple(plain if plain or is_long else found)


def _name_at(words: Sequence[str], at: int, index: Index) -> Named | None:
    for end in range(min(at + _NAME_WORDS, len(words)), at, -1):
        platforms = index.names.get("".join(words[at:end]))
        if platforms and (end == at + 1 or words[at] not in index.names or tuple(words[at:end]) in index.written):
            return Named(at, end, tuple(words[at:end]), {**_shorter(words[at:end], index), **platforms})
    return None


def _shorter(name: Sequence[str], index: Index) -> Mapping[str, float]:
    """The platforms named by a name's first word, if the rest has a meaning of its own: `Meta` in `Meta AI`."""
    rest = name[1:]
    if not rest or not all(word in index.phrases for word in rest):
        return {}
    return {platform: sure * _SHORTER for platform, sure in index.names.get(name[0], {}).items()}


def _begun(words: Sequence[str], index: Index) -> Named | None:
    """The platforms whose names begin with the last word, which may not be fully typed yet; None if there are none."""
    last = words[-1]
    if len(last) < 2 or not index.counts(last) or last in index.phrases:  # noqa: PLR2004 -- one letter begins too much
        return None
    platforms = {one: 0.5 for name, ids in index.names.items() if name.startswith(last) for one in ids}
    return Named(len(words) - 1, len(words), (last,), platforms, is_whole=last in index.names) if platforms else None
