"""Reading another copy of a journal quickly: an entry that stands in both, byte for byte, is not parsed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from consentui.errors import StorageError
from consentui.journal import file
from consentui.journal.entries import Entry

_HEAD = b"\n[[entry]]\n"
_OVER_LINES = (b'"""', b"'''")
"""What begins a text of several lines, in which a line may look like the head of an entry."""

Blocks = Mapping[bytes, Entry]
"""What the bytes between the heads of a journal's entries were read as."""


def blocks_of(content: bytes, entries: Sequence[Entry]) -> Blocks:
    """The blocks of a journal that was read as these entries; none if it is not written as consentui writes it."""
    blocks = content.split(_HEAD)[1:]
    return dict(zip(blocks, entries, strict=True)) if len(blocks) == len(entries) and _is_plain(content) else {}


def parse(content: bytes, path: Path, known: Blocks) -> file.JournalContent:
    """Like the `parse` of a journal file, with what is known of another copy; raises StorageError in the same words."""
    if known and _is_plain(content):
        with suppress(StorageError):  # said again below, with the lines of the whole file
            header, *blocks = content.split(_HEAD)
            new = [block for block in blocks if block not in known]
            found = file.parse(_HEAD.join((header, *new)), path)
            if len(found.entry) == len(new):
                rest = iter(found.entry)
                return file.JournalContent(tuple(known.get(block) or next(rest) for block in blocks))
    return file.parse(content, path)


def _is_plain(content: bytes) -> bool:
    return not any(mark in content for mark in _OVER_LINES)
