"""The journal file: read whole, only ever added to at its end, safe against crashes and other writers.

An entry is written in one piece under a lock and synced to disk before `append` returns; only then may
anything be shown as saved. A crash can tear no more than the last entry, which lacks its id line: the
torn piece is set aside in a file of its own. Anything else wrong is an error, and nothing is touched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from consentui import strict_toml
from consentui.errors import StorageError
from consentui.i18n import _
from consentui.journal.entries import Entry, as_block
from consentui.paths import private_folder

SCHEMA = 1
_HEADER = f"""\
# The journal of consentui: dated facts, oldest first, only ever added at the end.
schema = {SCHEMA}
"""
_ENTRY_START = re.compile(rb"^\[\[entry\]\][ \t]*\r?$", re.MULTILINE)
_ENTRY_END = re.compile(rb'^id = "[0-9A-Z]{26}"[ \t]*\r?$', re.MULTILINE)
_LOCK_SECONDS = 10


class Journal(Struct, frozen=True, forbid_unknown_fields=True):
    """A journal file's content."""

    schema: int
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
    content = _bytes_of(path)
    if content is None:
        return Reading()
    torn = None
    if whole_length(content) < len(content):
        content, torn = _set_torn_tail_aside(path)
    return Reading(parse(content, path).entry if content.strip() else (), len(content), torn)


def parse(content: bytes, path: Path) -> Journal:
    """The journal that these bytes hold; raises StorageError with file and line."""
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise StorageError(
            _("{path}, line {line}: this is not UTF-8 text.").format(path=path, line=line),
            str(error),
            _left_alone(),
        ) from error
    try:
        tree = strict_toml.parse_tree(text, path, StorageError)
        _require_known_schema(tree.get("schema"), path)
        return strict_toml.fit(tree, text, Journal, path, StorageError)
    except StorageError as error:
        error.way_out = "\n".join(filter(None, (error.way_out, _left_alone())))
        raise


class Span(Struct, frozen=True):
    """Where in the file something was written, in bytes."""

    start: int
    end: int


def append(path: Path, entries: Sequence[Entry]) -> Span:
    """Add entries at the end of the journal, and return once they are on the disk.

    Raises StorageError when they could not be written; the journal is then as it was.
    """
    blocks = "".join(as_block(entry) for entry in entries).encode()
    try:
        private_folder(path.parent)
        with locked(path):
            if _needs_mending(path):
                read_locked(path)
            return _write_at_end(path, blocks)
    except OSError as error:
        raise _not_saved(path, error) from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the journal for writing; raises StorageError when another program holds it for too long."""
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f"{path.name}.lock"), timeout=_LOCK_SECONDS, mode=0o600)
    try:
        with lock:
            yield
    except Timeout as error:
        raise StorageError(
            _("Another program is writing to the journal and does not finish."),
            str(path),
            _("Close the other consentui and try again."),
        ) from error


def whole_length(content: bytes) -> int:
    """How many bytes of a journal are whole: all of them, or all before a torn last entry.

    A last table without its id line, the beginning of a header, or bytes of zeros after a power cut are torn.
    """
    length = len(content.rstrip(b"\0"))
    last = max((match.span() for match in _ENTRY_START.finditer(content, 0, length)), default=None)
    if last is None:
        return 0 if len(content) < len(_HEADER) and _HEADER.encode().startswith(content) else length
    start, end = last
    return length if _ENTRY_END.search(content, end, length) else start


def read_locked(path: Path) -> tuple[bytes, Path | None]:
    """The whole part of the journal, any torn tail having been set aside; the lock must be held."""
    content = path.read_bytes()
    length = whole_length(content)
    if length == len(content):
        return content, None
    aside = _free_name(path, datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y%m%d-%H%M%S"))
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content[length:])
        file.flush()
        os.fsync(file.fileno())
    with path.open("r+b") as file:
        file.truncate(length)
        os.fsync(file.fileno())
    return content[:length], aside


def _set_torn_tail_aside(path: Path) -> tuple[bytes, Path | None]:
    """Mend a journal that looks torn, once no other program is in the middle of writing to it."""
    try:
        with locked(path):
            return read_locked(path)
    except OSError as error:
        raise StorageError(
            _("The last entry of the journal is incomplete and cannot be set aside."),
            f"{path}: {error.strerror}",
            _("Make the folder writable and start again."),
        ) from error


def _free_name(path: Path, stamp: str) -> Path:
    candidates = (path.with_name(f"{path.stem}.torn-{stamp}{suffix}.toml") for suffix in ("", *_suffixes()))
    return next(candidate for candidate in candidates if not candidate.exists())


def _suffixes() -> Iterator[str]:
    return (f"-{number}" for number in range(2, 1000))


def _needs_mending(path: Path) -> bool:
    """Whether the journal's end looks unlike the end of an entry or of a new journal."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 200))
            last = file.read().rstrip(b"\n").rpartition(b"\n")[2]
    except FileNotFoundError:
        return False
    return not (_ENTRY_END.match(last) or last.startswith(b"schema"))


def _write_at_end(path: Path, blocks: bytes) -> Span:
    """Write and sync; on failure the file gets its former length back."""
    from consentui.files import sync_folder

    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        length = os.fstat(descriptor).st_size
        lead = _HEADER.encode() if length == 0 else _missing_newline(descriptor, length)
        try:
            _write_all(descriptor, lead + blocks)
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, length)
            raise
    finally:
        os.close(descriptor)
    if is_new:
        sync_folder(path.parent)
    return Span(length, length + len(lead) + len(blocks))


def _missing_newline(descriptor: int, length: int) -> bytes:
    os.lseek(descriptor, length - 1, os.SEEK_SET)
    return b"" if os.read(descriptor, 1) == b"\n" else b"\n"


def _write_all(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageError(
            _("The journal cannot be read."), f"{path}: {error.strerror}", _("Check the rights of the file.")
        ) from error


def _require_known_schema(schema: object, path: Path) -> None:
    if isinstance(schema, int) and schema > SCHEMA:
        raise StorageError(
            _("The journal was written by a newer consentui."),
            _("{path} has schema {schema}; this program knows schema {known}.").format(
                path=path, schema=schema, known=SCHEMA
            ),
            _("Update consentui."),
        )


def _left_alone() -> str:
    return _("The file was left as it is: mend that line, or put a copy back.")


def _not_saved(path: Path, error: OSError) -> StorageError:
    return StorageError(
        _("This could not be saved."),
        f"{path}: {error.strerror}",
        _("Nothing was changed. Free some space or make the folder writable, then try again."),
    )
