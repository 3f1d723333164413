"""The journal of a profile, held in memory as it was last read, and added to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from msgspec.structs import replace

from consentui import clock
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.journal import alike, file
from consentui.journal.entries import AboutControl, AboutRequest, Entry, Undone
from consentui.journal.fold import Ledger, extended, fold, in_force, last_taken_back
from consentui.journal.ids import entry_id, in_order, newest_id
from consentui.journal.newer import Newer

Written = TypeVar("Written", bound=Entry)
Stamped = TypeVar("Stamped", bound=Entry | Newer)

_Seen = tuple[int, int, int, int] | None
"""The file's inode, size and times of change; None if there is no file."""


class Journal:
    """The entries of a profile, as the file held them when it was last read or written here."""

    def __init__(self, path: Path, cache_path: Path | None = None) -> None:
        """`cache_path` is the file in which a long journal is cached in parsed form; None for no cache.

        Raises StorageError if the journal cannot be understood.
        """
        self._path = path
        self._cache_path = cache_path
        self._turn = RLock()
        self._held: file.Held | None = None
        self.torn: Path | None = None
        """Where an entry that was cut short was set aside; None if there was none."""
        self.readings = 0
        """How often the whole file was read; what was worked out before the last reading may no longer hold."""
        self.last_written: str | None = None
        """The id of the last entry that was written here, not by another program; None before the first."""
        self._entries: list[Entry] = []
        self._written: list[Entry] = []
        self.newer: Sequence[Newer] = ()
        """What a newer consentui wrote, in the order of the file."""
        self._last_id: str | None = None
        self._read_to = 0
        self._seen: _Seen = None
        self.ledger: Ledger = fold(())
        self.reload()

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries, in the order of the file."""
        return self._entries

    @property
    def lost(self) -> Sequence[Entry]:
        """Entries written here that the file no longer has: it was emptied, or replaced by an older copy.

        Empty if all of them had been taken back anyway.
        """
        there = {entry.id for entry in self._entries}
        gone = [entry for entry in self._written if entry.id not in there]
        return gone if in_force(gone) else ()

    def put_back(self) -> None:
        """Write the lost entries again, unchanged; raises StorageError if they cannot be written."""
        self.add(self.lost)

    def let_go(self) -> None:
        """Accept that the lost entries were removed on purpose."""
        there = {entry.id for entry in self._entries}
        self._written = [entry for entry in self._written if entry.id in there]

    @property
    def is_new(self) -> bool:
        """Whether the journal has no entries at all."""
        return not self.everything

    @property
    def everything(self) -> Sequence[Entry | Newer]:
        """All entries, including those of a newer consentui, oldest first."""
        return in_order((*self._entries, *self.newer))

    def as_called(self, entry: Stamped) -> Stamped:
        """The entry with the current reference of its request, which may differ from the one it was written with."""
        if not isinstance(entry, AboutRequest):
            return entry
        reference = self.ledger.openings.reference_of(entry)
        return entry if reference in {None, entry.request} else replace(entry, request=reference)

    def reload(self) -> None:
        """Read the file again; raises StorageError if it cannot be understood."""
        seen = self._look()  # taken before reading, so that a change in between is noticed next time
        self._take(file.read(self._path, self._cache_path), seen)

    def reload_if_changed(self) -> bool:
        """Read the file again if another program added to it or replaced it, and return whether one did."""
        if self._look() == self._seen:
            return False
        self.reload()
        return True

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the journal: it is up to date, and no other program can add to it until the block ends.

        Whatever is decided from the entries (a reference, the number of a file, what to undo) must be decided inside.
        A block may hold the journal again. Raises StorageError if it cannot be held or understood.
        """
        with self._turn:
            if self._held:
                yield
                return
            with file.held(self._path) as held:
                if held.length != self._read_to or self._look() != self._seen:
                    seen = self._look()
                    self._take(held.read(self._cache_path), seen)
                self._held = held
                try:
                    yield
                finally:
                    self._held = None

    def parse_copy(self, content: bytes, path: Path) -> file.JournalContent:
        """The entries of another copy of this journal; raises StorageError if they cannot be understood."""
        ours = file.content_of(self._path)
        is_as_read = self._look() == self._seen and len(ours) == self._read_to
        return alike.parse(content, path, alike.blocks_of(ours, self._entries) if is_as_read else {})

    def write(self, kind: type[Written], **facts: Any) -> Written:
        """Write an entry of this kind, stamped with its time and id, and return it.

        Raises StorageError if it cannot be written; the journal in memory then lacks it too.
        """
        return self.write_all(kind, (facts,))[0]

    def write_all(self, kind: type[Written], facts: Iterable[Mapping[str, Any]]) -> tuple[Written, ...]:
        """Write entries of this kind together, as one undoable step, and return them.

        Raises StorageError if they cannot be written; the journal in memory then has none of them.
        """
        return self.write_together((kind, one) for one in facts)

    def write_together(self, wanted: Iterable[tuple[type[Written], Mapping[str, Any]]]) -> tuple[Written, ...]:
        """Write entries of several kinds together, as `write_all` does for one kind."""
        with self.held():
            now, last = clock.now(), self._last_id
            entries: list[Written] = []
            for kind, one in wanted:
                last = entry_id(now, after=last)
                entries.append(kind(at=now, id=last, batch=entries[0].id if entries else None, **one))
            if entries:
                self._append(entries)
                self.last_written = last
            return tuple(entries)

    def add(self, entries: Sequence[Entry | Newer]) -> None:
        """Write entries of another copy unchanged; raises StorageError if they cannot be written."""
        with self.held():
            assert self._held
            if entries:
                self._held.add(entries)
                seen = self._look()
                self._take(self._held.read(self._cache_path), seen)

    def batch_of(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries written together with this one, itself among them, in the order in which they were written."""
        first = entry.batch or entry.id
        return tuple(one for one in self._entries if first in {one.id, one.batch})

    def together_with(self, entry: Entry) -> int:
        """How many other entries were written together with this one, and are undone with it."""
        return len(self.batch_of(entry)) - 1

    def last_in_force(self) -> Entry | None:
        """The entry that `undo` would take back, None if there is none.

        Raises UsageError if a newer consentui wrote the last entry, whose meaning is not known here.
        """
        standing = in_force(self._entries)
        self._require_known(standing)
        return standing[-1] if standing else None

    def undo(self) -> Entry | None:
        """Take back the last entry in force, with those written together with it, and return it; None if there is none.

        Raises UsageError as `last_in_force` does.
        """
        with self.held():
            last = self.last_in_force()
            if last:
                self.write(Undone, entry=last.batch or last.id)
            return last

    def redo(self) -> Entry | None:
        """Restore what was taken back last, and return it; None if there is nothing, or something was written since."""
        with self.held():
            undone = last_taken_back(self._entries)
            if undone is None or any(one.id > undone.id for one in self.newer):
                return None
            self.write(Undone, entry=undone.id)
            return next((entry for entry in self._entries if entry.id == undone.entry), None)

    def _require_known(self, standing: Sequence[Entry]) -> None:
        if newer := self.ledger.newers.entries:
            last = in_order((*standing, *newer))[-1]
            if isinstance(last, Newer):
                raise UsageError(
                    _("The last entry was written by a newer consentui."),
                    f"{last.what} ({last.id})",
                    _("Undo it there, or update consentui."),
                )

    def _append(self, entries: Sequence[Entry]) -> None:
        assert self._held
        try:
            self._read_to = self._held.add(entries, self._read_to).end
        finally:
            # A failed write was taken out again, which changes the file too: that is not another program's doing.
            self._seen = self._look()
        self._entries.extend(entries)
        self._written.extend(entries)
        self._last_id = entries[-1].id
        about = [entry for entry in entries if isinstance(entry, AboutControl)]
        self.ledger = extended(self.ledger, about) if len(about) == len(entries) else fold(self._entries, self.newer)

    def _take(self, reading: file.JournalReading, seen: _Seen) -> None:
        self._seen = seen
        self.torn = reading.torn or self.torn
        self._read_to = reading.length
        self._entries = list(reading.entries)
        self.newer = reading.newer
        self._last_id = newest_id((*reading.entries, *reading.newer))
        self.ledger = fold(reading.entries, reading.newer)
        self.readings += 1

    def _look(self) -> _Seen:
        """What distinguishes the file from a replacement of the same length, without reading it."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
