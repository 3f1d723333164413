"""Files replaced whole or not at all, and files of others read a block at a time."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.storage.places import private_folder
from consentui.text import clean_line

BLOCK = 256 * 1024
"""In bytes: how much of a file is held at a time."""
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Aside(NamedTuple):
    """A file that is being written beside the place it may take."""

    file: BinaryIO
    path: Path


@contextmanager
def aside(folder: Path, name: str) -> Iterator[Aside]:
    """A new file in a folder, for its owner's eyes only (mode 0600); gone again unless `put_in_place` was called.

    Raises OSError when it cannot be made.
    """
    handle, made = tempfile.mkstemp(prefix=f".{name}.", dir=private_folder(folder))
    path = Path(made)
    try:
        with os.fdopen(handle, "wb") as file:
            yield Aside(file, path)
    finally:
        path.unlink(missing_ok=True)


def put_in_place(new: Aside, path: Path) -> None:
    """Give a file its place in the same folder, once it is on the disk; one that stood there hands on its mode."""
    new.file.flush()
    os.fsync(new.file.fileno())
    new.file.close()
    if path.exists():
        new.path.chmod(path.stat().st_mode & 0o777)
    new.path.replace(path)
    sync_folder(path.parent)


def replace_file(path: Path, content: bytes) -> None:
    """Put the content at the path in one step: readers see the old file or the new one, never a part.

    The file is for its owner's eyes only (mode 0600) unless one stands there already, whose mode is
    kept; behind a link, it is the file that the link leads to. Raises OSError, and leaves the old file
    and no other, when it cannot be done.
    """
    path = path.resolve()
    with aside(path.parent, path.name) as new:
        new.file.write(content)
        put_in_place(new, path)


def open_regular(path: Path) -> BinaryIO:
    """A regular file, opened for reading; a link is followed.

    Raises UsageError for a folder, a device, a pipe, and for what cannot be read.
    """
    try:
        # Looked at before it is opened, for opening some devices does something; and after, for it may have changed.
        if not stat.S_ISREG(path.stat().st_mode):
            raise _no_regular(path)
        file = os.fdopen(os.open(path, _READ), "rb")
    except OSError as error:
        raise UsageError(_("The file cannot be read."), clean_line(f"{path}: {error.strerror}")) from error
    except ValueError as error:  # a null character in the path
        raise UsageError(_("The file cannot be read."), clean_line(str(path))) from error
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise _no_regular(path)
    return file


def blocks_of(file: BinaryIO) -> Iterator[bytes]:
    """The rest of a file, a block at a time."""
    return iter(lambda: file.read(BLOCK), b"")


def hash_of(path: Path) -> str:
    """The SHA-256 of a file's content in hexadecimal; an empty text when it cannot be read."""
    digest = sha256()
    try:
        with open_regular(path) as file:
            for block in blocks_of(file):
                digest.update(block)
    except (UsageError, OSError):
        return ""
    return digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file's place in its folder last through a power cut (POSIX; nothing on Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _no_regular(path: Path) -> UsageError:
    return UsageError(
        _("This is no file that can be read."),
        clean_line(str(path)),
        _("Name one file: no folder, no device."),
    )
