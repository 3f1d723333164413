"""Reading a single file of the knowledge base into its record."""

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
    """The text of a knowledge file; raises KnowledgeError if it cannot be read."""
    return toml.read_text(path, KnowledgeError)


def parse_record(text: str, record: type[Record], path: Path) -> Record:
    """The record in the text of a knowledge file; raises KnowledgeError, naming file, line and key, if it does not fit.

    `path` is only named in errors.
    """
    return toml.parse(text, record, path, KnowledgeError)


def parse_platform(text: str, path: Path) -> Platform:
    """The platform in a file's text; raises KnowledgeError if it does not fit, or its id is not the file's name."""
    return _platform(toml.parse_tree(text, path, KnowledgeError), text, path)


def parse_bundled_platform(text: str, path: Path) -> Platform:
    """As `parse_platform`, for a bundled file: its strings are not cleaned, as our tests ensure that they are inert."""
    return _platform(toml.parse_trusted_tree(text, path, KnowledgeError), text, path)


def _platform(tree: dict[str, Any], text: str, path: Path) -> Platform:
    for table in _dated_tables(tree):
        for key in PARTIAL_DATE_KEYS.intersection(table):
            if isinstance(day := table[key], date):
                table[key] = day.isoformat()
    platform = toml.fit(tree, text, Platform, path, KnowledgeError)
    if platform.id != path.stem:
        raise KnowledgeError(_("{path}: the id “{id}” does not match the file name.").format(path=path, id=platform.id))
    return platform


def _dated_tables(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The tables of a platform that may hold partial dates.

    Visiting only these, instead of the whole tree, keeps a cold start nearly as fast as the parsing alone.
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
