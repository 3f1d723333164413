"""ZIP files within a ZIP file, since some people pack what a platform sent once more.

One that is stored uncompressed is read in place, whatever its size. A compressed one has to be held in memory, which is
done only for small ones. A ZIP file on a third level is a file like any other.
"""

from __future__ import annotations

import io
from pathlib import Path
from struct import Struct
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from consentui.storage.reading import opened

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_HELD = 8 * 1024 * 1024
"""The most bytes held in memory for all compressed ZIP files of one archive together."""
MOST_NESTED = 200
"""The most ZIP files opened in one archive; platforms send some dozens of parts at most."""
_LOCAL_HEADER = Struct("<4s22xHH")
"""The header before a member's content: its signature and the lengths of name and extra fields (APPNOTE.TXT, 4.3.7)."""
_SIGNATURE = b"PK\x03\x04"
_ENCRYPTED = 1


def is_nested(info: ZipInfo) -> bool:
    """Whether a member is a ZIP file by its name and is not encrypted."""
    return info.filename.lower().endswith(".zip") and not info.flag_bits & _ENCRYPTED


class Nested:
    """Opens the ZIP files in one archive, in place or in memory, within the limits above."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._held = 0
        self._opened = 0

    def opened(self, info: ZipInfo) -> ZipFile | None:
        """The archive in a member; None if it is too large to be held, or one of too many.

        Raises the errors of `zipfile` for a damaged one; see `consentui.storage.archives.BROKEN`.
        """
        if self._opened >= MOST_NESTED:
            return None
        self._opened += 1
        if info.compress_type == ZIP_STORED:
            return ZipFile(io.BufferedReader(_Window(opened(self._path), *self._place_of(info))))
        if self._held + info.file_size > MOST_HELD:
            return None
        with self._archive.open(info) as member:
            content = member.read(info.file_size + 1)
        self._held += len(content)
        return ZipFile(io.BytesIO(content)) if len(content) <= info.file_size else None

    def _place_of(self, info: ZipInfo) -> tuple[int, int]:
        """The start and end of a stored member's content in the file."""
        with opened(self._path) as file:
            file.seek(info.header_offset)
            header = file.read(_LOCAL_HEADER.size)
        if len(header) < _LOCAL_HEADER.size:
            raise BadZipFile
        signature, name, extra = _LOCAL_HEADER.unpack(header)
        if signature != _SIGNATURE:
            raise BadZipFile
        start = info.header_offset + _LOCAL_HEADER.size + name + extra
        return start, start + info.file_size


class _Window(io.RawIOBase):
    """A part of a file as a seekable, read-only file of its own."""

    def __init__(self, file: IO[bytes], start: int, end: int) -> None:
        super().__init__()
        self._file = file
        self._start = start
        self._end = end
        self._at = start

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: self._start, io.SEEK_CUR: self._at, io.SEEK_END: self._end}[whence]
        self._at = max(base + offset, self._start)
        return self._at - self._start

    def readinto(self, buffer: WriteableBuffer) -> int:
        place = memoryview(buffer)
        self._file.seek(self._at)
        content = self._file.read(min(len(place), max(self._end - self._at, 0)))
        place[: len(content)] = content
        self._at += len(content)
        return len(content)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()
