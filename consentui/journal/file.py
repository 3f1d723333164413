"""The journal file: read whole, only ever added to at its end, safe against crashes and other writers.

An entry is written in one piece under a lock and synced to disk before `append` returns; only then may
anything be shown as saved. A crash can tear no more than the last entry, which lacks its id line: the
torn piece is set aside in a file of its own. Anything else wrong is an error, and nothing is touched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from consentui.errors import StorageError
from consentui.i18n import _
from consentui.journal.entries import Entry, as_block
from consentui.journal.lock import locked
from consentui.storage import reading, toml
from consentui.storage.files import failing_as, sync_folder
from consentui.storage.places import private_folder

SCHEMA = 1
_TAIL_BYTES = 200
_HEADER = f"""\
# The journal of consentui: dated facts, oldest first, only ever added at the end.
schema = {SCHEMA}
"""
_SCHEMA = re.compile(rb"^schema[ \t]*=[ \t]*(\d+)", re.MULTILINE)
_ENTRY_MARK = b"[[entry]]"
_ENTRY_START = re.compile(rb"^\[\[entry\]\][ \t]*\r?$", re.MULTILINE)
_ENTRY_END = re.compile(
    rb"""^id[ \t]*=(?:[^\0\n]*\n|[ \t]*["'][0-9A-Z]{26}["'][ \t]*(?:#[^\0\n]*)?\r?$)""", re.MULTILINE
)
"""An id line that came to its end: a person may have written it another way, or wrongly."""


class Journal(Struct, frozen=True, forbid_unknown_fields=True):
    """A journal file's content."""

    schema: Annotated[int, Meta(ge=1)]
    entry: tuple[Entry, ...] = ()


class Reading(Struct, frozen=True):
    """What reading a journal gave."""

    entries: tuple[Entry, ...] = ()
    length: int = 0
    """How many bytes were read, and kept."""
    torn: Path | None = None
    """Where a torn last entry was set aside, if there was one."""


def read(path: Path) -> Reading:
    """The entries of a journal, none where the file does not exist.

    Raises StorageError, naming file and line, when it cannot be read or understood.
    """
    content = content_of(path)
    torn = None
    if whole_length(content) < len(content):
        content, torn = _set_torn_tail_aside(path)
    return Reading(parse(content, path).entry if content else (), len(content), torn)


def parse(content: bytes, path: Path) -> Journal:
    """The journal that these bytes hold; raises StorageError with file and line."""
    _require_known_schema(content, path)
    try:
        text = content.removeprefix(reading.MARK).decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise StorageError(
            _("{path}, line {line}: this is not UTF-8 text.").format(path=path, line=line),
            str(error),
            _left_alone(),
        ) from error
    try:
        return toml.parse(text, Journal, path, StorageError)
    except StorageError as error:
        error.way_out = "\n".join(filter(None, (error.way_out, _left_alone())))
        raise


class Span(Struct, frozen=True):
    """Where in the file something was written, in bytes."""

    start: int
    end: int


def append(path: Path, entries: Sequence[Entry], known_length: int = 0) -> Span:
    """Add entries at the end of the journal, and return once they are on the disk.

    A journal that still has the length it was known to be whole at is not looked at again.
    Raises StorageError when they could not be written; the journal is then as it was.
    """
    blocks = "".join(as_block(entry) for entry in entries).encode()
    with failing_as(
        _("This could not be saved."),
        path,
        _("Nothing was changed. Free some space or make the folder writable, then try again."),
    ):
        try:
            return _append_locked(path, blocks, known_length)
        except FileNotFoundError:
            private_folder(path.parent)
            return _append_locked(path, blocks, known_length)


def whole_length(content: bytes) -> int:
    """How many bytes of a journal are whole: all of them, or all before a torn last entry.

    A last table without its id line, the beginning of a table or of a header, or bytes of zeros after a power
    cut are torn.
    """
    whole = content.rstrip(b"\0")
    header = _HEADER.encode()
    if not whole.strip() or (header.startswith(whole) and whole != header):
        return 0
    last_line = whole.rfind(b"\n") + 1
    if last_line < len(whole) and _ENTRY_MARK.startswith(whole[last_line:]):
        return last_line
    last = max((match.span() for match in _ENTRY_START.finditer(whole)), default=None)
    if last is None or _ENTRY_END.search(whole, last[1]):
        return len(whole)
    return last[0]


def read_locked(path: Path) -> tuple[bytes, Path | None]:
    """The whole part of the journal, any torn tail having been set aside; the lock must be held."""
    content = reading.content_of(path)
    length = whole_length(content)
    if length == len(content):
        return content, None
    _require_known_schema(content, path)
    aside = _free_name(path, datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y%m%d-%H%M%S"))
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content[length:])
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)
    with path.open("r+b") as file:
        file.truncate(length)
        os.fsync(file.fileno())
    return content[:length], aside


def _set_torn_tail_aside(path: Path) -> tuple[bytes, Path | None]:
    """Mend a journal that looks torn, once no other program is in the middle of writing to it."""
    title = _("The last entry of the journal is incomplete and cannot be set aside.")
    with failing_as(title, path, _("Make the folder writable and start again.")), locked(path):
        return read_locked(path)


def _free_name(path: Path, stamp: str) -> Path:
    candidates = (path.with_name(f"{path.stem}.torn-{stamp}{suffix}.toml") for suffix in ("", *_suffixes()))
    return next(candidate for candidate in candidates if not candidate.exists())


def _suffixes() -> Iterator[str]:
    return (f"-{number}" for number in range(2, 1000))


def _append_locked(path: Path, blocks: bytes, known_length: int) -> Span:
    with locked(path) as descriptor:
        length = os.fstat(descriptor).st_size
        if length and length == known_length:
            return _write_at_end(descriptor, length, blocks)
        tail = _tail(descriptor)
        if not _ends_well(tail):
            read_locked(path)
            tail = _tail(descriptor)
        span = _write_at_end(descriptor, os.fstat(descriptor).st_size, _lead(tail) + blocks)
        if span.start == 0:
            sync_folder(path.parent)
        return span


def _write_at_end(descriptor: int, length: int, content: bytes) -> Span:
    """Write and sync; on failure the file gets its former length back."""
    try:
        _write_all(descriptor, content)
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, length)
        raise
    return Span(length, length + len(content))


def _tail(descriptor: int) -> bytes:
    """The last bytes of the file, enough for its last line."""
    os.lseek(descriptor, max(0, os.fstat(descriptor).st_size - _TAIL_BYTES), os.SEEK_SET)
    return os.read(descriptor, _TAIL_BYTES)


def _ends_well(tail: bytes) -> bool:
    """Whether a journal's last bytes are the end of an entry or of our header; nothing at all does too."""
    last = tail.rstrip(b"\n").rpartition(b"\n")[2]
    return not tail or bool(_ENTRY_END.match(last)) or tail.endswith(_HEADER.encode())


def _lead(tail: bytes) -> bytes:
    """What must come before a new entry: the header of a new journal, or a newline that an editor took away."""
    if not tail:
        return _HEADER.encode()
    return b"" if tail.endswith(b"\n") else b"\n"


def _write_all(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]


def content_of(path: Path) -> bytes:
    """The bytes of a journal, none where it does not exist; raises StorageError when it cannot be read."""
    with failing_as(_("The journal cannot be read."), path, _("Check the permissions of the file.")):
        try:
            return reading.content_of(path)
        except FileNotFoundError:
            return b""


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


def _left_alone() -> str:
    return _("The file was left as it is: mend that line, or put a copy back.")
