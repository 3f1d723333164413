"""The end of a journal: whether it is whole, and how a piece that a crash cut short is set aside."""

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
"""Enough to tell whether a journal ends well."""
_ENTRY_MARK = b"[[entry]]"
_ENTRY_START = re.compile(rb"^\[\[entry\]\][ \t]*\r?$", re.MULTILINE)
_ENTRY_END = re.compile(
    rb"""^id[ \t]*=(?:[^\0\n]*\n|[ \t]*["'][0-9A-Z]{26}["'][ \t]*(?:#[^\0\n]*)?\r?$)""", re.MULTILINE
)
"""An id line that came to its end: a person may have written it another way, or wrongly."""


def whole_length(content: bytes) -> int:
    """How many bytes of a journal are whole: all of them, or all before a torn last entry.

    A last table without its id line, the beginning of a table or of a header, or bytes of zeros after a power
    cut are torn.
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
    """Where the last entry begins, looked for from the end: long journals are read more often than they are torn."""
    at = whole.rfind(_ENTRY_MARK)
    while at >= 0:
        if found := _ENTRY_START.match(whole, at):
            return found
        at = whole.rfind(_ENTRY_MARK, 0, at)
    return None


def ends_well(tail: bytes) -> bool:
    """Whether a journal's last bytes are the end of an entry or of our header; nothing at all does too."""
    last = tail.rstrip(b"\n").rpartition(b"\n")[2]
    return not tail or bool(_ENTRY_END.match(last)) or tail.endswith(HEADER)


def lead(tail: bytes) -> bytes:
    """What must come before a new entry: the header of a new journal, or a newline that an editor took away."""
    if not tail:
        return HEADER
    return b"" if tail.endswith(b"\n") else b"\n"


def set_aside(path: Path, content: bytes, length: int) -> Path:
    """Keep what comes after so many bytes of a journal in a file of its own, then cut it off; gives that file.

    The journal must be held. Raises OSError, and leaves the journal as it is, when it cannot be done.
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
