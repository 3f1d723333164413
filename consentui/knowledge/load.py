"""Reading one file of the knowledge base into its record."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from consentui import strict_toml
from consentui.errors import KnowledgeError
from consentui.i18n import _
from consentui.knowledge.records import Platform

Record = TypeVar("Record", bound=msgspec.Struct)


def read_text(path: Path) -> str:
    """The text of a knowledge file; raises KnowledgeError when it cannot be read."""
    return strict_toml.read_text(path, KnowledgeError)


def parse_record(text: str, record: type[Record], path: Path) -> Record:
    """The record that a knowledge file's text holds; raises KnowledgeError with file, line and key."""
    return strict_toml.parse(text, record, path, KnowledgeError)


def parse_platform(text: str, path: Path) -> Platform:
    """The platform that a file's text holds; raises KnowledgeError, also when its id is not the file's name."""
    platform = parse_record(text, Platform, path)
    if platform.id != path.stem:
        raise KnowledgeError(_("{path}: the id “{id}” is not the name of the file.").format(path=path, id=platform.id))
    return platform
