"""Running the rules over platform files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from consentui.knowledge.lint.finding import Finding, Subject
from consentui.knowledge.lint.rules import RULES
from consentui.knowledge.load import parse_platform, read_text
from consentui.knowledge.records import Platform
from consentui.toml_lines import line_of


def lint(paths: Iterable[Path], known: Iterable[Platform], today: date) -> tuple[Finding, ...]:
    """What the rules find in these files, which may refer to each other and to the known platforms.

    Raises KnowledgeError for a file that cannot be read as a platform at all.
    """
    read = {path: read_text(path) for path in paths}
    platforms = {path: parse_platform(text, path) for path, text in read.items()}
    others = {platform.id: platform for platform in (*known, *platforms.values())}
    return tuple(
        finding
        for path, platform in platforms.items()
        for finding in _findings(Subject(platform, others, today), path, read[path])
    )


def _findings(subject: Subject, path: Path, text: str) -> Iterator[Finding]:
    for rule, severity in RULES:
        for fault in rule(subject):
            name = rule.__name__.replace("_", "-")
            yield Finding(name, severity, str(path), line_of(text, fault.place), fault.message, fault.fix)
