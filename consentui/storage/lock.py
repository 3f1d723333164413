"""Exclusive locks, so that only one program at a time writes to the journal, or changes a file and writes it back.

The system releases a `flock` when its process ends, however it ends. It is called directly because a save should
cost hardly more than the disk's own sync, and a general lock library takes longer than that; where `flock` is
missing, the library is used.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from consentui.errors import StorageError
from consentui.i18n import _
from consentui.storage.files import require_regular
from consentui.storage.places import private_folder

PATIENCE_SECONDS = 10.0
"""How long to wait for another program's lock before giving up."""
_PAUSE_SECONDS = 0.01
_ATTEMPTS = 3
"""How many times a missing folder is created: another program may remove it again if it had nothing to write."""
_WITHOUT_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""The error numbers of a file system that has no locks."""
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def library_locked(path: Path) -> Iterator[int]:
    """Like `locked`, but with the `filelock` library, which locks another file beside this one."""
    from filelock import FileLock, Timeout

    private_folder(path.parent)
    try:
        with FileLock(f"{path}.lock", timeout=PATIENCE_SECONDS):
            descriptor = _opened(path)
            try:
                yield descriptor
            finally:
                os.close(descriptor)
    except Timeout as error:
        raise _held_too_long(path) from error


if sys.platform == "win32":
    locked = library_locked
else:
    import fcntl

    @contextmanager
    def locked(path: Path) -> Iterator[int]:
        """Lock the file at this path, created if missing, and yield a descriptor that appends to it.

        Raises StorageError if another program holds the lock for too long or the file system has no locks, OSError if
        the file cannot be opened.
        """
        while True:
            descriptor = _opened(path)
            try:
                _wait_for(descriptor, path)
                if _is_at(path, descriptor):
                    yield descriptor
                    return
            finally:
                os.close(descriptor)

    def _wait_for(descriptor: int, path: Path) -> None:
        give_up = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= give_up:
                    raise _held_too_long(path) from None
                time.sleep(_PAUSE_SECONDS)
            except OSError as error:
                if error.errno in _WITHOUT_LOCKS:
                    raise _never_held(path) from error
                raise
            else:
                return

    def _is_at(path: Path, descriptor: int) -> bool:
        """Whether the open file is still the one at the path: file-sync programs replace files.

        Raises OSError if it is not a regular file.
        """
        held = os.fstat(descriptor)
        require_regular(path, held.st_mode)
        try:
            return os.stat(path).st_ino == held.st_ino  # noqa: PTH116 -- a Path costs half as much again
        except FileNotFoundError:
            return False


def _opened(path: Path) -> int:
    for _attempt in range(_ATTEMPTS):
        with suppress(FileNotFoundError):
            return os.open(path, _FLAGS, 0o600)
        private_folder(path.parent)
    return os.open(path, _FLAGS, 0o600)


def _never_held(path: Path) -> StorageError:
    return StorageError(
        _("Files cannot be locked where this one is: two programs could write at once."),
        str(path),
        _(
            "Many network drives cannot do it. Put the data on a disk of this machine: XDG_DATA_HOME says where "
            "it is kept."
        ),
    )


def _held_too_long(path: Path) -> StorageError:
    return StorageError(
        _("Another program is writing to this file and has not finished."),
        str(path),
        _("Close the other consentui and try again."),
    )
