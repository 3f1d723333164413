"""Replacing a file whole or not at all: it is written to a temporary file beside it, synced, then renamed.

The journal alone is written differently, since it is only ever appended to.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from consentui.errors import ConsentuiError, StorageError
from consentui.i18n import _
from consentui.storage.leftovers import new_file, sweep
from consentui.storage.places import private_folder
from consentui.storage.reasons import SaidError, system_reason
from consentui.text import clean_line

_WITHOUT_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""The error numbers of a file system without hard links."""


class NotRegularError(SaidError):
    """A path leads to a folder, a device, a pipe or a socket where a regular file is needed."""


class TempFile(NamedTuple):
    """A temporary file that is being written in the folder of the file it is to become."""

    file: BinaryIO
    path: Path


@contextmanager
def failing_as(title: str, path: Path, way_out: str = "", error: type[ConsentuiError] = StorageError) -> Iterator[None]:
    """Turn an OSError about a path into the given error, with its reason in the current language.

    A BrokenPipeError is passed on as it is: that the reader of a pipe has gone is not a failure to write.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as cause:
        raise error(title, clean_line(f"{path}: {system_reason(cause)}"), way_out) from cause


@contextmanager
def written_aside(folder: Path, name: str) -> Iterator[TempFile]:
    """A new temporary file in a folder, readable by its owner only (mode 0600), removed unless it was put in place.

    Temporary files that killed processes left in the folder are removed first. Raises OSError if it cannot be created.
    """
    sweep(private_folder(folder))
    file, path = new_file(folder, name)
    try:
        yield TempFile(file, path)
    finally:
        with suppress(OSError):
            path.unlink()
        with suppress(OSError):
            file.close()


def put_in_place(new: TempFile, path: Path, *, lasting: bool = True) -> None:
    """Rename a temporary file to its place in the same file system; a file that it replaces passes on its mode.

    With `lasting`, file and folder are synced so that the result survives a power cut. Raises OSError, also if
    something other than a regular file is in the place.
    """
    _finish(new, lasting=lasting)
    if (mode := regular_mode(path)) is not None:
        new.path.chmod(mode)
    new.path.replace(path)
    if lasting:
        sync_folder(path.parent)


def put_in_free_place(new: TempFile, path: Path) -> None:
    """Move a temporary file to a free place in the same file system; raises FileExistsError if the place is taken."""
    _finish(new, lasting=True)
    try:
        os.link(new.path, path)
    except OSError as error:
        if error.errno not in _WITHOUT_LINKS:
            raise
        if path.exists() or path.is_symlink():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from error
        new.path.rename(path)
    sync_folder(path.parent)


def replace_file(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write the content to the path in one step: readers see the old file or the new one, never a part.

    A new file is readable by its owner only (mode 0600); an existing one keeps its mode. A symbolic link is
    followed, and the file that it leads to is replaced. If that fails, raises OSError and leaves the old file as it
    was, with nothing beside it.
    """
    place = resolved(path)
    with written_aside(place.parent, place.name) as new:
        new.file.write(content)
        put_in_place(new, place, lasting=lasting)


def create_file(path: Path, content: bytes) -> None:
    """Write a new file in one step, as `replace_file` does; raises FileExistsError if another program was first."""
    place = resolved(path)
    with written_aside(place.parent, place.name) as new:
        new.file.write(content)
        put_in_free_place(new, place)


def resolved(path: Path) -> Path:
    """The path with `~` expanded and all links followed; raises OSError if no file can have such a path."""
    try:
        return path.expanduser().resolve()
    except (RuntimeError, ValueError) as error:  # an unknown user's home, a null character, a loop of links
        raise SaidError(errno.EINVAL, _("Such a path cannot exist"), str(path)) from error


def regular_mode(path: Path) -> int | None:
    """The permission bits of a file; None if there is no file.

    Raises NotRegularError for a folder, a device, a pipe or a socket, which must never be replaced.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    require_regular(path, mode)
    return mode & 0o777


def require_regular(path: Path, mode: int) -> None:
    """Raise NotRegularError unless the mode is that of a regular file."""
    if not stat.S_ISREG(mode):
        is_folder = stat.S_ISDIR(mode)
        what = _("Is a folder") if is_folder else _("Not a regular file")
        raise NotRegularError(errno.EISDIR if is_folder else errno.EINVAL, what, str(path))


def sync_folder(folder: Path) -> None:
    """Sync a folder, so that new and renamed files in it survive a power cut (POSIX; does nothing on Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _finish(new: TempFile, *, lasting: bool) -> None:
    new.file.flush()
    if lasting:
        os.fsync(new.file.fileno())
    if os.name != "posix":  # Windows renames no open file; on POSIX its lock must last until it is renamed
        new.file.close()
