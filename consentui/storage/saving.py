"""Saving files where the person wants them, for the commands and the interface alike.

A path that is not a file, such as `/dev/stdout`, a pipe or a terminal, is written to and never replaced.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.storage.files import failing_as, put_in_free_place, put_in_place, resolved, written_aside
from consentui.storage.reasons import SaidError

PATIENCE_SECONDS = 10.0
"""How long to wait for a reader at the other end of a named pipe."""
_PAUSE_SECONDS = 0.02
_DESCRIPTOR = re.compile(r"[0-9]{1,9}")
_STANDARD_OUTPUT = 1
_STANDARD_ERROR = 2
_DESCRIPTORS = (Path("/dev/fd"), Path("/proc/self/fd"))


class FileIsThereError(UsageError):
    """A file exists already and the person did not ask to replace it."""


def save_text(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a text in UTF-8, in the way of `save_file`."""
    save_file(path, text.encode(), replace=replace)


def save_file(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file, in the way of `saving`."""
    with saving(path, replace=replace) as file:
        file.write(content)


@contextmanager
def saving(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Yield a file to write to, which appears at the path only after the block has ended without an error.

    A leading `~` stands for the person's home, `-` for standard output. A device or a pipe is written to at the end
    of the block. Raises FileIsThereError if a file exists already and `replace` is not set, StorageError if it cannot
    be written; a partial file is never left.
    """
    with failing_as(_("The file could not be written."), path):
        if _is_stream(path):
            from tempfile import TemporaryFile

            with TemporaryFile() as file:
                yield file
                _pour(file, path)
            return
        place = resolved(path)
        if not replace:
            refuse_to_replace(path)
        with written_aside(place.parent, place.name) as new:
            yield new.file
            if replace:
                put_in_place(new, place)
                return
            try:
                put_in_free_place(new, place)
            except FileExistsError as error:
                raise _is_there(path) from error


def refuse_to_replace(path: Path) -> None:
    """Raise FileIsThereError if a file exists already, StorageError if no file can have such a path."""
    with failing_as(_("The file could not be written."), path):
        if not _is_stream(path) and resolved(path).exists():
            raise _is_there(path)


def _is_there(path: Path) -> FileIsThereError:
    return FileIsThereError(
        _("{path} already exists.").format(path=path),
        way_out=_("Choose another name, or replace it with --force."),
    )


def _is_stream(path: Path) -> bool:
    """Whether the path leads to a pipe, a character device or an open descriptor, which is written to, not replaced."""
    if _own_descriptor(path) is not None:
        return True
    try:
        mode = resolved(path).stat().st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def _own_descriptor(path: Path) -> int | None:
    """The file descriptor that the path stands for, if the process has it open already; None otherwise."""
    if str(path) == "-":
        return _STANDARD_OUTPUT
    if path.parent in _DESCRIPTORS and _DESCRIPTOR.fullmatch(path.name):
        return int(path.name)
    for descriptor in (_STANDARD_OUTPUT, _STANDARD_ERROR):
        try:
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        except (OSError, ValueError):
            continue
    return None


def _pour(file: BinaryIO, path: Path) -> None:
    """Copy a whole file to the stream at the path."""
    from shutil import copyfileobj

    file.seek(0)
    own = _own_descriptor(path)
    descriptor = _opened_patiently(resolved(path)) if own is None else os.dup(own)
    with os.fdopen(descriptor, "wb") as stream:
        copyfileobj(file, stream)


def _opened_patiently(path: Path) -> int:
    """Open a device or a pipe for writing; raises OSError if a pipe has no reader within `PATIENCE_SECONDS`."""
    if os.name != "posix":
        return os.open(path, os.O_WRONLY)
    give_up = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if time.monotonic() >= give_up:
                raise SaidError(errno.ENXIO, _("nothing is reading at the other end of this pipe")) from error
            time.sleep(_PAUSE_SECONDS)
        else:
            os.set_blocking(descriptor, True)
            return descriptor
