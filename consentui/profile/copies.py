"""Other copies of a profile, made one with this one: entries by their ids, then the files that they name.

A file is brought only where it is what its entry says by its hash, and takes no other's place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.journal import file
from consentui.journal.entries import Attached, Entry, RequestSent
from consentui.journal.fold import Ledger, fold
from consentui.journal.merge import missing
from consentui.profile.journal import Journal
from consentui.profile.texts import DRAFTS, names_of
from consentui.storage.files import aside, failing_as, put_in_free_place, put_in_place
from consentui.storage.places import Folders, private_folder
from consentui.storage.reading import blocks_of, content_of, hash_inside, hash_of, opened_inside
from consentui.text import clean_line


class Renamed(Struct, frozen=True):
    """A request that is called otherwise since another was found to have its reference."""

    account: str
    before: str
    now: str


class Merged(Struct, frozen=True):
    """What another copy had beside this one."""

    entries: Sequence[Entry]
    files: int = 0
    """How many texts and proofs were brought."""
    lacking: tuple[str, ...] = ()
    """The files that entries name and that neither copy has."""
    renamed: tuple[Renamed, ...] = ()


def merge(journal: Journal, folders: Folders, other: Path) -> Merged:
    """Add to a profile what another copy has: its journal, or its whole folder.

    The files come first: nothing is written down whose text or proof could have been brought and was not. Raises
    UsageError where there is no journal, StorageError when one cannot be read or something cannot be kept.
    """
    path = other / folders.journal.name if other.is_dir() else other
    content = file.content_of(path)
    if not content and not path.exists():
        raise UsageError(_("There is no journal in {path}.").format(path=clean_line(str(other))))
    theirs = file.parse(content, path).entry if content else ()
    with journal.held():
        before = journal.ledger
        brought = _bring_files(folders.data, path.parent, theirs)
        new = missing(journal.entries, theirs)
        journal.add(new)
        renamed = tuple(_renamed(before, journal.ledger))
        for one in renamed:
            _move_drafts(folders.requests / one.before, folders.requests / one.now)
        _bring_drafts(folders.requests, path.parent / folders.requests.name, fold(theirs), journal.ledger)
        return Merged(new, brought, tuple(_lacking(folders.data, theirs)), renamed)


def keep_beside(place: Path, other: Path) -> Path:
    """Keep another text beside the one that has the place, told apart by its hash; gives where."""
    target = place.with_name(f"{place.stem}.{hash_of(other)[:8]}{place.suffix}")
    failing = failing_as(_("The file could not be kept."), target)
    with failing, aside(target.parent, target.name) as new, suppress(FileExistsError):
        new.file.write(content_of(other))
        put_in_free_place(new, target)
    return target


def _bring_files(data: Path, theirs: Path, entries: Iterable[Entry]) -> int:
    """Bring the texts and proofs that entries name and that are not here yet; gives how many."""
    brought = 0
    for entry in entries:
        if isinstance(entry, RequestSent | Attached) and not _is_here(data, entry):
            names = (*_names(entry), Path(entry.file).name)
            source = next((name for name in names if hash_inside(theirs, name) == entry.sha256), None)
            if source:
                _copy(theirs, source, data, entry)
                brought += 1
    return brought


def _copy(theirs: Path, source: str, data: Path, entry: RequestSent | Attached) -> None:
    places = [data / name for name in _names(entry)]
    folder = places[0].parent
    with failing_as(_("The file could not be kept."), places[0]), aside(private_folder(folder), "brought") as new:
        with opened_inside(theirs, source) as content:
            for block in blocks_of(content):
                new.file.write(block)
        for place in places:
            with suppress(FileExistsError):
                put_in_free_place(new, place)
                return
        put_in_place(new, places[-1])  # it has the name of this very content, and another one's content


def _names(entry: RequestSent | Attached) -> tuple[str, ...]:
    return names_of(entry) if isinstance(entry, RequestSent) else (entry.file,)


def _is_here(data: Path, entry: RequestSent | Attached) -> bool:
    return any(hash_inside(data, name) == entry.sha256 for name in _names(entry))


def _lacking(data: Path, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, RequestSent | Attached) and not _is_here(data, entry):
            yield entry.file


def _renamed(before: Ledger, after: Ledger) -> Iterator[Renamed]:
    """The requests of before that are called otherwise after."""
    for several in before.openings.given.values():
        for opening in several:
            old, new = before.openings.references[opening.id], after.openings.references[opening.id]
            if old != new:
                yield Renamed(opening.account, old, new)


def _move_drafts(old: Path, new: Path) -> None:
    """Take what was prepared for a request along to where it is called otherwise."""
    for name in DRAFTS:
        if (old / name).is_file() and not (new / name).exists():
            with failing_as(_("The file could not be kept."), new / name):
                (old / name).rename(private_folder(new) / name)


def _bring_drafts(requests: Path, theirs: Path, their_ledger: Ledger, ledger: Ledger) -> None:
    """Bring what was prepared in the other copy for requests of which nothing was prepared here."""
    for opening, reference in their_ledger.openings.references.items():
        for name in DRAFTS:
            target = requests / ledger.openings.references[opening] / name
            with suppress(OSError):
                content = content_of(theirs / reference / name)
                with aside(private_folder(target.parent), name) as new:
                    new.file.write(content)
                    put_in_free_place(new, target)
