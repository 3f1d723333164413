"""The decoded entries of a long journal, kept in the cache folder, since parsing TOML is slow.

The cache is sealed with a hash of the bytes it was made from, of the program's version and of the shape of its
entries; a lost or foreign cache costs only time. Of a journal that has grown since, only what was added is parsed.
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
"""The size in bytes from which a journal is kept; a shorter one is parsed quickly, and then lies in one place only."""
_MOST_ADDED = 64
"""The cache is written again once at least one part in this many of the journal is new."""
_SEAL_BYTES, _LENGTH_BYTES = 32, 8
_SHAPE = repr(
    (__version__, [(kind.__struct_config__.tag, kind.__struct_fields__) for kind in get_args(Entry)])
).encode()


class Known(NamedTuple):
    """The beginning of a journal that was read before and need not be parsed again."""

    length: int = 0
    """How many bytes of the journal it covers; 0 if nothing is known."""
    entries: tuple[Entry, ...] = ()


def recall(place: Path, content: bytes) -> Known:
    """What was kept of these bytes or of their beginning; empty unless the seal proves that it was made from them."""
    with suppress(OSError, msgspec.MsgspecError, UnicodeError):
        kept = memoryview(content_of(place))
        seal, packed = kept[:_SEAL_BYTES], kept[_SEAL_BYTES + _LENGTH_BYTES :]
        length = int.from_bytes(kept[_SEAL_BYTES : _SEAL_BYTES + _LENGTH_BYTES], "big")
        if length <= len(content) and seal == _seal(memoryview(content)[:length], packed):
            return Known(length, msgspec.json.decode(packed, type=tuple[Entry, ...]))
    return Known()


def is_worth_keeping(known: Known, length: int) -> bool:
    """Whether a journal of this length in bytes is long and has grown enough since the cache was written."""
    return length >= LONG and (length - known.length) * _MOST_ADDED >= length


def keep(place: Path, content: bytes, entries: Sequence[Entry]) -> None:
    """Keep the entries that these bytes were read as, in place of what was kept before; failures are ignored.

    The file is not synced: if a power cut damages it, its seal no longer matches and it is not read.
    """
    with suppress(OSError, UnicodeError):
        packed = msgspec.json.encode(entries)
        length = len(content).to_bytes(_LENGTH_BYTES, "big")
        replace_file(place, _seal(content, packed) + length + packed, lasting=False)


def forget(place: Path) -> None:
    """Remove what was kept, so that entries removed from a rewritten journal are not found here.

    Raises OSError if it cannot be removed.
    """
    with suppress(FileNotFoundError, NotADirectoryError):
        place.unlink()


def _seal(content: bytes | memoryview, packed: bytes | memoryview) -> bytes:
    """The hash that binds packed entries to the bytes they were made from, the version and the shape of the entries."""
    from hashlib import sha256  # processors have instructions for it: twice as fast as other hashes

    digest = sha256(len(_SHAPE).to_bytes(_LENGTH_BYTES, "big") + _SHAPE)
    digest.update(content)
    digest.update(packed)
    return digest.digest()
