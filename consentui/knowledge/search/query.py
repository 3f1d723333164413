"""What is asked: the platforms that are named, the meanings of what is said, and the other words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from consentui.knowledge.search.index import Index
from consentui.knowledge.search.phrases import Phrase
from consentui.knowledge.search.words import words_in

LONG = 14
"""From how many words on that count a query is a text that was pasted: its rarest words speak for it."""
_RAREST = 30
_NAME_WORDS = 5
_SHORTER = 0.9
_TYPO_LENGTH = 4
_NAME_TYPO_SCORE, _LONGER_NAME_SCORE = 82, 90
"""How alike a word must be to a name; more so where it may be a form of a known word."""


class Named(Struct, frozen=True):
    """Words that name platforms, each more or less surely (up to 1)."""

    start: int
    end: int
    words: tuple[str, ...]
    platforms: Mapping[str, float]


class Query(Struct, frozen=True):
    """A query taken apart."""

    named: tuple[Named, ...]
    said: tuple[Phrase, ...]
    words: tuple[str, ...]
    """The other words that count."""
    unknown: tuple[str, ...]
    """Those that stand nowhere in the knowledge base."""
    read_as: tuple[tuple[str, str], ...] = ()
    """Words that stand nowhere, each with the known one that was taken for it."""
    is_long: bool = False

    @property
    def is_named(self) -> bool:
        """Whether a platform is named that is known, or a control by what people call it."""
        return bool(self.named) or any(one.meaning.control for one in self.said)


def parse(text: str, index: Index) -> Query:
    """The query taken apart; words that nothing is known of are mended first, where they are like known ones."""
    typed = words_in(text)
    is_long = sum(word not in index.small for word in typed) >= LONG
    words = typed if is_long else [_mended(word, index) for word in typed]
    read_as = tuple(dict.fromkeys((before, now) for before, now in zip(typed, words, strict=True) if before != now))
    said = tuple(index.phrases.said_in(words))
    named = _names(words, said, index, is_long=is_long)
    spans = (*((one.start, one.end) for one in said), *((one.start, one.end) for one in named))
    taken = {place for start, end in spans for place in range(start, end)}
    left = [word for place, word in enumerate(words) if place not in taken]
    content = [word for word in left if word not in index.small and word not in index.refusals]
    if not (content or said or named):
        content = [word for word in left if word not in index.small] or left
    others = tuple(dict.fromkeys(content))
    known = tuple(word for word in others if index.knows(word))
    unknown = tuple(word for word in others if word not in known)
    if is_long:
        known = tuple(sorted(known, key=index.rarity, reverse=True)[:_RAREST])
    return Query(named, said, known, unknown, read_as, is_long)


def _mended(word: str, index: Index) -> str:
    """The word, or the known one that it is a slip for."""
    if len(word) < _TYPO_LENGTH or index.has(word) or word in index.small or word in index.refusals:
        return word
    if word in index.names or word in index.phrases:
        return word
    if index.knows(word):
        return _like_a_name(word, index, _LONGER_NAME_SCORE) or word
    return _like_a_name(word, index, _NAME_TYPO_SCORE) or index.corrected(word) or word


def _like_a_name(word: str, index: Index, score: int) -> str | None:
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    found = extractOne(word, list(index.names), scorer=ratio, score_cutoff=score)
    return found[0] if found else None


def _names(words: Sequence[str], said: Iterable[Phrase], index: Index, *, is_long: bool) -> tuple[Named, ...]:
    """The platforms that are named, each name as long as can be; not within words that mean a control."""
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
    plain = [one for one in found if "".join(one.words) not in index.ordinary]
    return tuple(plain if plain or is_long else found)


def _name_at(words: Sequence[str], at: int, index: Index) -> Named | None:
    for end in range(min(at + _NAME_WORDS, len(words)), at, -1):
        platforms = index.names.get("".join(words[at:end]))
        if platforms and (words[at] not in index.names or tuple(words[at:end]) in index.written):
            return Named(at, end, tuple(words[at:end]), {**_shorter(words[at:end], index), **platforms})
    return None


def _shorter(name: Sequence[str], index: Index) -> Mapping[str, float]:
    """The platforms meant where the rest of a name says something by itself: the `Meta` in `Meta AI`."""
    rest = name[1:]
    if not rest or not all(word in index.phrases for word in rest):
        return {}
    return {platform: sure * _SHORTER for platform, sure in index.names.get(name[0], {}).items()}


def _begun(words: Sequence[str], index: Index) -> Named | None:
    """The platforms whose name the last word begins, while it is typed."""
    last = words[-1]
    if len(last) < 2 or last in index.small or last in index.refusals or last in index.phrases:  # noqa: PLR2004 -- one letter begins too much
        return None
    platforms = {one: 0.5 for name, ids in index.names.items() if name.startswith(last) for one in ids}
    return Named(len(words) - 1, len(words), (last,), platforms) if platforms else None
