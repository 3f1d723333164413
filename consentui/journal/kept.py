"""What a long journal was read as, kept in the cache folder: losing it, or finding another's, costs time alone.

Reading TOML is what costs. What is kept is sealed with the bytes that it was made of, from the first one on, and with
the version and the shape of our entries; of a journal that has grown since, only what was added is then parsed.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, get_args

import msgspec

from consentui import __version__
from consentui.journal.entries import Entry
from consentui.storage.files import replace_file
from consentui.storage.reading import content_of

LONG = 256 * 1024
"""In bytes: a shorter journal is parsed in no time, and lies in one place alone."""
_MOST_ADDED = 64
"""Kept anew once what was added is so great a part of it."""
_SEAL_BYTES, _LENGTH_BYTES = 32, 8
_SHAPE = repr(
    (__version__, [(kind.__struct_config__.tag, kind.__struct_fields__) for kind in get_args(Entry)])
).encode()


class Known(NamedTuple):
    """The beginning of a journal that need not be parsed again."""

    length: int = 0
    """In bytes."""
    entries: tuple[Entry, ...] = ()


def recall(place: Path, content: bytes) -> Known:
    """What was kept of these bytes, or of as many of them as there were; nothing that is not surely of them."""
    with suppress(OSError, msgspec.MsgspecError, UnicodeError):
        kept = memoryview(content_of(place))
        seal, packed = kept[:_SEAL_BYTES], kept[_SEAL_BYTES + _LENGTH_BYTES :]
        length = int.from_bytes(kept[_SEAL_BYTES : _SEAL_BYTES + _LENGTH_BYTES], "big")
        if length <= len(content) and seal == _seal(memoryview(content)[:length], packed):
            return Known(length, msgspec.json.decode(packed, type=tuple[Entry, ...]))
    return Known()


def is_worth_keeping(known: Known, length: int) -> bool:
    """Whether a journal of so many bytes is long, and has much that was not known."""
    return length >= LONG and (length - known.length) * _MOST_ADDED >= length


def keep(place: Path, content: bytes, entries: Sequence[Entry]) -> None:
    """Keep what these bytes were read as, in place of what was kept before, where the folder can be written to.

    Not synced to disk: what a power cut spoils is not read.
    """
    with suppress(OSError, UnicodeError):
        packed = msgspec.json.encode(entries)
        length = len(content).to_bytes(_LENGTH_BYTES, "big")
        replace_file(place, _seal(content, packed) + length + packed, lasting=False)


def forget(place: Path) -> None:
    """Keep nothing any more: a journal that was written anew without something must not be found here with it.

    Raises OSError where it cannot be removed.
    """
    with suppress(FileNotFoundError, NotADirectoryError):
        place.unlink()


def _seal(content: bytes | memoryview, packed: bytes | memoryview) -> bytes:
    """What binds packed entries to the bytes they were made of and to the shape of our entries."""
    from hashlib import sha256  # which processors know how to work out: in half the time of others

    digest = sha256(len(_SHAPE).to_bytes(_LENGTH_BYTES, "big") + _SHAPE)
    digest.update(content)
    digest.update(packed)
    return digest.digest()
