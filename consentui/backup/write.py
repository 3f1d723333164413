"""Writing a backup: every file of a profile with a list of them, read back before the backup takes its place."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import msgspec
from msgspec import Struct

from consentui import __version__, clock
from consentui.backup.contents import (
    JOURNAL,
    LIST,
    LOCKED_KEY,
    README_NAME,
    SCHEMA,
    SEALED_LIST,
    Contents,
    Listed,
    files_of,
    member_of,
)
from consentui.backup.read import Backup
from consentui.backup.readme import how_to_open
from consentui.backup.sealing import Key, new_key, wrapped_key
from consentui.errors import StorageError, UsageError
from consentui.i18n import _
from consentui.journal import file as journal_file
from consentui.storage.files import failing_as
from consentui.storage.lock import locked
from consentui.storage.places import Folders
from consentui.storage.reading import content_of, open_regular, pour
from consentui.storage.saving import saving
from consentui.storage.streams import MeasuredSource
from consentui.text import clean_line

Progress = Callable[[int, int], None]
"""Called with the number of files done and their total; an exception that it raises ends the work."""

_MODE = (stat.S_IFREG | 0o600) << 16
_UNIX = 3
_LARGE = 1 << 30
"""The size in bytes from which ZIP64 is used: once encrypted, such a file might exceed the limit of a plain ZIP."""


class Written(Struct, frozen=True):
    """The result of writing a backup."""

    contents: Contents
    left_out: tuple[str, ...]
    """The files left out because their names are not valid on every system."""


def back_up(
    folders: Folders,
    path: Path,
    profile: str,
    passphrase: str | None = None,
    *,
    replace: bool = False,
    progress: Progress = lambda _done, _all: None,
) -> Written:
    """Write a backup of a profile as it is now, encrypted if there is a passphrase, and read it back.

    A journal that cannot be understood is kept as it is. Raises FileIsThereError if a file exists already and
    `replace` is not set, UsageError for an empty profile, a passphrase that is too short or a missing extra
    `encrypted`, StorageError if something cannot be read, written or read back; a file at the path then stays.
    """
    journal = _journal(folders.journal)  # read first, so that the files that it names exist by the time they are listed
    with failing_as(_("The profile cannot be read."), folders.data):
        found = files_of(folders)
    if not found.kept:
        raise UsageError(_("There is nothing to back up in this profile yet."))
    key = new_key() if passphrase is not None else None
    wrapped = wrapped_key(key, passphrase) if key and passphrase is not None else None
    with saving(path, replace=replace) as file:
        with ZipFile(file, "w", ZIP_STORED) as archive:
            writer = _Writer(archive, key)
            writer.put(README_NAME, how_to_open(sealed=key is not None).encode())
            if wrapped:
                writer.put(LOCKED_KEY, wrapped)
            for number, (name, place) in enumerate(found.kept, 1):
                writer.add(name, journal if name == JOURNAL else place)
                progress(number, len(found.kept))
            contents = writer.finish(profile)
        _read_back(file, path, passphrase)
    return Written(contents, found.left_out)


class _Writer:
    """An archive that is being written."""

    def __init__(self, archive: ZipFile, key: Key | None) -> None:
        self._archive = archive
        self._key = key
        self._listed: list[Listed] = []

    def put(self, member: str, content: bytes) -> None:
        """Add a member that is not a file of the profile."""
        self._archive.writestr(_entry(member), content)

    def add(self, name: str, content: bytes | Path) -> None:
        """Add a file of the profile, encrypted if there is a key."""
        entry = _entry(member_of(name, len(self._listed) + 1, sealed=self._key is not None))
        with _opened(content) as file:
            is_large = file.seek(0, 2) >= _LARGE
            file.seek(0)
            source = MeasuredSource(file)
            with self._archive.open(entry, "w", force_zip64=is_large) as target:
                if self._key:
                    self._key.seal(source, target)
                else:
                    pour(source, target)
        self._listed.append(Listed(name, source.size, source.sha256))

    def finish(self, profile: str) -> Contents:
        """Add the list of the files in the archive, and return it."""
        contents = Contents(SCHEMA, clock.now(), __version__, profile, tuple(self._listed))
        text = msgspec.json.format(msgspec.json.encode(contents))
        if self._key:
            sealed = BytesIO()
            self._key.seal(BytesIO(text), sealed)
            self.put(SEALED_LIST, sealed.getvalue())
        else:
            self.put(LIST, text)
        return contents


def _journal(path: Path) -> bytes:
    """The journal as it is now, read under its lock so that no entry is half written; empty if there is none."""
    if not path.exists():
        return b""
    with suppress(StorageError):  # a journal that cannot be understood needs a backup all the more
        journal_file.read(path)  # moves a torn last entry to a file of its own, which the backup keeps too
    with failing_as(_("The journal cannot be read."), path), locked(path):
        return content_of(path)


def _read_back(file: BinaryIO, path: Path, passphrase: str | None) -> None:
    file.flush()
    with Backup(file, path) as backup:
        if passphrase is not None:
            backup.unlock(passphrase)
        if next(backup.damaged(), None):
            raise StorageError(
                _("The backup could not be read back correctly."),
                clean_line(str(path)),
                _("The disk may be failing: write the backup to another one."),
            )


def _opened(content: bytes | Path) -> BinaryIO:
    return BytesIO(content) if isinstance(content, bytes) else open_regular(content)


def _entry(member: str) -> ZipInfo:
    now = clock.now()
    year = min(max(now.year, 1980), 2107)  # the range of years in a ZIP
    entry = ZipInfo(member, (year, now.month, now.day, now.hour, now.minute, now.second))
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    return entry
