"""The readers that the knowledge base names: each returns a value found in a download, or why there is none."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import partial
from io import StringIO
from typing import Any

from msgspec import Struct

from consentui.knowledge.testimony import (
    Count,
    CsvCell,
    Folder,
    Latest,
    Names,
    Path,
    Paths,
    Preference,
    Reader,
    Value,
)
from consentui.text import clean_line, shorten
from consentui.verify.archive import Archive, Member, UnreadableError, content_of
from consentui.verify.dates import day_of
from consentui.verify.json_values import (
    NotJsonError,
    NotThereError,
    elements_at,
    json_of,
    repaired,
    value_at,
)
from consentui.verify.names import is_inside
from consentui.verify.preferences import preferences_in

ANYWHERE = "**/"
MOST_TABLE_BYTES = 8 * 1024 * 1024
LONGEST_VALUE = 200
"""The most characters kept of a value; a setting is a word or two."""


class Silence(StrEnum):
    """Why a download does not give a value."""

    NO_FILE = "no-file"
    """The file is missing: it was not selected when the download was requested, or is in another part of it."""
    NOTHING_LISTED = "nothing-listed"
    """The file exists but lists nothing."""
    NOT_SET = "not-set"
    """The file contains only what was changed, and this was not."""
    OTHER_SHAPE = "other-shape"
    """The file exists but does not have a known structure."""
    OTHER_LANGUAGE = "other-language"
    """The names of the files are in a language that is not known."""
    HTML = "html"
    """The download was requested for reading, as HTML pages or texts, instead of JSON."""
    TOO_LARGE = "too-large"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    CONTRADICTORY = "contradictory"
    """Two copies of the file differ."""


class Reading(Struct, frozen=True):
    """A value found in a download."""

    value: str
    """The value as written in the file, on one line and shortened."""
    member: str
    """The name of the file in the download."""
    field: str
    """The place in the file."""
    part: str
    """The path on this machine of the archive or folder that contains the file."""
    on: date | None = None
    """The date given for the value itself; None if there is none."""


Result = Reading | Silence


def read(reader: Reader, archive: Archive, roots: Collection[str]) -> Result:
    """The value that a reader finds under these roots of a download, or why there is none."""
    if isinstance(reader, Folder):
        return _folder(reader, archive, roots)
    members = list(_members(archive, reader.file, roots))
    if not members:
        return Silence.HTML if _is_html(archive, reader.file, roots) else Silence.NO_FILE
    return _agreed(_read_member(reader, member) for member in members)


def _members(archive: Archive, names: Names, roots: Collection[str]) -> Iterator[Member]:
    for name in names.all:
        for member, root in archive.named(name.removeprefix(ANYWHERE)):
            if root in roots or (name.startswith(ANYWHERE) and any(is_inside(root, one) for one in roots)):
                yield member


def _is_html(archive: Archive, names: Names, roots: Collection[str]) -> bool:
    """Whether the download has an HTML page in place of the JSON file: it was requested in the wrong format."""
    pages = (f"{name.removesuffix('.json')}.html" for name in names.all if name.endswith(".json"))
    return any(_members(archive, Names(any=tuple(pages)), roots))


def _agreed(results: Iterable[Result]) -> Result:
    """The value that all readable copies of a file agree on; if no copy is readable, why the first is not."""
    found = list(results)
    readings = [one for one in found if isinstance(one, Reading)]
    if len({(one.value, one.on) for one in readings}) > 1:
        return Silence.CONTRADICTORY
    return readings[0] if readings else found[0]


def _read_member(reader: Value | CsvCell | Count | Latest | Preference, member: Member) -> Result:
    try:
        match reader:
            case Value():
                return _value(reader, member)
            case CsvCell():
                return _cell(reader, member)
            case Count():
                return _count(reader, member)
            case Latest():
                return _latest(reader, member)
            case Preference():
                return _preference(reader, member)
    except UnreadableError as error:
        return Silence(error.why)
    except (NotJsonError, NotThereError):
        return Silence.OTHER_SHAPE


def _value(reader: Value, member: Member) -> Result:
    content = json_of(content_of(member))
    path, value = _first(reader.at, partial(value_at, content))
    return _reading(member, path, value)


def _count(reader: Count, member: Member) -> Result:
    content = json_of(content_of(member))
    path, elements = _first(reader.at, partial(elements_at, content))
    return _reading(member, path, len(elements))


def _latest(reader: Latest, member: Member) -> Result:
    content = json_of(content_of(member))
    path, elements = _first(reader.at, partial(elements_at, content))
    if not elements:
        return Silence.NOTHING_LISTED
    dated = []
    for element in elements:
        _path, when = _first(reader.when, partial(value_at, element))
        day = day_of(when)
        if day is None:
            return Silence.OTHER_SHAPE
        dated.append((_moment(when), day, element))
    _when, day, newest = max(dated, key=lambda one: one[0])
    return _reading(member, (*path, *reader.what), value_at(newest, reader.what), day)


def _preference(reader: Preference, member: Member) -> Result:
    set_here = preferences_in(content_of(member, MOST_TABLE_BYTES))
    if not set_here:
        return Silence.OTHER_SHAPE
    value = set_here.get(reader.name)
    return Silence.NOT_SET if value is None else _reading(member, (reader.name,), value)


def _moment(when: Any) -> tuple[int | float, str]:
    """A sort key for the dates of one list, which all have the same format."""
    return (when, "") if isinstance(when, int | float) else (0, str(when))


def _cell(reader: CsvCell, member: Member) -> Result:
    content = content_of(member, MOST_TABLE_BYTES)
    try:
        table = csv.DictReader(StringIO(content.decode("utf-8-sig")))
        found = _row(table, reader.where)
    except (UnicodeDecodeError, csv.Error):
        return Silence.OTHER_SHAPE
    if found is None:
        return Silence.NOTHING_LISTED if table.fieldnames else Silence.OTHER_SHAPE
    value = _bare(found).get(reader.column.casefold())
    return Silence.OTHER_SHAPE if value is None else _reading(member, (*reader.where.values(), reader.column), value)


def _row(rows: Iterable[dict[str | Any, str | Any]], where: dict[str, str]) -> dict[str | Any, str | Any] | None:
    last = None
    for row in rows:
        here = _bare(row)
        if all((here.get(key.casefold()) or "").casefold() == value.casefold() for key, value in where.items()):
            last = row
            if where:
                break
    return last


def _bare(row: dict[str | Any, str | Any]) -> dict[str, str]:
    """The cells of a row by their headings in lower case, without surplus cells and missing ones."""
    return {
        key.strip().casefold(): value.strip()
        for key, value in row.items()
        if isinstance(key, str) and isinstance(value, str)
    }


def _folder(reader: Folder, archive: Archive, roots: Collection[str]) -> Result:
    for name in reader.folder.all:
        if any(root in roots for root in archive.roots_of_folder(name)):
            return _presence(archive, name, "present")
    for name in reader.beside.all:
        if any(root in roots for root in archive.roots_of_folder(name)):
            return _presence(archive, reader.folder.all[0], "absent")
    return Silence.NO_FILE


def _presence(archive: Archive, folder: str, value: str) -> Reading:
    return Reading(value, f"{folder}/", "", str(archive.parts[0]))


def _first(paths: Paths, take: Callable[[Path], Any]) -> tuple[Path, Any]:
    """The first of the paths that exists and what `take` returns for it; raises NotThereError if none exists."""
    for path in paths:
        try:
            return path, take(path)
        except NotThereError:
            continue
    raise NotThereError


def _reading(member: Member, path: Path, value: Any, on: date | None = None) -> Result:
    printed = _printed(value)
    if printed is None:
        return Silence.OTHER_SHAPE
    return Reading(printed, clean_line(member.name), " › ".join(path), str(member.part), on)


def _printed(value: Any) -> str | None:
    """A plain value as text, as the file writes it; None for a list or an object."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return shorten(clean_line(repaired(value)), LONGEST_VALUE)
        case int() | float():
            return str(value)
        case _:
            return None
