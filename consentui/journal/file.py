"""The journal file: read whole, only ever appended to, safe against crashes and other writers.

Entries are written in one piece under a lock and synced to disk before they are reported as saved. A crash can tear
only the last entry, which then lacks its id line; the torn piece is moved to a file of its own. Anything else that is
wrong is an error and leaves the file untouched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from msgspec import Meta, Struct

from consentui.errors import StorageError
from consentui.i18n import _
from consentui.journal import cache
from consentui.journal.blocks import as_block
from consentui.journal.conflicts import conflict_line, without_markers
from consentui.journal.entries import Entry
from consentui.journal.forms import are_well_formed
from consentui.journal.newer import Newer, set_apart
from consentui.journal.tail import HEADER, SCHEMA, TAIL_BYTES, ends_well, lead, set_aside, whole_length
from consentui.storage import reading, toml
from consentui.storage.files import failing_as, replace_file, sync_folder
from consentui.storage.lock import locked

_SCHEMA = re.compile(rb"^schema[ \t]*=[ \t]*(\d{1,18})(?!\d)", re.MULTILINE)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """The content of a journal file, once the entries of a newer consentui are set apart."""

    schema: Annotated[int, Meta(ge=1)]
    entry: tuple[Entry, ...] = ()


class JournalContent(Struct, frozen=True):
    """What a journal holds."""

    entry: tuple[Entry, ...] = ()
    newer: tuple[Newer, ...] = ()
    """The entries that a newer consentui wrote."""

    @property
    def everything(self) -> Sequence[Entry | Newer]:
        """All entries, whichever version wrote them."""
        return (*self.entry, *self.newer)


class JournalReading(Struct, frozen=True):
    """The result of reading a journal."""

    entries: tuple[Entry, ...] = ()
    length: int = 0
    """How many bytes of the file are whole: all that is left of it."""
    torn: Path | None = None
    """The file to which a torn last entry was moved; None if there was none."""
    newer: tuple[Newer, ...] = ()
    """The entries that a newer consentui wrote."""


class Span(Struct, frozen=True):
    """The part of the file where something was written, as offsets in bytes."""

    start: int
    end: int


class Held(NamedTuple):
    """A locked journal, to which no other program can add."""

    path: Path
    descriptor: int

    @property
    def length(self) -> int:
        """The size of the file in bytes."""
        return os.fstat(self.descriptor).st_size

    def read(self, cache_path: Path | None = None) -> JournalReading:
        """The entries as they are now; takes `cache_path` and raises as the function `read` does."""
        with _mending(self.path):
            content, torn = _whole_part(self.path)
        return _understood(content, self.path, torn, cache_path)

    def add(self, entries: Sequence[Entry | Newer], known_length: int = 0) -> Span:
        """Add entries at the end, and return once they are on the disk.

        `known_length` is the length at which the journal was last known to be whole: if it still has that length, its
        end is not checked again. Raises StorageError if the entries cannot be written; the journal is then unchanged.
        """
        blocks = "".join(as_block(entry) for entry in entries).encode()
        with _saving(self.path):
            length = self.length
            if length and length == known_length:
                return _write_at_end(self.descriptor, length, blocks)
            tail = _tail(self.descriptor)
            if not ends_well(tail):
                _whole_part(self.path)
                tail = _tail(self.descriptor)
            span = _write_at_end(self.descriptor, self.length, lead(tail) + blocks)
            if span.start == 0:
                sync_folder(self.path.parent)
            return span


@contextmanager
def held(path: Path) -> Iterator[Held]:
    """Lock the journal, so that nothing comes between reading it and writing to it; a missing one is created.

    A journal that was created and not written to is removed again. Raises StorageError if the journal cannot be
    locked, or another program keeps it locked for too long.
    """
    with ExitStack() as stack:
        with _saving(path):
            is_new = not path.exists()
            journal = Held(path, stack.enter_context(locked(path)))
        if is_new:
            stack.callback(_leave_nothing, journal)
        yield journal


def read(path: Path, cache_path: Path | None = None) -> JournalReading:
    """The entries of a journal, none if the file does not exist; a torn last entry is set aside.

    `cache_path` is the cache file of a long journal, None for no cache. Raises StorageError with file and line if the
    journal cannot be read or understood.
    """
    content = content_of(path)
    torn = None
    if whole_length(content) < len(content):  # torn, or still being written by another program
        with _mending(path), locked(path):
            content, torn = _whole_part(path)
    return _understood(content, path, torn, cache_path)


def mend_conflict(path: Path) -> Path | None:
    """Remove the conflict markers from a journal, and return the path of a copy made of it before.

    None if there are no markers. Raises StorageError if the file cannot be written or is not a valid journal without
    the markers; it is then unchanged.
    """
    with held(path), _saving(path):
        content = reading.content_of(path)
        text = content.decode(errors="surrogateescape")
        if conflict_line(text) is None:
            return None
        mended = without_markers(text).encode(errors="surrogateescape")
        parse(mended, path)
        from hashlib import sha256

        copy = path.with_name(f"{path.stem}.before-mending-{sha256(content).hexdigest()[:8]}.toml")
        replace_file(copy, content)
        replace_file(path, mended)
        return copy


def append(path: Path, entries: Sequence[Entry], known_length: int = 0) -> Span:
    """Lock a journal and add entries at its end, as `Held.add` does."""
    with held(path) as journal:
        return journal.add(entries, known_length)


def parse(content: bytes, path: Path) -> JournalContent:
    """The journal that these bytes hold; raises StorageError with file and line if they cannot be understood."""
    _require_known_schema(content, path)
    try:
        text = content.removeprefix(reading.MARK).decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise StorageError(
            _("{path}, line {line}: this is not UTF-8 text.").format(path=path, line=line),
            way_out=_left_alone(),
        ) from error
    try:
        return _fitted(text, path)
    except StorageError as error:
        if marked := conflict_line(text):
            raise _in_conflict(path, marked) from error
        error.way_out = "\n".join(filter(None, (error.way_out, _left_alone())))
        raise


def _fitted(text: str, path: Path) -> JournalContent:
    tree = toml.parse_tree(text, path, StorageError)
    try:
        return JournalContent(_entries(tree, text, path))
    except StorageError:
        understood, newer = set_apart(tree)
        entries = _entries(understood, text, path)
        known = (entry for place, entry in enumerate(entries) if place not in newer)
        return JournalContent(tuple(known), tuple(newer.values()))


def _entries(tree: dict[str, Any], text: str, path: Path) -> tuple[Entry, ...]:
    found = toml.fit(tree, text, _File, path, StorageError).entry
    if are_well_formed(found):
        return found
    raise toml.misfit(tree, text, _File, path, StorageError)


def content_of(path: Path) -> bytes:
    """The bytes of a journal, empty if it does not exist; raises StorageError if it cannot be read."""
    with failing_as(_("The journal cannot be read."), path, _("Check the permissions of the file.")):
        try:
            return reading.content_of(path)
        except FileNotFoundError:
            return b""


def _understood(content: bytes, path: Path, torn: Path | None, cache_path: Path | None) -> JournalReading:
    found = (
        _remembered(content, path, cache_path) if cache_path else parse(content, path) if content else JournalContent()
    )
    return JournalReading(found.entry, len(content), torn, found.newer)


def _remembered(content: bytes, path: Path, cache_path: Path) -> JournalContent:
    """Like `parse`, but with a cache: of a long journal that was read before, only what was added is parsed."""
    known = cache.recall(cache_path, content)
    found = _continued(known, content, path) or (parse(content, path) if content else JournalContent())
    if not found.newer and cache.is_worth_keeping(known, len(content)):
        cache.keep(cache_path, content, found.entry)
    return found


def _continued(known: cache.Known, content: bytes, path: Path) -> JournalContent | None:
    """The known entries and those added since; None if nothing is known, or the added part cannot stand by itself."""
    if not known.length:
        return None
    if known.length == len(content):
        return JournalContent(known.entries)
    with suppress(StorageError):
        added = parse(HEADER + content[known.length :], path)
        return None if added.newer else JournalContent((*known.entries, *added.entry))
    return None


def _whole_part(path: Path) -> tuple[bytes, Path | None]:
    """The whole part of a locked journal, and the file to which a torn tail was moved, None if there was none."""
    content = reading.content_of(path)
    length = whole_length(content)
    if length == len(content):
        return content, None
    _require_known_schema(content, path)
    return content[:length], set_aside(path, content, length)


def _mending(path: Path) -> AbstractContextManager[None]:
    title = _("The last entry of the journal is incomplete and cannot be set aside.")
    return failing_as(title, path, _("Make the folder writable and start again."))


def _saving(path: Path) -> AbstractContextManager[None]:
    way_out = _("Nothing was changed. Free some space or make the folder writable, then try again.")
    return failing_as(_("This could not be saved."), path, way_out)


def _leave_nothing(journal: Held) -> None:
    """Remove a journal that was created to be locked, and its folder, if nothing was written to it."""
    if not journal.length:
        with suppress(OSError):
            journal.path.unlink()
            journal.path.parent.rmdir()


def _write_at_end(descriptor: int, length: int, content: bytes) -> Span:
    """Write and sync; on failure the file is cut back to its former length."""
    try:
        _write_all(descriptor, content)
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, length)
        raise
    return Span(length, length + len(content))


def _write_all(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]


def _tail(descriptor: int) -> bytes:
    os.lseek(descriptor, max(0, os.fstat(descriptor).st_size - TAIL_BYTES), os.SEEK_SET)
    return os.read(descriptor, TAIL_BYTES)


def _require_known_schema(content: bytes, path: Path) -> None:
    found = _SCHEMA.search(content.removeprefix(reading.MARK))
    if found and int(found[1]) > SCHEMA:
        raise StorageError(
            _("The journal was written by a newer consentui."),
            _("{path} has schema {schema}; this program knows schema {known}.").format(
                path=path, schema=int(found[1]), known=SCHEMA
            ),
            _("Update consentui."),
        )


def _in_conflict(path: Path, line: int) -> StorageError:
    return StorageError(
        _("{path}, line {line}: two versions of the journal stand one after the other.").format(path=path, line=line),
        _("A program that merges copies marked them with <<<<<<<, ======= and >>>>>>>."),
        _("Both are right: “consentui doctor --mend” removes the marks and keeps a copy of the file."),
    )


def _left_alone() -> str:
    return _("The file was left as it is: fix that line, or restore a copy.")
