"""The end of a journal: whether it is whole, and moving a piece that a crash cut short to a file of its own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from consentui.storage.files import sync_folder

SCHEMA = 1
HEADER = f"""\
# The journal of consentui: dated facts, oldest first, only ever added at the end.
schema = {SCHEMA}
""".encode()
TAIL_BYTES = 200
"""How many bytes at the end of a journal tell whether it ends well."""
_ENTRY_MARK = b"[[entry]]"
_ENTRY_START = re.compile(rb"^\[\[entry\]\][ \t]*\r?$", re.MULTILINE)
_ENTRY_END = re.compile(
    rb"""^id[ \t]*=(?:[^\0\n]*\n|[ \t]*["'][0-9A-Z]{26}["'][ \t]*(?:#[^\0\n]*)?\r?$)""", re.MULTILINE
)
"""A complete id line; it may be written differently, or wrongly, if a person edited it."""


def whole_length(content: bytes) -> int:
    """How many bytes of a journal are whole: all of them, or all before a torn last entry.

    Torn are a last table without its id line, an incomplete table head or file header, and zero bytes, which a power
    cut can leave at the end.
    """
    whole = content.rstrip(b"\0")
    if not whole.strip() or (HEADER.startswith(whole) and whole != HEADER):
        return 0
    last_line = whole.rfind(b"\n") + 1
    if last_line < len(whole) and _ENTRY_MARK.startswith(whole[last_line:]):
        return last_line
    last = _last_start(whole)
    if last is None or _ENTRY_END.search(whole, last.end()):
        return len(whole)
    return last.start()


def _last_start(whole: bytes) -> re.Match[bytes] | None:
    """The beginning of the last entry, searched from the end, since a journal may be long."""
    at = whole.rfind(_ENTRY_MARK)
    while at >= 0:
        if found := _ENTRY_START.match(whole, at):
            return found
        at = whole.rfind(_ENTRY_MARK, 0, at)
    return None


def ends_well(tail: bytes) -> bool:
    """Whether a journal's last bytes are the end of an entry or of the header; true for an empty journal."""
    last = tail.rstrip(b"\n").rpartition(b"\n")[2]
    return not tail or bool(_ENTRY_END.match(last)) or tail.endswith(HEADER)


def lead(tail: bytes) -> bytes:
    """What must be written before a new entry: the header of a new journal, or a newline that an editor removed."""
    if not tail:
        return HEADER
    return b"" if tail.endswith(b"\n") else b"\n"


def set_aside(path: Path, content: bytes, length: int) -> Path:
    """Move what comes after the first `length` bytes of a journal to a file of its own, and return its path.

    The journal must be locked. Raises OSError and leaves the journal unchanged if that fails.
    """
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
    return aside


def _free_name(path: Path, stamp: str) -> Path:
    candidates = (path.with_name(f"{path.stem}.torn-{stamp}{suffix}.toml") for suffix in ("", *_suffixes()))
    return next(candidate for candidate in candidates if not candidate.exists())


def _suffixes() -> Iterator[str]:
    return (f"-{number}" for number in range(2, 1000))
