"""Which request an entry is about, even if two copies of a journal gave the same reference to two requests.

A request is identified by the entry that opened it. It keeps its reference as long as no other request has it;
requests that share one are told apart by the ends of their ids, the same way in every copy however they were merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from consentui.journal.entries import AboutRequest, Entry, RequestAssigned, RequestOpened, RequestSent

_SHORTEST, _LONGEST = 4, 26
"""The fewest and the most characters of an id that are put after a reference."""


class Openings(Struct, frozen=True):
    """The requests of a journal, including those that were taken back."""

    references: Mapping[str, str]
    """The reference of each request as it is shown, by the id of the entry that opened it."""
    given: Mapping[str, tuple[RequestOpened, ...]]
    """The requests that were given each reference, oldest first."""
    assigned: Mapping[str, str]
    """The id of the opening that the person assigned an entry to, by the id of the entry."""

    @property
    def clashes(self) -> Mapping[str, tuple[RequestOpened, ...]]:
        """The references that were given more than once."""
        return {reference: several for reference, several in self.given.items() if len(several) > 1}

    def reference_of(self, entry: AboutRequest) -> str | None:
        """The reference, as it is shown, of the request that an entry is about; None if that is not clear."""
        if isinstance(entry, RequestOpened):
            return self.references[entry.id]
        if opening := self.assigned.get(entry.id) or entry.opening:
            return self.references.get(opening) or (entry.request if not self.given.get(entry.request) else None)
        several = self.candidates(entry)
        if len(several) == 1:
            return self.references[several[0].id]
        return None if several else entry.request

    def candidates(self, entry: AboutRequest) -> Sequence[RequestOpened]:
        """The requests that an entry may be about, by its reference, its time and the right that a letter exercises."""
        several = self.given.get(entry.request, ())
        if len(several) <= 1:
            return several
        before = [one for one in several if one.id < entry.id] or several
        suiting = [one for one in before if isinstance(entry, RequestSent) and entry.letter == one.right]
        return suiting or before


def openings_in(entries: Iterable[Entry], in_force: Iterable[Entry]) -> Openings:
    """The requests that these entries (each once, oldest first) open, with the assignments among those in force."""
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
    """A reference for each of several requests that were given the same one, by opening, that no other request has."""
    names: dict[str, str] = {}
    for length in range(_SHORTEST, _LONGEST + 1):
        names = {one.id: f"{reference}-{one.id[-length:]}" for one in several}
        if len(set(names.values())) == len(several) and not set(names.values()) & set(taken):
            break
    return names
