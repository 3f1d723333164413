"""A cache of parsed records in a compact binary form, because parsing TOML dominates the time to start.

The source text is stored with each record and sealed with a checksum, so that an entry made from another text, left
by another version of the program or damaged by a power cut is ignored. Deleting the cache costs only time.
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
"""A byte that no TOML file contains."""


class Cache:
    """A folder of parsed records, one file each; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def kept(self, name: str, text: str, record: type[Record]) -> Record | None:
        """The record kept under this name; None unless it was made from exactly this text."""
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
        """Keep a record under this name, in place of an earlier one.

        The file is replaced atomically but not synced to disk: a cache damaged by a power cut is ignored anyway.
        Errors of the system are ignored.
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
    """A checksum of the content and of the shape of our records; it guards against accidents, not against forgery."""
    return crc32(kept, crc32(shape(record.__module__))).to_bytes(_SEAL_SIZE, "big")


@cache
def shape(module: str) -> bytes:
    """The fields of a module's records and of those they may contain, which tell other versions' entries apart."""
    return repr(
        [
            (name, record.__struct_fields__)
            for room in (records, testimony, sys.modules[module])
            for name, record in sorted(vars(room).items())
            if isinstance(record, type) and issubclass(record, Struct)
        ]
    ).encode()
