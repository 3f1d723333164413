"""What was parsed, kept in the cache folder in a compact form. Losing it loses nothing but time.

Reading TOML is what costs at start. The text that it was made from is kept with it: what another text or another
version left there is not read, nor what a power cut spoilt.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec
from msgspec import Struct

from consentui.knowledge import records, testimony
from consentui.storage.reading import content_of

Record = TypeVar("Record", bound=Struct)

_SEAL_SIZE = 4
_END_OF_TEXT = b"\0"
"""No TOML holds it."""


class Cache:
    """A folder of parsed records, one file each; no folder keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def kept(self, name: str, text: str, record: type[Record]) -> Record | None:
        """What was kept under this name, None unless it was made from this very text."""
        if self._folder is None:
            return None
        try:
            content = content_of(self._folder / f"{name}.msgpack")
            made_of, kept = _made_of(text), memoryview(content)[_SEAL_SIZE:]
            if not content.startswith(made_of, _SEAL_SIZE) or content[:_SEAL_SIZE] != _seal(record, kept):
                return None
            return msgspec.msgpack.decode(kept[len(made_of) :], type=record)
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return None

    def keep(self, name: str, text: str, record: Struct) -> None:
        """Keep a record in place of what was kept under this name before.

        Put there in one step, but not synced to disk: a cache that a power cut spoils is not read.
        """
        from consentui.storage.files import replace_file

        if self._folder is None:
            return
        kept = _made_of(text) + msgspec.msgpack.encode(record)
        with suppress(OSError):
            replace_file(self._folder / f"{name}.msgpack", _seal(type(record), kept) + kept, lasting=False)


def _made_of(text: str) -> bytes:
    return text.encode() + _END_OF_TEXT


def _seal(record: type[Struct], kept: bytes | memoryview) -> bytes:
    """A sum of what is kept and of the shape of our records: it is no secret, and need not withstand a forger."""
    return crc32(kept, crc32(shape(record.__module__))).to_bytes(_SEAL_SIZE, "big")


@cache
def shape(module: str) -> bytes:
    """The fields of a module's records and of those that they may be made of, by which versions are told apart."""
    return repr(
        [
            (name, record.__struct_fields__)
            for room in (records, testimony, sys.modules[module])
            for name, record in sorted(vars(room).items())
            if isinstance(record, type) and issubclass(record, Struct)
        ]
    ).encode()
