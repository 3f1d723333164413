"""Which files are checked, and which record each of them is read as."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from consentui.knowledge.answer_signs import AnswerSigns
from consentui.knowledge.authorities import Authorities
from consentui.knowledge.base import Packs
from consentui.knowledge.crawlers import Crawlers
from consentui.knowledge.law import Law
from consentui.knowledge.lint.released import Released
from consentui.knowledge.load import parse_platform, parse_record
from consentui.knowledge.records import Controllers
from consentui.knowledge.records.search_words import SearchWords

SHARED: dict[str, type[Struct]] = {
    "answers": AnswerSigns,
    "authorities": Authorities,
    "controllers": Controllers,
    "crawlers": Crawlers,
    "law": Law,
    "packs": Packs,
    "released": Released,
    "search": SearchWords,
}
"""The bundled files that are not platforms, by name, with their records."""


def files_in(path: Path, data: Path) -> list[Path]:
    """The files to check at a path: the file itself, the TOML files below a folder, or the knowledge base in `data`."""
    if path.resolve() == data.resolve():
        shared = (path / f"{name}.toml" for name in SHARED)
        return [*sorted((path / "platforms").glob("*.toml")), *filter(Path.exists, shared)]
    return sorted(path.rglob("*.toml")) if path.is_dir() else [path]


def bundled_name(path: Path, data: Path) -> str:
    """The name of a file in `data`, such as `platforms/x` or `packs`; empty for a file elsewhere."""
    path, data = path.resolve(), data.resolve()
    return path.relative_to(data).with_suffix("").as_posix() if path.is_relative_to(data) else ""


def record_in(text: str, path: Path, name: str) -> Struct:
    """The record in a file's text; raises KnowledgeError if it does not fit the record that `name` stands for."""
    return parse_record(text, SHARED[name], path) if name in SHARED else parse_platform(text, path)
