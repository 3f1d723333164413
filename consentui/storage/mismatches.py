"""All the places where a tree of plain values does not fit a record, described in the current language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache, reduce
from itertools import islice
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import FieldInfo, fields

from consentui.i18n import _
from consentui.nearest import nearest
from consentui.storage.form import FORM

MOST = 20
"""The most mistakes reported for one file."""
_PLACE = re.compile(r" - at `([^`]*)`$")
_UNKNOWN_KEY = re.compile(r"Object contains unknown field `([^`]*)`")
_MISSING_KEY = re.compile(r"Object missing required field `([^`]*)`")
_OTHER_KIND = re.compile(r"Expected `([^`]*)`, got `([^`]*)`")
_OTHER_PATTERN = re.compile(r"Expected `str` matching regex '(.*)'", re.DOTALL)
_OTHER_SIZE = re.compile(r"Expected `\w+`(?: of length)? ([<>])=? (-?\d+)")
_NO_CHOICE = re.compile(r"Invalid (?:enum )?value (.*)", re.DOTALL)
_NO_DAY = re.compile(r"Invalid .*date")


class Mismatch(Struct, frozen=True):
    """A value that does not fit, with its place."""

    place: str
    """The path from the top of the tree: `$.control[2].route[0].surface`."""
    said: str
    """What is wrong, worded to stand in the middle of a sentence."""
    way_out: str = ""


def mismatches(tree: Any, record: type[Struct]) -> tuple[Mismatch, ...]:
    """The values that do not fit the record, in the order of its fields; if all fit, what fails in it as a whole.

    At most `MOST` are returned: a file may have a million mistakes, and nobody reads that far.
    """
    return tuple(islice(_of(tree, record, "$"), MOST))


def _of(value: Any, kind: Any, place: str) -> Iterator[Mismatch]:
    kinds = _kinds(kind)
    record = kinds[0] if len(kinds) == 1 and isinstance(kinds[0], type) and issubclass(kinds[0], Struct) else None
    item = next((get_args(one)[0] for one in kinds if get_origin(one) in {tuple, list}), None)
    named = next((get_args(one)[1] for one in kinds if get_origin(one) is dict), None)
    if record and isinstance(value, dict):
        yield from _of_record(value, record, place)
    elif item and isinstance(value, list):
        for number, one in enumerate(value):
            yield from _of(one, item, f"{place}[{number}]")
    elif named and isinstance(value, dict):
        for name, one in value.items():
            yield from _of(one, named, f"{place}.{name}")
    else:
        yield from _of_whole(value, kind, place)


def _of_record(table: dict[str, Any], record: type[Struct], place: str) -> Iterator[Mismatch]:
    known = {field.encode_name: field for field in fields(record)}
    strange = _strange_keys(table, record)
    is_well = not strange
    for key in strange:
        yield _unknown(key, tuple(known), place)
    meant = {nearest(key, known) for key in strange}
    for name, field in known.items():
        if name in meant and name not in table:
            continue
        for one in _of_field(table, name, field, place):
            is_well = False
            yield one
    if is_well:
        yield from _of_whole(table, record, place)


def _of_field(table: dict[str, Any], name: str, field: FieldInfo, place: str) -> Iterator[Mismatch]:
    if name in table:
        yield from _of(table[name], field.type, f"{place}.{name}")
    elif field.required:
        yield Mismatch(place, _missing(name))


def _strange_keys(table: dict[str, Any], record: type[Struct]) -> list[str]:
    config = record.__struct_config__
    known = {field.encode_name for field in fields(record)} | ({config.tag_field} if config.tag else set())
    return [key for key in table if key not in known] if config.forbid_unknown_fields else []


def _of_whole(value: Any, kind: Any, place: str) -> Iterator[Mismatch]:
    """The first mismatch that msgspec finds; if it finds none, every text that is not of the form in `form.FORM`."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        message = str(error)
        inner = found[1].removeprefix("$") if (found := _PLACE.search(message)) else ""
        said = _PLACE.sub("", message)
        if unknown := _UNKNOWN_KEY.fullmatch(said):
            yield _unknown(unknown[1], () if inner else _keys(kind), place + inner)
        else:
            choices = () if inner else _choices(kind)
            yield Mismatch(place + inner, _words(said, value if not inner else None), _way_out(value, choices))
        return
    yield from _of_forms(value, kind, place)


