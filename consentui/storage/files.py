"""The one way to replace a file: written aside, synced, then put in its place; whole or not at all.

The journal alone is written otherwise, since it is only ever added to.
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
"""What a file system says that gives a file no second name."""


class NotRegularError(SaidError):
    """A path leads to a folder, a device, a pipe or a socket where a file is needed."""


class Aside(NamedTuple):
    """A file that is being written beside the place it may take."""

    file: BinaryIO
    path: Path


@contextmanager
def failing_as(title: str, path: Path, way_out: str = "", error: type[ConsentuiError] = StorageError) -> Iterator[None]:
    """Say in our own words what the system says of a path; a reader of a pipe that has gone is no failure of ours."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as cause:
        raise error(title, clean_line(f"{path}: {system_reason(cause)}"), way_out) from cause


@contextmanager
def written_aside(folder: Path, name: str) -> Iterator[Aside]:
    """A new file in a folder, for its owner's eyes only (mode 0600); gone again unless it was put in place.

    What others who were killed had left aside in the folder goes first. Raises OSError when it cannot be made.
    """
    sweep(private_folder(folder))
    file, path = new_file(folder, name)
    try:
        yield Aside(file, path)
    finally:
        with suppress(OSError):
            path.unlink()
        with suppress(OSError):
            file.close()


def put_in_place(new: Aside, path: Path, *, lasting: bool = True) -> None:
    """Give a file its place in the same file system; one that stood there hands on its mode.

    `lasting` says that it must outlast a power cut. Raises OSError, also where what stands there is no regular file.
    """
    _finish(new, lasting=lasting)
    if (mode := regular_mode(path)) is not None:
        new.path.chmod(mode)
    new.path.replace(path)
    if lasting:
        sync_folder(path.parent)


def put_in_free_place(new: Aside, path: Path) -> None:
    """Give a file a place in the same file system that is free; raises FileExistsError where it is not."""
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
    """Put the content at the path in one step: readers see the old file or the new one, never a part.

    The file is for its owner's eyes only (mode 0600) unless one stands there already, whose mode is
    kept; behind a link, it is the file that the link leads to. Raises OSError, and leaves the old file
    and no other, when it cannot be done.
    """
    place = resolved(path)
    with written_aside(place.parent, place.name) as new:
        new.file.write(content)
        put_in_place(new, place, lasting=lasting)


def resolved(path: Path) -> Path:
    """The path with `~` as the person's home and all links followed; raises OSError for what no system can have."""
    try:
        return path.expanduser().resolve()
    except (RuntimeError, ValueError) as error:  # the home of nobody, a null character, a ring of links
        raise SaidError(errno.EINVAL, _("There can be no such path"), str(path)) from error


def regular_mode(path: Path) -> int | None:
    """The permissions of a file, None where there is none.

    Raises NotRegularError for a folder, a device, a pipe or a socket: nothing is ever put in the place of one.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    require_regular(path, mode)
    return mode & 0o777


def require_regular(path: Path, mode: int) -> None:
    """Raises NotRegularError for the mode of anything but a regular file."""
    if not stat.S_ISREG(mode):
        is_folder = stat.S_ISDIR(mode)
        what = _("Is a folder") if is_folder else _("Not a regular file")
        raise NotRegularError(errno.EISDIR if is_folder else errno.EINVAL, what, str(path))


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file's place in its folder last through a power cut (POSIX; nothing on Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _finish(new: Aside, *, lasting: bool) -> None:
    new.file.flush()
    if lasting:
        os.fsync(new.file.fileno())
    if os.name != "posix":  # what is open cannot be renamed there; elsewhere, what is open is known not to be left over
        new.file.close()
