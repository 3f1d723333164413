"""What a rule is given to check, and what it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, TypeVar, cast

import msgspec
from msgspec import Struct

from consentui.knowledge.lint.released import Released
from consentui.knowledge.records import Platform, Text

Severity = Literal["error", "warning"]
Part = TypeVar("Part")


class LintContext(Struct, frozen=True):
    """What a file may refer to, and what was released and accepted before."""

    platforms: Mapping[str, Platform] = {}
    controllers: frozenset[str] = frozenset()
    """The ids of the companies."""
    authorities: frozenset[str] = frozenset()
    """The codes of the authorities."""
    released: Released = Released()
    in_step: Mapping[str, frozenset[str]] = {}
    """By bundled file, the fingerprints of its texts when English and French were last accepted together."""


class Subject(Struct, frozen=True):
    """One file to check, taken apart, with what it may refer to; made by `subject_of`."""

    parts: Mapping[type, Sequence[tuple[str, Any]]]
    known: LintContext
    today: date
    bundled_as: str = ""
    """The name of a bundled file, such as `platforms/x` or `packs`; empty for a file of the person's own."""

    def each(self, kind: type[Part]) -> Sequence[tuple[str, Part]]:
        """Every part of a type (`Control`, `Source`, `Text`, `str`), with its place, such as `$.control[2]`."""
        return cast("Sequence[tuple[str, Part]]", self.parts.get(kind, ()))


class Fault(Struct, frozen=True):
    """Something wrong at a place such as `$.control[2].title.fr`, and how to fix it."""

    place: str
    message: str
    fix: str = ""


Rule = Callable[[Subject], Iterable[Fault]]


class LintFinding(Struct, frozen=True):
    """A fault, with the rule that found it and its file and line."""

    rule: str
    severity: Severity
    path: str
    line: int
    message: str
    fix: str


def subject_of(record: Struct, known: LintContext, today: date, bundled_as: str = "") -> Subject:
    """The record of a file, taken apart for the rules."""
    parts: dict[type, list[tuple[str, Any]]] = {}
    _take_apart(record, "$", parts)
    return Subject(parts, known, today, bundled_as)


def texts_of(record: Struct) -> list[Text]:
    """Every `Text` in a record."""
    parts: dict[type, list[tuple[str, Any]]] = {}
    _take_apart(record, "$", parts)
    return [text for _place, text in parts.get(Text, ())]


def _take_apart(value: Any, place: str, parts: dict[type, list[tuple[str, Any]]]) -> None:
    parts.setdefault(type(value), []).append((place, value))
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            _take_apart(getattr(value, field), f"{place}.{field}", parts)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _take_apart(item, f"{place}[{number}]", parts)
