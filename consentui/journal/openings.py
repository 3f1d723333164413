"""Which request an entry is about, also where two copies of a journal gave one reference to two requests.

A request is known by the entry that opened it. Its reference is as it was given while no other has it; those that
share one are told apart by the ends of their ids, in every copy in the same way, however the copies were merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from consentui.journal.entries import AboutRequest, Entry, RequestAssigned, RequestOpened, RequestSent

_SHORTEST, _LONGEST = 4, 26
"""In characters, of what is put after a reference."""


class Openings(Struct, frozen=True):
    """The requests that a journal knows of, those that were taken back included."""

    references: Mapping[str, str]
    """What each is called, by the id of the entry that opened it."""
    given: Mapping[str, tuple[RequestOpened, ...]]
    """Those that were given each reference, oldest first."""
    assigned: Mapping[str, str]
    """The opening that the person said an entry belongs to, by the id of the entry."""

    @property
    def clashes(self) -> Mapping[str, tuple[RequestOpened, ...]]:
        """The references that were given more than once."""
        return {reference: several for reference, several in self.given.items() if len(several) > 1}

    def reference_of(self, entry: AboutRequest) -> str | None:
        """What the request of an entry is called; None where it is not clear which one the entry is about."""
        if isinstance(entry, RequestOpened):
            return self.references[entry.id]
        if opening := self.assigned.get(entry.id) or entry.opening:
            return self.references.get(opening) or (entry.request if not self.given.get(entry.request) else None)
        several = self.candidates(entry)
        if len(several) == 1:
            return self.references[several[0].id]
        return None if several else entry.request

    def candidates(self, entry: AboutRequest) -> Sequence[RequestOpened]:
        """The requests that an entry may be about by its reference, its time, and the right that a letter exercises."""
        several = self.given.get(entry.request, ())
        if len(several) <= 1:
            return several
        before = [one for one in several if one.id < entry.id] or several
        suiting = [one for one in before if isinstance(entry, RequestSent) and entry.letter == one.right]
        return suiting or before


def openings_in(entries: Iterable[Entry], in_force: Iterable[Entry]) -> Openings:
    """The requests that these entries (each once, oldest first) open, and what was said of them that is in force."""
    given: dict[str, tuple[RequestOpened, ...]] = defaultdict(tuple)
    for entry in entries:
        if isinstance(entry, RequestOpened):
            given[entry.request] = (*given[entry.request], entry)
    assigned = {entry.entry: entry.opening for entry in in_force if isinstance(entry, RequestAssigned)}
    references = {one.id: reference for reference, several in given.items() for one in several}
    for reference, several in given.items():
        if len(several) > 1:
            references |= _told_apart(reference, several, given)
    return Openings(references, dict(given), assigned)


def _told_apart(reference: str, several: Sequence[RequestOpened], taken: Mapping[str, object]) -> dict[str, str]:
    """A reference for each of several that were given the same, that no other has."""
    names: dict[str, str] = {}
    for length in range(_SHORTEST, _LONGEST + 1):
        names = {one.id: f"{reference}-{one.id[-length:]}" for one in several}
        if len(set(names.values())) == len(several) and not set(names.values()) & set(taken):
            break
    return names
