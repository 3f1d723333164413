"""A download as it lies on the disk: ZIP files, a folder, or several of them, read in place.

Nothing is unpacked, and nothing is held but what one member of a bounded size says.
"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast
from zipfile import ZipFile, ZipInfo, is_zipfile

from msgspec import Struct

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.storage.archives import BROKEN
from consentui.text import clean_line
from consentui.verify.dates import day_of
from consentui.verify.names import comparable, is_plain, member_name, root_of, wanted
from consentui.verify.nested import Nested, is_nested

MOST_BYTES = 40 * 1024 * 1024
"""The largest member that is read. Settings take some kilobytes, a TikTok file with years of history some megabytes."""
MOST_MEMBERS = 1_000_000
_ENCRYPTED = 1
_FIRST_DAY = date(1980, 1, 1)
"""What a ZIP says of a member without a date."""


class UnreadableError(Exception):
    """A member that cannot be read: `too-large`, `damaged` or `encrypted`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Member(Struct, frozen=True, gc=False):
    """A file of a download."""

    part: Path
    """The ZIP file or the folder that it is in."""
    name: str
    """As it is called there."""
    path: str
    """The name made comparable."""
    size: int
    day: date | None
    locked: bool
    open: Callable[[], BinaryIO]
    changed: date | None = None
    """The day of its last change, for a file in a folder: no day of a download, which was unpacked some time."""


class Archive:
    """The members of a download, in all its parts; to be closed, as a file is."""

    def __init__(self, places: Sequence[Path]) -> None:
        """Raises UsageError for what is there no download at all, or cannot be opened."""
        self._open = ExitStack()
        self.parts: tuple[Path, ...] = ()
        try:
            members = [member for place in places for member in self._members_at(place)]
        except BaseException:
            self._open.close()
            raise
        self.members = tuple(members)
        self.folders = frozenset(_folders(members))
        self._by_end: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            self._by_end[member.path.rpartition("/")[2]].append(member)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def named(self, name: str) -> Iterator[tuple[Member, str]]:
        """The members of a known name, each with what stands before it."""
        for member in self._by_end.get(wanted(name)[-1], ()):
            root = root_of(member.path, name)
            if root is not None:
                yield member, root

    def roots_of_folder(self, name: str) -> Iterator[str]:
        """What stands before each folder of a known name."""
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
        """The files of a folder; ZIP files in it are parts of the download too. Links are not followed."""
        self.parts = (*self.parts, folder)
        for path, facts in _files(folder):
            if path.suffix.lower() == ".zip" and is_zipfile(path):
                yield from self._in_zip(path)
                continue
            name = path.relative_to(folder).as_posix()
            # The name of the folder itself is kept: platforms put the day and the account there.
            whole = f"{folder.resolve().name}/{name}"
            yield Member(
                folder,
                name,
                comparable(whole),
                facts.st_size,
                None,
                locked=False,
                open=_opener(path),
                changed=day_of(facts.st_mtime),
            )

    def _in_zip(self, path: Path) -> Iterator[Member]:
        self.parts = (*self.parts, path)
        try:
            archive = self._open.enter_context(ZipFile(path))
            infos = archive.infolist()
        except BROKEN as error:
            raise _no_archive(path, error) from error
        if len(infos) > MOST_MEMBERS:
            raise UsageError(_("This archive holds too many files to be a download."), clean_line(str(path)))
        files = [one for one in infos if not one.is_dir() and is_plain(comparable(one.filename))]
        # ZIP files beside others are the person's own, sent in a message for one: what is in them says nothing.
        if files and all(map(is_nested, files)):
            nested = Nested(path, archive)
            for info in files:
                yield from self._in_nested(path, nested, info)
        else:
            for info in files:
                yield _member(path, archive, info)

    def _in_nested(self, path: Path, nested: Nested, info: ZipInfo) -> Iterator[Member]:
        """What is in a ZIP in a ZIP; raises UsageError for one that has to be unpacked by hand."""
        try:
            inner = nested.opened(info)
            infos = self._open.enter_context(inner).infolist() if inner else []
        except BROKEN:
            return  # One part that is damaged says nothing; the others may.
        if inner is None or len(infos) > MOST_MEMBERS:
            raise UsageError(
                _("There is a large ZIP file within this one."),
                clean_line(f"{path}: {info.filename}"),
                _("Unzip the outer one, and give the folder."),
            )
        for one in infos:
            if not one.is_dir() and is_plain(comparable(one.filename)):
                yield _member(path, inner, one, before=f"{info.filename.removesuffix('.zip')}/")


def _member(path: Path, archive: ZipFile, info: ZipInfo, before: str = "") -> Member:
    """A file of the platform's; `before` says which ZIP within the archive it is in."""
    name = before + member_name(info.filename, info.flag_bits)
    locked = bool(info.flag_bits & _ENCRYPTED)
    return Member(path, name, comparable(name), info.file_size, _day(info), locked, _unpacker(archive, info))


def content_of(member: Member, most: int = MOST_BYTES) -> bytes:
    """All that a member holds, at most so many bytes; raises UnreadableError."""
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


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def _unpacker(archive: ZipFile, info: ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: cast("BinaryIO", archive.open(info))


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    count = 0
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(here, name)
            facts = path.lstat()
            if stat.S_ISREG(facts.st_mode) and is_plain(comparable(name)):
                count += 1
                yield path, facts
        if count > MOST_MEMBERS:
            raise UsageError(_("This folder holds too many files to be a download."), clean_line(str(folder)))


def _folders(members: Iterable[Member]) -> Iterator[str]:
    """Every folder that a member is in, near or far."""
    seen: set[str] = set()
    for member in members:
        folder = member.path.rpartition("/")[0]
        while folder and folder not in seen:
            seen.add(folder)
            yield folder
            folder = folder.rpartition("/")[0]


def _day(info: ZipInfo) -> date | None:
    try:
        day = date(*info.date_time[:3])
    except ValueError:
        return None
    return day if day > _FIRST_DAY else None


def _no_archive(path: Path, error: Exception) -> UsageError:
    detail = clean_line(f"{path}: {error}")
    if isinstance(error, OSError):
        return UsageError(_("The file cannot be read."), clean_line(f"{path}: {error.strerror}"))
    if _looks_cut_short(path):
        return UsageError(
            _("This archive is cut short or damaged."), detail, _("Download it again, or give the unzipped folder.")
        )
    return UsageError(
        _("This is not a platform’s download."),
        detail,
        _("Give the ZIP file that the platform sent, all its parts, or the unzipped folder."),
    )


def _looks_cut_short(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError:
        return False
