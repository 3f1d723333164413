"""Recognising the downloads in an archive: of which platform, in what language, of which account and of what day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

from msgspec import Struct

from consentui.i18n import LANGUAGES, Language
from consentui.knowledge.records import Download, Platform
from consentui.knowledge.testimony import Folder, Names, Reader
from consentui.verify.archive import Archive
from consentui.verify.dates import day_in_name, day_of
from consentui.verify.names import is_inside
from consentui.verify.readers import Reading, Result, Silence, read


class DatedBy(StrEnum):
    """How the day of a download is known."""

    SAID = "said"
    """The person says it."""
    INSIDE = "inside"
    """A value in the download says it."""
    NAME = "name"
    """The name of the archive or of a folder contains it."""
    FILE_DATE = "files"
    """It is the date of a file: the last change of one named by `Download.dated_by`, or the newest in the archive."""


class MadeOn(Struct, frozen=True):
    """When a download was made."""

    on: date
    known_from: DatedBy


class Recognised(Struct, frozen=True):
    """A download found in an archive; one archive may hold several."""

    platform: str
    """The id of the platform that it comes from."""
    download: Download
    roots: frozenset[str]
    """The folders of the archive that contain it; an empty text is the top of the archive."""
    language: Language | None
    """The language of its file names; None if they are the same in every language or in an unknown one."""
    is_foreign: bool
    """Whether its file names are in an unknown language."""

    def read(self, reader: Reader, archive: Archive) -> Result:
        """The value that a reader finds in this download, or why there is none.

        A file whose name in the download's language is not known is not reported as missing.
        """
        result = read(reader, archive, self.roots)
        names = reader.folder if isinstance(reader, Folder) else reader.file
        if result is Silence.NO_FILE and self._is_for_reading(archive) and any(map(_is_json, names.all)):
            return Silence.HTML
        return Silence.OTHER_LANGUAGE if result is Silence.NO_FILE and not self._has_names(names) else result

    def _is_for_reading(self, archive: Archive) -> bool:
        """Whether it was requested in the format for reading: pages or texts, and not one JSON file."""
        inside = [one.path for one in archive.members if any(is_inside(one.path, root) for root in self.roots)]
        return not any(map(_is_json, inside)) and any(path.endswith(self.download.for_reading) for path in inside)

    def _has_names(self, names: Names) -> bool:
        """Whether the names are known in the language of this download."""
        if self.is_foreign:
            return False
        return bool(names.any or self.language is None or names.in_language(self.language))


def recognised(archive: Archive, platforms: Iterable[Platform]) -> tuple[Recognised, ...]:
    """The downloads of these platforms that an archive contains."""
    return tuple(
        found
        for platform in platforms
        for download in platform.download
        if (found := _found(archive, platform, download))
    )


def made_on(found: Recognised, archive: Archive, today: date) -> MadeOn | None:
    """When a download was made, by the surest sign that is not in the future; None if there is none."""
    for day, known_from in _days(found, archive):
        if day <= today:
            return MadeOn(day, known_from)
    return None


def names_in(found: Recognised, archive: Archive) -> tuple[str, ...]:
    """The names that the download gives for the account: user names, e-mail addresses."""
    results = (found.read(reader, archive) for reader in found.download.account)
    return tuple(dict.fromkeys(one.value for one in results if isinstance(one, Reading) and one.value))


def _is_json(name: str) -> bool:
    return name.endswith(".json")


def _found(archive: Archive, platform: Platform, download: Download) -> Recognised | None:
    marks = download.marks
    by_language = {language: _roots(archive, marks.in_language(language)) for language in LANGUAGES}
    roots = _roots(archive, marks.any).union(*by_language.values())
    if roots:
        found: list[Language] = [one for one in LANGUAGES if by_language[one]]
        return Recognised(platform.id, download, roots, found[0] if found else None, is_foreign=False)
    roots = _roots(archive, download.foreign)
    if roots or any(_is_called(name, download.archive) for name in _archive_names(archive)):
        is_foreign = any(marks.in_language(language) for language in LANGUAGES)
        return Recognised(platform.id, download, roots or frozenset({""}), None, is_foreign)
    return None


def _roots(archive: Archive, marks: Iterable[str]) -> frozenset[str]:
    """The folders that contain these marks, without those inside others, where a file may have the name by accident."""
    roots = {root for mark in marks for root in _roots_of(archive, mark)}
    return frozenset(root for root in roots if not any(is_inside(root, other) for other in roots))


def _roots_of(archive: Archive, mark: str) -> Iterator[str]:
    if mark.endswith("/"):
        yield from archive.roots_of_folder(mark)
    else:
        yield from (root for _member, root in archive.named(mark))


def _archive_names(archive: Archive) -> Iterator[str]:
    for part in archive.parts:
        yield part.name
    yield from (folder for folder in archive.folders if "/" not in folder)


def _is_called(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in patterns)


def _days(found: Recognised, archive: Archive) -> Iterator[tuple[date, DatedBy]]:
    for reader in found.download.made:
        result = found.read(reader, archive)
        if isinstance(result, Reading) and (day := day_of(result.value)):
            yield day, DatedBy.INSIDE
    changed = [member.changed for name in found.download.dated_by for member, _root in archive.named(name)]
    if days := [day for day in changed if day]:
        yield min(days), DatedBy.FILE_DATE
    roots = (Path(root).name for root in sorted(found.roots))
    for name in (*roots, *_archive_names(archive)):
        if day := day_in_name(name):
            yield day, DatedBy.NAME
    if days := [member.day for member in archive.members if member.day]:
        yield max(days), DatedBy.FILE_DATE
