"""The readers that the knowledge base names, each a function: from a download to what stands there, or why nothing."""

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
"""In characters; a setting is a word or two."""


class Silence(StrEnum):
    """Why a download does not say a thing."""

    NO_FILE = "no-file"
    """The file is not in it: the box was not ticked when it was asked for, or this is a part of it."""
    NOTHING_LISTED = "nothing-listed"
    """The file is there, and lists nothing."""
    NOT_SET = "not-set"
    """The file has what was changed alone, and this is not in it."""
    OTHER_SHAPE = "other-shape"
    """The file is there, and is not as any that is known."""
    OTHER_LANGUAGE = "other-language"
    HTML = "html"
    TOO_LARGE = "too-large"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    CONTRADICTORY = "contradictory"
    """Two copies of the file differ."""


class Reading(Struct, frozen=True):
    """What stands somewhere in a download."""

    value: str
    """As it is printed there."""
    member: str
    """The file, as it is called in the download."""
    field: str
    """Where in the file."""
    part: str
    """The archive, or the folder, that holds the file: its path on this machine."""
    on: date | None = None
    """The day that the value itself bears."""


Result = Reading | Silence


def read(reader: Reader, archive: Archive, roots: Collection[str]) -> Result:
    """What the reader finds under these roots of a download."""
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
    """Whether the platform was asked for pages to look at, where it could have sent data."""
    pages = (f"{name.removesuffix('.json')}.html" for name in names.all if name.endswith(".json"))
    return any(_members(archive, Names(any=tuple(pages)), roots))


def _agreed(results: Iterable[Result]) -> Result:
    """The one thing that all copies of a file say; what cannot be read counts where nothing can."""
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
    """What puts the dates of one list in order: they are written in one way."""
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
    """The cells by their headings; a row may have more of them than there are headings, or fewer."""
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
    """What is at the first of the paths that is there; raises NotThereError where none is."""
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
    """A plain value as the file prints it; a list or a table is none."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return shorten(clean_line(repaired(value)), LONGEST_VALUE)
        case int() | float():
            return str(value)
        case _:
            return None
