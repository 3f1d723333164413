"""Temporary files of unfinished writes: known by their names, locked while written, removed once nobody locks them.

A process that is killed in the middle of a write leaves its temporary file behind, personal data included. The
system releases the lock when the process ends, so the next one can tell a leftover from a file still being written.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_END = ".consentui-new"
_LONGEST_NAME = 50
"""How many characters of the name are used: with prefix and suffix, in UTF-8, the result stays within 255 bytes."""


def new_file(folder: Path, name: str) -> tuple[BinaryIO, Path]:
    """Create a temporary file in the folder, locked and readable by its owner only; raises OSError."""
    import tempfile

    while True:
        descriptor, made = tempfile.mkstemp(prefix=f".{name[:_LONGEST_NAME]}.", suffix=_END, dir=folder)
        file = os.fdopen(descriptor, "w+b")
        if _hold(descriptor) and os.fstat(descriptor).st_nlink:
            return file, Path(made)
        file.close()  # another process removed it before it was locked


def sweep(folder: Path) -> None:
    """Remove the temporary files in a folder that no process is writing any more; failures are ignored."""
    with suppress(OSError), os.scandir(folder) as found:
        left = [entry.path for entry in found if entry.name.endswith(_END) and entry.name.startswith(".")]
        for path in left:
            _remove_unheld(path)


if sys.platform == "win32":

    def _hold(descriptor: int) -> bool:
        """Always true: Windows removes no open file, so no lock is needed."""
        return descriptor >= 0

    def _remove_unheld(path: str) -> None:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 -- no Path is needed to remove a file

else:
    import fcntl

    def _hold(descriptor: int) -> bool:
        """Whether the file is now locked by us; also true if the file system has no locks, where nothing is swept."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def _remove_unheld(path: str) -> None:
        with suppress(OSError):
            descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                os.unlink(path)  # noqa: PTH108 -- no Path is needed to remove a file
            finally:
                os.close(descriptor)
