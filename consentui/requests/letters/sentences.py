"""Sorts the sentences of a letter into facts, statements of law and requests.

Facts come from claims and rest on them. The sort of any other sentence follows from its part of the letter and, where a
part mixes sorts, from words of politeness and the first person; a test compares the three languages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from consentui.i18n import Language
from consentui.requests.letters.claims import Basis, Claim, by_word
from consentui.requests.letters.kinds import REPLIES, Kind
from consentui.requests.letters.layout import is_sentence, paragraphs
from consentui.requests.letters.teller import StatedClaim

Part = Literal["opening", "what", "account", "why", "ask"]
_ITEM = re.compile(r"\d+\. ")
_ASKS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bplease\b", re.IGNORECASE),
    "fr": re.compile(r"\b(merci d|remercie d)", re.IGNORECASE),
    "de": re.compile(r"\bbitten?\b", re.IGNORECASE),
}
_SPEAKS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bI\b"),
    "fr": re.compile(r"\b(je|j’)", re.IGNORECASE),
    "de": re.compile(r"\bich\b", re.IGNORECASE),
}
_STRUCK = "ask-"
"""Prefix of the code of a request."""


class Sort(StrEnum):
    """What kind of sentence it is."""

    FACT = "fact"
    LAW = "law"
    REQUEST = "request"


class Sentence(Struct, frozen=True):
    """A sentence, with what it rests on besides the articles that it cites."""

    sort: Sort
    text: str
    rests_on: tuple[Basis, ...] = ()
    code: str = ""
    """Identifies a sentence that can be struck out; empty for any other."""
    claim: Claim | None = None
    """The claim that the sentence states; None if it states none."""


def request_code(sentence: str) -> str:
    """The code of a request within its letter, which does not depend on its number or on what else is struck out."""
    return f"{_STRUCK}{sha256(_ITEM.sub('', sentence, count=1).encode()).hexdigest()[:6]}"


def struck_requests(changes: Iterable[str]) -> frozenset[str]:
    """The codes of struck-out requests among the codes of all changes."""
    return frozenset(code for code in changes if code.startswith(_STRUCK))


def sentences_of(
    part: Part, lines: Sequence[str], stated: Sequence[StatedClaim], kind: Kind, language: Language
) -> Iterator[Sentence]:
    """The sentences of one part of a letter, in order, then the facts stated within longer lines."""
    said: set[str] = set()
    for at, line in enumerate(lines):
        facts = _said_in(line, [one for one in stated if one.claim.code not in said])
        said.update(one.claim.code for one in facts)
        yield from map(_fact, facts)
        if not facts:
            is_heading = at + 1 < len(lines) and bool(_ITEM.match(lines[at + 1])) and not _ITEM.match(line)
            yield _other(part, line, stated, kind, language, is_heading=is_heading)
    yield from (_fact(one) for one in stated if one.claim.code not in said)


def without(text: str, struck: Collection[str]) -> str:
    """A part without the requests that were struck out; lists are renumbered, and empty ones lose their heading."""
    return "\n\n".join("\n".join(_kept(lines, struck)) for lines in paragraphs(text))


def _said_in(line: str, stated: Sequence[StatedClaim]) -> tuple[StatedClaim, ...]:
    """The claims that a line states; of several with the same words, as of two days, the first."""
    found: dict[str, StatedClaim] = {}
    for one in stated:
        if _says(line, one):
            found.setdefault(one.sentence, one)
    return tuple(found.values())


def _says(line: str, stated: StatedClaim) -> bool:
    """Whether a line states a claim, ignoring case; an inline claim must be the whole line."""
    sentence, said = stated.sentence.casefold(), line.casefold()
    return sentence == said if stated.claim.inline else sentence in said


def _fact(stated: StatedClaim) -> Sentence:
    claim = stated.claim
    return Sentence(Sort.FACT, stated.sentence, claim.rests_on, "" if claim.is_fixed else claim.code, claim)


def _other(
    part: Part, line: str, stated: Sequence[StatedClaim], kind: Kind, language: Language, *, is_heading: bool
) -> Sentence:
    sort = _sort(part, line, kind, language)
    if sort is Sort.FACT:
        within = tuple(dict.fromkeys(basis for one in stated if one.claim.inline for basis in one.claim.rests_on))
        return Sentence(sort, line, within or by_word("letter"))
    if sort is Sort.LAW:
        return Sentence(sort, line)
    is_free = part != "what" and not is_heading
    return Sentence(sort, line, (Basis("asked", ""),), request_code(line) if is_free else "")


def _sort(part: Part, line: str, kind: Kind, language: Language) -> Sort:
    if part == "opening" or (part == "what" and kind in REPLIES | {Kind.REMINDER}):
        return Sort.FACT
    asks = bool(_ITEM.match(line) or _ASKS[language].search(line))
    speaks = part == "ask" and bool(_SPEAKS[language].search(line))
    return Sort.REQUEST if part == "what" or asks or speaks else Sort.LAW


def _kept(lines: Sequence[str], struck: Collection[str]) -> Iterator[str]:
    number = 0
    for at, line in enumerate(lines):
        if is_sentence(line) and request_code(line) in struck:
            continue
        if not _ITEM.match(line):
            number = 0
            if _heads_nothing(lines[at + 1 :], struck):
                continue
            yield line
        else:
            number += 1
            yield _ITEM.sub(f"{number}. ", line, count=1)


def _heads_nothing(after: Sequence[str], struck: Collection[str]) -> bool:
    """Whether a list follows of which every item is struck out."""
    items = []
    for line in after:
        if not _ITEM.match(line):
            break
        items.append(line)
    return bool(items) and all(request_code(one) in struck for one in items)
