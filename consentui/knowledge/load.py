"""Reading one file of the knowledge base into its record."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from consentui import strict_toml
from consentui.errors import KnowledgeError

Record = TypeVar("Record", bound=msgspec.Struct)


def read_text(path: Path) -> str:
    """The text of a knowledge file; raises KnowledgeError when it cannot be read."""
    return strict_toml.read_text(path, KnowledgeError)


def parse_record(text: str, record: type[Record], path: Path) -> Record:
    """The record that a knowledge file's text holds; raises KnowledgeError with file, line and key."""
    return strict_toml.parse(text, record, path, KnowledgeError)
