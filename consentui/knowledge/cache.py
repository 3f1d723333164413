"""What was parsed, kept in the cache folder in a compact form. Losing it loses nothing but time.

Reading TOML is what costs at start. What is kept is sealed with the text it was made from: what another text,
another version or a power cut left there is not read.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from consentui.knowledge import answer_signs, authorities, crawlers, law, records, testimony
from consentui.knowledge.search import words
from consentui.storage.reading import content_of

Record = TypeVar("Record", bound=Struct)

_SHAPE = repr(
    [
        (name, record.__struct_fields__)
        for module in (records, testimony, answer_signs, authorities, crawlers, law, words)
        for name, record in sorted(vars(module).items())
        if isinstance(record, type) and issubclass(record, Struct)
    ]
).encode()
_SEAL_SIZE = 16


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
            seal, packed = content[:_SEAL_SIZE], content[_SEAL_SIZE:]
            return msgspec.msgpack.decode(packed, type=record) if seal == _seal(text, packed) else None
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return None

    def keep(self, name: str, text: str, record: Struct) -> None:
        """Keep a record in place of what was kept under this name before.

        Put there in one step, but not synced to disk: a cache that a power cut spoils is not read.
        """
        from consentui.storage.files import replace_file

        if self._folder is None:
            return
        packed = msgspec.msgpack.encode(record)
        with suppress(OSError):
            replace_file(self._folder / f"{name}.msgpack", _seal(text, packed) + packed, lasting=False)


def _seal(text: str, packed: bytes) -> bytes:
    """What binds a packed record to the text it was made from and to the shape of our records."""
    key = blake2b(_SHAPE, digest_size=_SEAL_SIZE).digest()
    return blake2b(text.encode() + packed, key=key, digest_size=_SEAL_SIZE).digest()
