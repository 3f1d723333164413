"""Reading one file of the knowledge base into its record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from consentui.errors import KnowledgeError
from consentui.i18n import _
from consentui.knowledge.records import PARTIAL_DATE_KEYS, Platform
from consentui.storage import toml

Record = TypeVar("Record", bound=msgspec.Struct)


def read_text(path: Path) -> str:
    """The text of a knowledge file; raises KnowledgeError when it cannot be read."""
    return toml.read_text(path, KnowledgeError)


def parse_record(text: str, record: type[Record], path: Path) -> Record:
    """The record that a knowledge file's text holds; raises KnowledgeError with file, line and key."""
    return toml.parse(text, record, path, KnowledgeError)


def parse_platform(text: str, path: Path) -> Platform:
    """The platform that a file's text holds; raises KnowledgeError, also when its id is not the file's name."""
    return _platform(toml.parse_tree(text, path, KnowledgeError), text, path)


def parse_bundled_platform(text: str, path: Path) -> Platform:
    """As `parse_platform`, of a file that comes with the program: our own tests see to it that it is inert."""
    return _platform(toml.parse_trusted_tree(text, path, KnowledgeError), text, path)


def _platform(tree: dict[str, Any], text: str, path: Path) -> Platform:
    for table in _dated_tables(tree):
        for key in PARTIAL_DATE_KEYS.intersection(table):
            if isinstance(day := table[key], date):
                table[key] = day.isoformat()
    platform = toml.fit(tree, text, Platform, path, KnowledgeError)
    if platform.id != path.stem:
        raise KnowledgeError(_("{path}: the id “{id}” is not the name of the file.").format(path=path, id=platform.id))
    return platform


def _dated_tables(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The tables of a platform in which a day may stand where a month alone may stand too.

    Looking in these alone is what makes a cold start hardly dearer than the parsing.
    """
    yield from _tables(tree, "event")
    for sourced in (*_tables(tree, "download"), *_tables(tree, "statement")):
        yield from _tables(sourced, "source")
    for control in _tables(tree, "control"):
        yield control
        for name in ("source", "route", "former_label"):
            yield from _tables(control, name)
        for sourced in (*_tables(control, "testimony"), *_tables(control, "public")):
            yield from _tables(sourced, "source")


def _tables(table: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    inner = table.get(name)
    if isinstance(inner, list):
        yield from (one for one in inner if isinstance(one, dict))
