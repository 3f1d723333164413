"""Files that are being written aside: known by their names, held while they are written, swept once nobody holds them.

A process that is killed in the middle of a write leaves its file behind, personal data and all. The system's lock on
it ends with the process, so that whoever comes next knows it from a file that somebody is still writing.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_END = ".consentui-new"
_LONGEST_NAME = 50
"""In characters: with what is put around it, and in UTF-8, the name still is one that systems allow."""


def new_file(folder: Path, name: str) -> tuple[BinaryIO, Path]:
    """A new file of a passing name in the folder, for its owner's eyes only, held; raises OSError."""
    import tempfile

    while True:
        descriptor, made = tempfile.mkstemp(prefix=f".{name[:_LONGEST_NAME]}.", suffix=_END, dir=folder)
        file = os.fdopen(descriptor, "w+b")
        if _hold(descriptor) and os.fstat(descriptor).st_nlink:
            return file, Path(made)
        file.close()  # swept before it was held


def sweep(folder: Path) -> None:
    """Remove what was left aside in a folder and is not being written any more; what cannot be removed stays."""
    with suppress(OSError), os.scandir(folder) as found:
        left = [entry.path for entry in found if entry.name.endswith(_END) and entry.name.startswith(".")]
        for path in left:
            _remove_unheld(path)


if sys.platform == "win32":

    def _hold(descriptor: int) -> bool:
        """An open file cannot be removed there: that is hold enough."""
        return descriptor >= 0

    def _remove_unheld(path: str) -> None:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 -- no Path is needed to remove a file

else:
    import fcntl

    def _hold(descriptor: int) -> bool:
        """Whether the file is ours alone; where a file system has no locks, nothing is ever swept."""
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
