"""A download on disk, as ZIP files, a folder or several of them, read in place.

Nothing is unpacked to disk, and only members of bounded size are read into memory.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast
from zipfile import ZipFile, ZipInfo, is_zipfile

from msgspec import Struct

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.storage.archives import BROKEN
from consentui.storage.files import require_regular
from consentui.storage.media_types import HEAD, type_of
from consentui.storage.reading import opened
from consentui.storage.reasons import system_reason
from consentui.text import clean_line
from consentui.verify.dates import day_of
from consentui.verify.names import comparable, is_stray, member_name, root_of, wanted
from consentui.verify.nested import Nested, is_nested

MOST_BYTES = 40 * 1024 * 1024
"""The largest member that is read, in bytes. Settings take kilobytes, a TikTok file with years of history megabytes."""
MOST_MEMBERS = 1_000_000
_ENCRYPTED = 1
_ALONE = frozenset({".json", ".js", ".csv"})
"""The endings of files that people take out of their downloads."""
_OTHER_ARCHIVES = {
    "application/gzip": "tgz",
    "application/x-7z-compressed": "7z",
    "application/vnd.rar": "rar",
    "application/x-tar": "tar",
}
_FIRST_DAY = date(1980, 1, 1)
"""The date that a ZIP archive gives for a member without one."""


class UnreadableError(Exception):
    """A member that cannot be read; `why` is `too-large`, `damaged` or `encrypted`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Member(Struct, frozen=True, gc=False):
    """A file of a download."""

    part: Path
    """The ZIP file or the folder that contains it."""
    name: str
    """Its path within the part, as written there."""
    path: str
    """Its path in comparable form; for a file in a folder, the name of the folder comes first."""
    size: int
    """In bytes."""
    day: date | None
    """The date in a ZIP archive; None if it has none, and for a file in a folder."""
    locked: bool
    """Whether it is encrypted."""
    place: Path | ZipInfo
    """The file itself, or its entry in `archive`."""
    archive: ZipFile | None = None
    """The open archive; None for a file in a folder."""
    changed: date | None = None
    """The day of the last change of a file in a folder, which may be the day of unpacking; None in a ZIP archive."""

    def open(self) -> BinaryIO:
        if isinstance(self.place, Path):
            return opened(self.place)
        assert self.archive is not None
        return cast("BinaryIO", self.archive.open(self.place))


class Archive:
    """The members of a download in all its parts; a context manager, since it keeps its files open."""

    def __init__(self, places: Sequence[Path]) -> None:
        """Open the ZIP files and folders at `places`; raises UsageError for one that is no download or unreadable."""
        self._open = ExitStack()
        self.parts: tuple[Path, ...] = ()
        try:
            members = [member for place in places for member in self._members_at(place)]
        except BaseException:
            self._open.close()
            raise
        self.members = tuple(members)
        self._by_end: dict[str, list[Member]] = {}
        near: set[str] = set()
        for member in members:
            folder, _slash, end = member.path.rpartition("/")
            near.add(folder)
            if end in self._by_end:
                self._by_end[end].append(member)
            else:
                self._by_end[end] = [member]
        self.folders = frozenset(_folders(near))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def named(self, name: str) -> Iterator[tuple[Member, str]]:
        """The members whose path ends with a known name, each with the path before that name."""
        for member in self._by_end.get(wanted(name)[-1], ()):
            root = root_of(member.path, name)
            if root is not None:
                yield member, root

    def roots_of_folder(self, name: str) -> Iterator[str]:
        """The path before a known name, for each folder whose path ends with that name."""
        for folder in self.folders:
            root = root_of(folder, name)
            if root is not None:
                yield root

    def _members_at(self, place: Path) -> Iterator[Member]:
        if place.is_dir():
            yield from self._in_folder(place)
        else:
            yield from self._in_zip(place)

    def _in_folder(self, folder: Path) -> Iterator[Member]:
        """The files of a folder, and the members of ZIP files in it; links are not followed."""
        self.parts = (*self.parts, folder)
        for path, facts in _files(folder):
            if path.suffix.lower() == ".zip" and _is_zip(path):
                yield from self._in_zip(path)
                continue
            name = path.relative_to(folder).as_posix()
            # Platforms put the day and the account into the name of the folder, so it is kept.
            whole = f"{folder.resolve().name}/{name}"
            yield Member(
                folder,
                name,
                comparable(whole),
                facts.st_size,
                None,
                locked=False,
                place=path,
                changed=day_of(facts.st_mtime),
            )

    def _in_zip(self, path: Path) -> Iterator[Member]:
        if path.suffix.lower() in _ALONE and not _is_zip(path):
            yield self._alone(path)
            return
        self.parts = (*self.parts, path)
        try:
            file = self._open.enter_context(opened(path))
            archive = self._open.enter_context(ZipFile(file))
            infos = _named(archive.infolist())
        except BROKEN as error:
            raise _no_archive(path, error) from error
        if len(infos) > MOST_MEMBERS:
            raise UsageError(_("This archive holds too many files to be a download."), clean_line(str(path)))
        if _is_packed_again(infos):
            nested = Nested(path, archive)
            for info in filter(is_nested, infos):
                yield from self._in_nested(path, nested, info)
        else:
            yield from _members(path, archive, infos)

    def _alone(self, path: Path) -> Member:
        """A file that was taken out of its download, read as the only one in its folder."""
        facts = path.stat()
        require_regular(path, facts.st_mode)
        self.parts = (*self.parts, path.parent)
        size, changed = facts.st_size, day_of(facts.st_mtime)
        return Member(
            path.parent, path.name, comparable(path.name), size, None, locked=False, place=path, changed=changed
        )

    def _in_nested(self, path: Path, nested: Nested, info: ZipInfo) -> Iterator[Member]:
        """The members of a ZIP file within a ZIP file; raises UsageError for one that has to be unpacked by hand."""
        try:
            inner = nested.opened(info)
            infos = _named(self._open.enter_context(inner).infolist()) if inner else []
        except BROKEN:
            return  # A damaged part is skipped, because the others may still be readable.
        if inner is None or len(infos) > MOST_MEMBERS:
            raise UsageError(
                _("There is a large ZIP file within this one."),
                clean_line(f"{path}: {info.filename}"),
                _("Unzip the outer one, and give the folder."),
            )
        yield from _members(path, inner, infos, before=f"{info.filename.removesuffix('.zip')}/")


