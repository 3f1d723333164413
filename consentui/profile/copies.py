"""Merging other copies of a profile into this one: entries by their ids, and the files that they name.

A copy is a folder, a journal with the profile's folders beside it, or a backup. A file is brought over only if it has
the hash that its entry gives, and never takes the place of another text or proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.journal import file
from consentui.journal.entries import Attached, Entry, RequestSent
from consentui.journal.fold import Ledger, fold
from consentui.journal.merge import Written, missing
from consentui.profile.journal import Journal
from consentui.profile.texts import DRAFTS, names_of
from consentui.storage.files import failing_as, put_in_free_place, put_in_place, written_aside
from consentui.storage.places import Folders, private_folder
from consentui.storage.reading import content_of, hash_inside, hash_of, opened_inside, pour
from consentui.storage.streams import Sink
from consentui.text import clean_line


class Copy(Protocol):
    """Another copy of a profile. Its files are named relative to the profile's folder."""

    @property
    def path(self) -> Path:
        """The path of its journal, as errors name it."""
        ...

    def journal(self) -> bytes:
        """The content of its journal, empty if there is none; raises StorageError if it cannot be read."""
        ...

    def sum_of(self, name: str) -> str:
        """The SHA-256 of a file in hexadecimal; empty if there is no such file."""
        ...

    def pour(self, name: str, target: Sink) -> None:
        """Write all of a file to the target; raises OSError or StorageError if it cannot be read."""
        ...


class FolderCopy:
    """A journal, and the texts and proofs beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def journal(self) -> bytes:
        return file.content_of(self.path)

    def sum_of(self, name: str) -> str:
        return hash_inside(self.path.parent, name)

    def pour(self, name: str, target: Sink) -> None:
        with opened_inside(self.path.parent, name) as source:
            pour(source, target)


class Renamed(Struct, frozen=True):
    """A request whose reference changed because another request was found to have the same one."""

    account: str
    before: str
    now: str


class Merged(Struct, frozen=True):
    """What a merge added to this copy."""

    entries: Sequence[Written]
    files: int = 0
    """How many texts and proofs were brought over."""
    lacking: tuple[str, ...] = ()
    """The files that the other copy's entries name and that neither copy has."""
    renamed: tuple[Renamed, ...] = ()


def merge(journal: Journal, folders: Folders, other: Path) -> Merged:
    """Add to a profile what another copy has, given by its folder or its journal.

    Raises UsageError if there is no journal, StorageError as `merge_copy` does.
    """
    path = other / folders.journal.name if other.is_dir() else other
    if not path.exists():
        raise UsageError(_("There is no journal in {path}.").format(path=clean_line(str(other))))
    return merge_copy(journal, folders, FolderCopy(path))


def merge_copy(journal: Journal, folders: Folders, copy: Copy) -> Merged:
    """Add to a profile what another copy has.

    Files are brought over first, so that no entry is added whose text or proof could have been brought but was not.
    Raises StorageError if the journal or a file cannot be read, or if something cannot be written.
    """
    found = journal_of(copy, journal)
    theirs = found.entry
    with journal.held():
        before = journal.ledger
        wanted = tuple(to_bring(folders.data, copy, theirs))
        for entry, name in wanted:
            _bring(copy, name, folders.data, entry)
        new = missing(journal.everything, found.everything)
        journal.add(new)
        renamed = tuple(_renamed(before, journal.ledger))
        for one in renamed:
            _move_drafts(folders.requests / one.before, folders.requests / one.now)
        _bring_drafts(folders, copy, fold(theirs, found.newer), journal.ledger)
        return Merged(new, len(wanted), tuple(_lacking(folders.data, theirs)), renamed)


def journal_of(copy: Copy, journal: Journal) -> file.JournalContent:
    """The entries of a copy's journal; raises StorageError if it cannot be read."""
    content = copy.journal()
    return journal.parse_copy(content, copy.path) if content else file.JournalContent()


def to_bring(data: Path, copy: Copy, entries: Iterable[Entry]) -> Iterator[tuple[RequestSent | Attached, str]]:
    """The entries whose text or proof is missing here but present in the copy, each with its name there."""
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        if isinstance(entry, RequestSent | Attached) and (entry.file, entry.sha256) not in seen:
            seen.add((entry.file, entry.sha256))
            names = () if _is_here(data, entry) else (*_names(entry), Path(entry.file).name)
            if name := next((name for name in names if copy.sum_of(name) == entry.sha256), None):
                yield entry, name


def keep_beside(place: Path, other: Path) -> Path:
    """Copy a file beside the one at `place`, with part of its hash in its name, and return its path."""
    target = place.with_name(f"{place.stem}.{hash_of(other)[:8]}{place.suffix}")
    failing = failing_as(_("The file could not be saved."), target)
    with failing, written_aside(target.parent, target.name) as new, suppress(FileExistsError):
        new.file.write(content_of(other))
        put_in_free_place(new, target)
    return target


def _bring(copy: Copy, name: str, data: Path, entry: RequestSent | Attached) -> None:
    places = [data / name for name in _names(entry)]
    folder = places[0].parent
    with (
        failing_as(_("The file could not be saved."), places[0]),
        written_aside(private_folder(folder), "brought") as new,
    ):
        copy.pour(name, new.file)
        for place in places:
            with suppress(FileExistsError):
                put_in_free_place(new, place)
                return
        put_in_place(new, places[-1])  # the file there is named by this very hash, but was altered


def _names(entry: RequestSent | Attached) -> tuple[str, ...]:
    return names_of(entry) if isinstance(entry, RequestSent) else (entry.file,)


def _is_here(data: Path, entry: RequestSent | Attached) -> bool:
    return any(hash_inside(data, name) == entry.sha256 for name in _names(entry))


def _lacking(data: Path, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, RequestSent | Attached) and not _is_here(data, entry):
            yield entry.file


def _renamed(before: Ledger, after: Ledger) -> Iterator[Renamed]:
    """The requests whose reference is another after the merge."""
    for several in before.openings.given.values():
        for opening in several:
            old, new = before.openings.references[opening.id], after.openings.references[opening.id]
            if old != new:
                yield Renamed(opening.account, old, new)


def _move_drafts(old: Path, new: Path) -> None:
    """Move what was prepared for a request into the folder of its new reference."""
    for name in DRAFTS:
        if (old / name).is_file() and not (new / name).exists():
            with failing_as(_("The file could not be saved."), new / name):
                (old / name).rename(private_folder(new) / name)


def _bring_drafts(folders: Folders, copy: Copy, their_ledger: Ledger, ledger: Ledger) -> None:
    """Bring what was prepared for requests in the other copy, except for files that exist here already."""
    for opening, reference in their_ledger.openings.references.items():
        for draft in DRAFTS:
            name = f"{folders.requests.name}/{reference}/{draft}"
            target = folders.requests / ledger.openings.references[opening] / draft
            if copy.sum_of(name):
                with suppress(OSError), written_aside(private_folder(target.parent), draft) as new:
                    copy.pour(name, new.file)
                    put_in_free_place(new, target)
