"""What a letter states as fact, claim by claim, each with what it rests on; nothing else may be stated as fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consentui import clock
from consentui.journal.entries import Attached, Dated, Surface
from consentui.knowledge.records import Control, Text

Ground = Literal["entry", "said", "source", "law", "asked"]
"""What a claim can rest on: an entry of the journal, an answer of the person's, a dated source, a rule of law. What is
`asked` for rests on the person's will alone."""

Group = Literal["mandate", "account", "statement", "event", "breach", "proceeding", "enclosure"]
"""The group of a claim, after which its template is named: `_statement.txt` and so on."""


class Basis(Struct, frozen=True):
    """One thing that a claim rests on."""

    ground: Ground
    ref: str
    """The id of the entry, the name of the question, the address of the source, or the id of the rule."""
    on: date | None = None
    """The day of the entry, or the day on which the source was last checked; None if there is none."""


class Claim(Struct, frozen=True):
    """A fact that a letter states; the templates have its wording."""

    group: Group
    what: str
    """The key by which the template of the group chooses the sentence."""
    rests_on: tuple[Basis, ...]
    on: date | None = None
    how: Surface | None = None
    text: str = ""
    """A text for the sentence to quote or to insert, such as words of the person, of the company or of a screen."""
    points: tuple[str, ...] = ()
    """Several such texts."""
    control: Control | None = None
    """The control whose label is quoted."""
    told: Text | None = None
    """What a source says, in our words."""
    read_as: Text | None = None
    """What we take that to mean."""
    url: str = ""
    number: int = 1
    """Counts the claims that share a key, from 1."""
    instead: str = ""
    """The person's own sentence, in place of ours."""
    inline: bool = False
    """Whether it is stated within a sentence that says something else, as the date of a request is."""
    is_fixed: bool = False
    """Whether it says who writes for whom, and can therefore be neither struck out nor reworded."""

    @property
    def code(self) -> str:
        """The name of the claim within its letter: `switched-off`, `canned-2`."""
        return self.what if self.number == 1 else f"{self.what}-{self.number}"


def by_entry(*entries: Dated) -> tuple[Basis, ...]:
    """The basis of a claim that rests on entries of the journal."""
    return tuple(Basis("entry", entry.id, _day_of(entry)) for entry in entries)


def by_word(question: str) -> tuple[Basis, ...]:
    """The basis of a claim that rests on the person's answer to a question."""
    return (Basis("said", question),)


def by_source(url: str, on: date | None = None) -> tuple[Basis, ...]:
    """The basis of a claim that rests on a published source; `on` is the day on which that was checked."""
    return (Basis("source", url, on),)


def numbered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, numbered where several have the same key."""
    seen: dict[str, int] = {}
    return tuple(_next(claim, seen) for claim in claims)


def changed(claims: Iterable[Claim], changes: Mapping[str, str]) -> Iterator[Claim]:
    """The claims with the person's changes by code: a blank text strikes one out, any other replaces its sentence."""
    for claim in claims:
        wanted = None if claim.is_fixed else changes.get(claim.code)
        if wanted is None:
            yield claim
        elif wanted.strip():
            yield replace(claim, instead=wanted)


def _next(claim: Claim, seen: dict[str, int]) -> Claim:
    seen[claim.what] = seen.get(claim.what, 0) + 1
    return replace(claim, number=seen[claim.what])


def _day_of(entry: Dated) -> date:
    """The day that an entry names, else the day on which it was written down."""
    told = None if isinstance(entry, Attached) else getattr(entry, "on", None)
    return told if isinstance(told, date) else clock.local_day(entry.at)
