"""Reading a backup; its files are trusted only as far as its own list names them and their checksums agree.

A backup by consentui holds uncompressed regular files only, and exactly those on its list. Anything else is refused
as a whole before any of it is used, such as paths out of the profile, links, and zip bombs.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn, Self
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import msgspec
from msgspec import Struct

from consentui.backup.contents import (
    LIST,
    LOCKED_KEY,
    README_NAME,
    SCHEMA,
    SEALED_LIST,
    Contents,
    is_kept,
    member_of,
)
from consentui.backup.sealing import Key, unwrapped_key
from consentui.errors import StorageError, UsageError
from consentui.i18n import _
from consentui.storage.archives import BROKEN
from consentui.storage.reading import open_regular, pour
from consentui.storage.streams import MeasuredSink, Sink
from consentui.text import clean_line

_ENCRYPTED = 1


class Backup:
    """An open backup, to be used in a `with` block; a sealed one has no `contents` until it is unlocked."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        """Read the list, unless it is sealed; `path` only appears in errors.

        Raises UsageError if the file is not a backup or not a complete one.
        """
        self._path = path
        self._key: Key | None = None
        self._contents: Contents | None = None
        self._members: dict[str, ZipInfo] = {}
        try:
            self._archive = ZipFile(file)
        except BROKEN as error:
            raise self._none() from error
        self._check_members(file.seek(0, 2))
        self.is_sealed = LOCKED_KEY in self._members
        if not self.is_sealed:
            self._take_list(self._held(LIST))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def unlock(self, passphrase: str) -> None:
        """Unlock a sealed backup; raises UsageError if the passphrase is wrong or the list is not that of a backup."""
        self._key = unwrapped_key(self._held(LOCKED_KEY), passphrase)
        text = BytesIO()
        if not self._key.open(BytesIO(self._held(SEALED_LIST)), text):
            self._refuse()
        self._take_list(text.getvalue())

    @property
    def contents(self) -> Contents:
        """The list of the backup, which must be unlocked if it is sealed."""
        assert self._contents
        return self._contents

    def pour(self, name: str, target: Sink) -> None:
        """Write a file to the target; raises StorageError if it is damaged; part of it may then be written."""
        number = next(number for number, one in enumerate(self.contents.files) if one.name == name)
        if not self._is_poured(number, target):
            raise StorageError(
                _("The backup is damaged."),
                clean_line(f"{self._path}: {name}"),
                _("“consentui backup --verify FILE” lists the damaged files. Use another backup if you have one."),
            )

    def content_of(self, name: str) -> bytes:
        """The content of a file, held in memory; raises like `pour`."""
        content = BytesIO()
        self.pour(name, content)
        return content.getvalue()

    def damaged(self) -> Iterator[str]:
        """The names of files that differ from when the backup was made; reads every file."""
        for number, one in enumerate(self.contents.files):
            if not self._is_poured(number, MeasuredSink()):
                yield one.name

    def _is_poured(self, number: int, target: Sink) -> bool:
        """Write a file to the target, and return whether its size and hash are those on the list."""
        listed, sink = self.contents.files[number], MeasuredSink(target)
        member = self._members[member_of(listed.name, number + 1, sealed=self.is_sealed)]
        try:
            source = _Stored(self._archive, member)
            if self._key is None:
                pour(source, sink)
            elif not self._key.open(source, sink):
                return False
        except _DamagedError:
            return False
        return (sink.size, sink.sha256) == (listed.size, listed.sha256)

    def _check_members(self, length: int) -> None:
        """Raise UsageError for members that no backup has."""
        members = self._archive.infolist()
        self._members = {one.filename: one for one in members}
        if len(self._members) < len(members) or not all(map(_is_ours, members)):
            self._refuse()
        if sum(one.file_size for one in members) > length:
            self._refuse()

    def _take_list(self, text: bytes) -> None:
        """Take the list from its JSON text; raises UsageError if it is no such list or does not match the archive."""
        try:
            schema = msgspec.json.decode(text, type=_Versioned).schema
            if schema > SCHEMA:
                raise self._newer(schema)
            contents = msgspec.json.decode(text, type=Contents)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise self._none() from error
        listed = [one.name for one in contents.files]
        wanted = {member_of(name, number, sealed=self.is_sealed) for number, name in enumerate(listed, 1)}
        wanted |= {README_NAME, *((LOCKED_KEY, SEALED_LIST) if self.is_sealed else (LIST,))}
        if not all(map(is_kept, listed)) or len(set(listed)) < len(listed) or wanted != set(self._members):
            self._refuse()
        self._contents = contents

    def _held(self, member: str) -> bytes:
        """The content of a member that is not a file of the profile; raises UsageError if it is missing or damaged."""
        if member not in self._members:
            raise self._none()
        try:
            return b"".join(iter(_Stored(self._archive, self._members[member]).read, b""))
        except _DamagedError as error:
            raise self._none() from error

    def _none(self) -> UsageError:
        return UsageError(
            _("This is not a consentui backup, or not a complete one."),
            clean_line(str(self._path)),
            _(
                "Name the file that “consentui backup” wrote. Accounts in a password manager’s or browser’s file are "
                "added by “consentui import FILE”, or “Accounts from a file” in the settings."
            ),
        )

    def _newer(self, schema: int) -> UsageError:
        return UsageError(
            _("The backup was written by a newer consentui."),
            _("{path} has schema {schema}; this program knows schema {known}.").format(
                path=clean_line(str(self._path)), schema=schema, known=SCHEMA
            ),
            _("Update consentui."),
        )

    def _refuse(self) -> NoReturn:
        raise UsageError(
            _("This archive contains things that no consentui backup does: nothing from it was used."),
            clean_line(str(self._path)),
            _("It was altered, or made by another program. Use another backup."),
        )


class _Versioned(Struct, frozen=True):
    """The key that every version of a list has."""

    schema: int


class _DamagedError(Exception):
    """A member cannot be read to its end."""


class _Stored:
    """A member to read, whose faults are raised as `_DamagedError` to tell them from those of the target."""

    def __init__(self, archive: ZipFile, member: ZipInfo) -> None:
        try:
            self._stream = archive.open(member)
        except BROKEN as error:
            raise _DamagedError from error

    def read(self, size: int = -1) -> bytes:
        try:
            return self._stream.read(size)
        except BROKEN as error:
            raise _DamagedError from error


@contextmanager
def opened(path: Path) -> Iterator[Backup]:
    """Open the backup in a file; raises UsageError if there is none that can be read."""
    with open_regular(path) as file, Backup(file, path) as backup:
        yield backup


def _is_ours(member: ZipInfo) -> bool:
    """Whether a member is a regular file, neither compressed nor encrypted by the ZIP format."""
    mode = member.external_attr >> 16
    return bool(
        member.compress_type == ZIP_STORED
        and member.compress_size == member.file_size
        and not member.flag_bits & _ENCRYPTED
        and member.filename  # `is_dir` fails on an empty name
        and not member.is_dir()
        and (stat.S_IFMT(mode) in {0, stat.S_IFREG})
    )
