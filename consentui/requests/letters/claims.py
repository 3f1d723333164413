"""What a letter says has happened, claim by claim, each with what it rests on: nothing else may be said as a fact."""

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
"""What a claim can rest on: an entry of the journal, an answer of the person's, a dated source, a rule of law;
a request rests on the person’s will alone."""

Group = Literal["mandate", "account", "statement", "event", "breach", "proceeding", "enclosure"]
"""Which template says it: `_statement.txt` and so on."""


class Basis(Struct, frozen=True):
    """One thing that a claim rests on."""

    ground: Ground
    ref: str
    """The entry's id, the name of the question, the source's address, the rule's id."""
    on: date | None = None
    """The day of it, where it has one."""


class Claim(Struct, frozen=True):
    """A fact that a letter states; the templates have the words."""

    group: Group
    what: str
    """A word that the template of its group knows."""
    rests_on: tuple[Basis, ...]
    on: date | None = None
    how: Surface | None = None
    text: str = ""
    """Words of the person, of the company or of a screen, to be quoted."""
    points: tuple[str, ...] = ()
    """The same, several."""
    control: Control | None = None
    """The control whose label is quoted."""
    told: Text | None = None
    """What a source tells, in our words."""
    read_as: Text | None = None
    """What we take it to mean."""
    url: str = ""
    number: int = 1
    """Tells apart what is claimed twice."""
    instead: str = ""
    """The person's own sentence in the place of ours."""
    inline: bool = False
    """It stands within a sentence that says something else, as the date of a request does."""
    is_fixed: bool = False
    """It says who writes for whom: it can be neither struck out nor said otherwise."""

    @property
    def code(self) -> str:
        """What names the claim within its letter: `switched-off`, `canned-2`."""
        return self.what if self.number == 1 else f"{self.what}-{self.number}"


def by_entry(*entries: Dated) -> tuple[Basis, ...]:
    """What rests on entries of the journal."""
    return tuple(Basis("entry", entry.id, _day_of(entry)) for entry in entries)


def by_word(question: str) -> tuple[Basis, ...]:
    """What rests on the answer to a question."""
    return (Basis("said", question),)


def by_source(url: str, on: date | None = None) -> tuple[Basis, ...]:
    """What rests on something published."""
    return (Basis("source", url, on),)


def numbered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, those of one word told apart by numbers."""
    seen: dict[str, int] = {}
    return tuple(_next(claim, seen) for claim in claims)


def changed(claims: Iterable[Claim], changes: Mapping[str, str]) -> Iterator[Claim]:
    """The claims as the person wants them: those struck out are gone, others in the person's own words."""
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
    """The day an entry speaks of, else the day it was written."""
    told = None if isinstance(entry, Attached) else getattr(entry, "on", None)
    return told if isinstance(told, date) else clock.local_day(entry.at)