def _is_zip(path: Path) -> bool:
    with suppress(OSError), opened(path) as file:
        return is_zipfile(file)
    return False


def _named(infos: list[ZipInfo]) -> list[ZipInfo]:
    """The entries that have a name: `zipfile` fails on those without one, and no reader could look for them."""
    return [info for info in infos if info.filename]


def _is_packed_again(infos: Iterable[ZipInfo]) -> bool:
    """Whether an archive contains nothing but ZIP files.

    A ZIP file beside other files is not part of the download but, for instance, an attachment to a message.
    """
    found = False
    for info in infos:
        if is_nested(info):
            found = True
        elif not info.is_dir() and not is_stray(comparable(info.filename)):
            return False
    return found


def _members(part: Path, archive: ZipFile, infos: Iterable[ZipInfo], before: str = "") -> Iterator[Member]:
    """The files that come from the platform; `before` is the path prefix for those of a ZIP within the archive."""
    for info in infos:
        # A download may hold many thousand files, so ASCII names, the common case, skip the repair of encodings.
        called = info.filename if info.filename.isascii() else member_name(info.filename, info.flag_bits)
        name = before + called if before else called
        path_within = comparable(name)
        if info.is_dir() or is_stray(path_within):
            continue
        day, locked = _day(info.date_time[:3]), bool(info.flag_bits & _ENCRYPTED)
        yield Member(part, name, path_within, info.file_size, day, locked, info, archive)


def content_of(member: Member, most: int = MOST_BYTES) -> bytes:
    """The content of a member; raises UnreadableError if it is encrypted, damaged or larger than `most` bytes."""
    if member.locked:
        raise UnreadableError("encrypted")
    if member.size > most:
        raise UnreadableError("too-large")
    try:
        with member.open() as file:
            content = file.read(most + 1)
    except BROKEN as error:
        raise UnreadableError("damaged") from error
    if len(content) > most:
        raise UnreadableError("too-large")
    return content


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    count = 0
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(here, name)
            facts = path.lstat()
            if stat.S_ISREG(facts.st_mode) and not is_stray(comparable(name)):
                count += 1
                yield path, facts
        if count > MOST_MEMBERS:
            raise UsageError(_("This folder holds too many files to be a download."), clean_line(str(folder)))


def _folders(near: Iterable[str]) -> Iterator[str]:
    """These folders and all their parent folders."""
    seen: set[str] = set()
    for one in near:
        folder = one
        while folder and folder not in seen:
            seen.add(folder)
            yield folder
            folder = folder.rpartition("/")[0]


@lru_cache(maxsize=4096)
def _day(of: tuple[int, int, int]) -> date | None:
    """The day of a member, None if it has none; cached, because most members share a few days."""
    try:
        day = date(*of)
    except ValueError:
        return None
    return day if day > _FIRST_DAY else None


def _no_archive(path: Path, error: Exception) -> UsageError:
    detail = clean_line(str(path))
    if isinstance(error, OSError):
        return UsageError(_("The file cannot be read."), clean_line(f"{path}: {system_reason(error)}"))
    start = _start_of(path)
    if kind := _OTHER_ARCHIVES.get(type_of(start)):
        return UsageError(
            _("Archives of this kind ({kind}) are not read here.").format(kind=kind),
            detail,
            _("Unpack it, and give the folder."),
        )
    if start.startswith(b"PK"):
        return UsageError(
            _("This archive is cut short or damaged."), detail, _("Download it again, or give the unzipped folder.")
        )
    return UsageError(
        _("This is not a platform’s download."),
        detail,
        _("Give the ZIP file that the platform sent, all its parts, or the unzipped folder."),
    )


def _start_of(path: Path) -> bytes:
    try:
        with opened(path) as file:
            return file.read(HEAD)
    except OSError:
        return b""
