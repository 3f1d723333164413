"""Files replaced whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from consentui.paths import private_folder


def replace_file(path: Path, content: bytes) -> None:
    """Put the content at the path in one step: readers see the old file or the new one, never a part.

    The file is for its owner's eyes only (mode 0600) unless one stands there already, whose mode is
    kept; behind a link, it is the file that the link leads to. Raises OSError, and leaves the old file
    and no other, when it cannot be done.
    """
    path = path.resolve()
    folder = private_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=folder)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            aside.chmod(path.stat().st_mode & 0o777)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file's place in its folder last through a power cut (POSIX; nothing on Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
