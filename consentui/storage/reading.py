"""Reading regular files only: a pipe could block for ever, and a device may have no end."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from io import BufferedReader, FileIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.storage.files import NotRegularError, require_regular, resolved
from consentui.storage.reasons import system_reason
from consentui.storage.streams import ByteSource, Sink
from consentui.text import clean_line

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_Read = TypeVar("_Read")
BLOCK = 256 * 1024
"""How many bytes of a file are read at a time."""
MARK = b"\xef\xbb\xbf"
"""The byte-order mark that some editors write before UTF-8 text."""
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class _NeverWaiting(FileIO):
    """A file that is refused where reading would wait: some of the system's look regular, such as `/proc/kmsg`."""

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        count: int | None = super().readinto(buffer)
        return _not_none(count)

    def readall(self) -> bytes:
        return _not_none(super().readall())


def _not_none(read: _Read | None) -> _Read:
    """What was read; raises NotRegularError for None, which stands for nothing to read now but perhaps later."""
    if read is None:
        raise NotRegularError(errno.EINVAL, _("Not a regular file"))
    return read


def opened(path: Path) -> BinaryIO:
    """Open a regular file for reading, following links; raises OSError for anything else."""
    try:
        # Checked before opening, as merely opening some devices has effects, and after, as the path may have changed.
        require_regular(path, path.stat().st_mode)
        file = BufferedReader(_NeverWaiting(os.open(path, _READ)))
    except ValueError as error:  # a null character in the path
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from error
    try:
        facts = os.fstat(file.fileno())
        require_regular(path, facts.st_mode)
        if not facts.st_size:
            file.peek(1)
    except OSError:
        file.close()
        raise
    return file


def opened_inside(folder: Path, name: str) -> BinaryIO:
    """Open for reading a regular file in a folder, by the relative name that a journal gives it.

    The folder and the first folder in the name may be symbolic links of the person's own. Raises OSError if the name
    or any other link leads out of the folder, since a journal may come from someone else.
    """
    *tops, file = PurePosixPath(name).parts
    place = resolved(folder.joinpath(*tops[:1])).joinpath(*tops[1:], file)
    if {"/", ".."} & {*tops, file} or resolved(place) != place:
        raise NotRegularError(errno.ELOOP, _("It points outside its folder"), name)
    return opened(place)


def hash_inside(folder: Path, name: str) -> str:
    """The SHA-256 of a file that a journal names, in hexadecimal; empty if it cannot be read."""
    with suppress(OSError), opened_inside(folder, name) as file:
        return hash_of_file(file)
    return ""


def content_of(path: Path) -> bytes:
    """The whole content of a regular file; raises OSError for anything else."""
    with opened(path) as file:
        return file.read()


def text_of(path: Path) -> str:
    """The text of a regular file in UTF-8, without a byte-order mark; raises OSError or UnicodeDecodeError."""
    return content_of(path).removeprefix(MARK).decode().replace("\r\n", "\n")


def open_regular(path: Path) -> BinaryIO:
    """Open for reading a file that the person named.

    Raises UsageError for a folder, a device or a pipe, and for a file that cannot be read.
    """
    try:
        return opened(path)
    except OSError as error:
        title = _("The file cannot be read.")
        way_out = _("Name one file: no folder, no device.") if isinstance(error, NotRegularError) else ""
        raise UsageError(title, clean_line(f"{path}: {system_reason(error)}"), way_out) from error


def blocks_of(file: ByteSource) -> Iterator[bytes]:
    """The rest of a file, in blocks of `BLOCK` bytes."""
    return iter(lambda: file.read(BLOCK), b"")


def pour(source: ByteSource, target: Sink) -> None:
    """Copy the rest of one file to another."""
    for block in blocks_of(source):
        target.write(block)


def hash_of(path: Path) -> str:
    """The SHA-256 of a file's content in hexadecimal; empty if it cannot be read."""
    with suppress(OSError), opened(path) as file:
        return hash_of_file(file)
    return ""


def hash_of_file(file: BinaryIO) -> str:
    """The SHA-256 of the rest of a file in hexadecimal."""
    from hashlib import sha256

    digest = sha256()
    for block in blocks_of(file):
        digest.update(block)
    return digest.hexdigest()