def _of_forms(value: Any, kind: Any, place: str) -> Iterator[Mismatch]:
    """The texts that do not match the pattern that their type names under `form.FORM`."""
    if isinstance(value, dict):
        records = [one for one in _kinds(kind) if isinstance(one, type) and issubclass(one, Struct)]
        meant = (one for one in records if one.__struct_config__.tag == value.get(one.__struct_config__.tag_field))
        for field in fields(next(meant, Struct)):
            if field.encode_name in value:
                yield from _of_forms(value[field.encode_name], field.type, f"{place}.{field.encode_name}")
    elif isinstance(value, str):
        forms = (form for form in _forms(kind) if not re.search(form, value))
        yield from (Mismatch(place, _not_of_form(value, form)) for form in forms)


@lru_cache(maxsize=256)
def _forms(kind: Any) -> tuple[str, ...]:
    named = (one.extra[FORM] for one in get_args(kind) if isinstance(one, Meta) and one.extra and FORM in one.extra)
    return (*named, *(form for part in get_args(kind) if get_origin(part) is Annotated for form in _forms(part)))


@lru_cache(maxsize=1024)
def _kinds(kind: Any) -> tuple[Any, ...]:
    """The types that an annotation allows, without None and without the constraints of `Annotated`."""
    if get_origin(kind) is Annotated:
        return _kinds(get_args(kind)[0])
    if get_origin(kind) in {Union, UnionType}:
        return tuple(one for part in get_args(kind) if part is not NoneType for one in _kinds(part))
    return (kind,)


@lru_cache(maxsize=256)
def _keys(kind: Any) -> tuple[str, ...]:
    records = (one for one in _kinds(kind) if isinstance(one, type) and issubclass(one, Struct))
    return tuple(dict.fromkeys(field.encode_name for record in records for field in fields(record)))


def _choices(kind: Any) -> tuple[str, ...]:
    """The words that a Literal or an Enum allows; empty for other types."""
    found: list[str] = []
    for one in _kinds(kind):
        if get_origin(one) is Literal:
            found += map(str, get_args(one))
        elif isinstance(one, type) and issubclass(one, Enum):
            found += [str(member.value) for member in one]
    return tuple(found)


def _way_out(value: Any, choices: Sequence[str]) -> str:
    if not choices:
        return ""
    near = nearest(value, choices) if isinstance(value, str) else None
    return _("Did you mean “{near}”?").format(near=near) if near else _one_of(choices)


def _one_of(choices: Sequence[str]) -> str:
    return _("Use one of: {choices}.").format(choices=", ".join(choices))


def _missing(key: str) -> str:
    return _("the key “{key}” is missing").format(key=key)


def _unknown(key: str, known: Sequence[str], place: str) -> Mismatch:
    way_out = _("Known keys: {keys}.").format(keys=", ".join(known)) if known else ""
    if near := nearest(key, known):
        way_out = _("Did you mean “{near}”?").format(near=near)
    return Mismatch(f"{place}.{key}", _("the key “{key}” is not known").format(key=key), way_out)


def _words(message: str, value: Any) -> str:
    """The message of msgspec in the current language; a record's own complaint is returned unchanged."""
    if missing := _MISSING_KEY.fullmatch(message):
        return _missing(missing[1])
    if other := _OTHER_KIND.fullmatch(message):
        return _("{expected} is expected here, not {given}").format(
            expected=_kind_names(other[1]), given=_kind_names(other[2])
        )
    if pattern := _OTHER_PATTERN.fullmatch(message):
        return _not_of_form(value or "", pattern[1])
    if size := _OTHER_SIZE.fullmatch(message):
        return _size(size[1], size[2])
    if _NO_DAY.match(message):
        return _("a date such as 2026-01-31 is expected here")
    if choice := _NO_CHOICE.fullmatch(message):
        return _("“{value}” is not allowed here").format(value=choice[1].strip("'"))
    return message


def _not_of_form(value: Any, pattern: str) -> str:
    return _("“{value}” does not match {pattern}").format(value=value, pattern=pattern)


def _size(sign: str, number: str) -> str:
    if sign == ">":
        return _("this is too small or too short: at least {number}").format(number=number)
    return _("this is too big or too long: at most {number}").format(number=number)


def _kind_names(kinds: str) -> str:
    names = {
        "str": _("text"),
        "int": _("a whole number"),
        "float": _("a number"),
        "bool": _("true or false"),
        "array": _("a list"),
        "object": _("a table"),
        "date": _("a date"),
        "time": _("a time"),
        "datetime": _("a date and time"),
    }
    words = [names.get(kind, kind) for kind in kinds.split(" | ") if kind != "null"]
    return reduce(lambda one, other: _("{one} or {other}").format(one=one, other=other), words)
