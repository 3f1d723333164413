"""Exports that arrive as a ZIP archive: 1Password's `.1pux`, and those of Proton Pass, Dashlane and Safari."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from consentui.imports.found import FaultKind, FileFault, FileReading
from consentui.imports.objects import MOST_BYTES
from consentui.imports.read import read
from consentui.storage.archives import BROKEN
from consentui.storage.reading import opened

_ENDS = (".csv", ".json", ".html", ".xml", "export.data")
_OF_NO_ACCOUNTS: frozenset[FaultKind] = frozenset({"not-known", "no-place", "no-rows"})
"""The faults of members that hold something else: cards, notes, the history of a browser."""
_OF_BACKUPS = frozenset({"contents.json", "contents.json.age"})
"""The list of a backup, plain and sealed."""
_ENCRYPTED = 1


def read_packed(path: Path) -> FileReading:
    """The accounts in the files of an archive; members that hold no accounts are skipped."""
    try:
        with opened(path) as file, ZipFile(file) as archive:
            readings = [_member(archive, info) for info in _readable(archive)]
    except BROKEN:
        readings = []
    faults = tuple(fault for one in readings for fault in one.faults if fault.kind not in _OF_NO_ACCOUNTS)
    held = [one for one in readings if one.found]
    if faults or not held:
        return FileReading("passwords", faults=faults or (FileFault("not-known"),))
    first = next((one for one in held if one.source != "bookmarks"), held[0])
    found = tuple(account for one in held for account in one.found)
    return FileReading(first.source, found, passed=sum(one.passed for one in held))


def is_backup(path: Path) -> bool:
    """Whether an archive is a backup that consentui wrote, which is restored rather than read for accounts."""
    try:
        with opened(path) as file, ZipFile(file) as archive:
            return not _OF_BACKUPS.isdisjoint(archive.namelist())
    except BROKEN:
        return False


def _readable(archive: ZipFile) -> Iterator[ZipInfo]:
    return (info for info in archive.infolist() if info.filename.lower().endswith(_ENDS))


def _member(archive: ZipFile, info: ZipInfo) -> FileReading:
    if info.flag_bits & _ENCRYPTED:
        return FileReading("passwords", faults=(FileFault("encrypted"),))
    if info.file_size > MOST_BYTES:
        return FileReading("passwords", faults=(FileFault("too-large"),))
    with archive.open(info) as file:
        return read(cast("BinaryIO", file))
