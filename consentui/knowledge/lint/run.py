"""Running the rules on files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from consentui.knowledge.authorities import Authorities
from consentui.knowledge.lint.files import bundled_name, record_in
from consentui.knowledge.lint.finding import LintContext, LintFinding, Subject, subject_of
from consentui.knowledge.lint.in_step import read_in_step
from consentui.knowledge.lint.released import read_released
from consentui.knowledge.lint.rules import RULES, name_of
from consentui.knowledge.load import parse_record, read_text
from consentui.knowledge.records import Controllers, Platform
from consentui.storage.toml_lines import line_of


def known_from(data: Path, platforms: Iterable[Platform]) -> LintContext:
    """What files may refer to: these platforms, and the companies, authorities and records of releases in `data`.

    Raises KnowledgeError for a file of `data` that cannot be read.
    """
    companies, authorities = data / "controllers.toml", data / "authorities.toml"
    return LintContext(
        platforms={platform.id: platform for platform in platforms},
        controllers=frozenset(one.id for one in parse_record(read_text(companies), Controllers, companies).controller),
        authorities=frozenset(
            one.code for one in parse_record(read_text(authorities), Authorities, authorities).authority
        ),
        released=read_released(data),
        in_step=read_in_step(data),
    )


def lint(paths: Iterable[Path], known: LintContext, today: date, data: Path) -> tuple[LintFinding, ...]:
    """What the rules find in these files, which may refer to each other and to what is known.

    The rules for bundled files apply only to files in the folder `data`.
    Raises KnowledgeError for a file that cannot be read or does not fit its record.
    """
    names = {path: bundled_name(path, data) for path in paths}
    texts = {path: read_text(path) for path in names}
    records = {path: record_in(text, path, names[path]) for path, text in texts.items()}
    here = replace(known, platforms={**known.platforms, **_platforms(records.values())})
    return tuple(
        finding
        for path, record in records.items()
        for finding in _findings(subject_of(record, here, today, names[path]), path, texts[path])
    )


def _platforms(records: Iterable[Struct]) -> dict[str, Platform]:
    return {record.id: record for record in records if isinstance(record, Platform)}


def _findings(subject: Subject, path: Path, text: str) -> Iterator[LintFinding]:
    for rule, severity in RULES:
        for fault in rule(subject):
            yield LintFinding(name_of(rule), severity, str(path), line_of(text, fault.place), fault.message, fault.fix)
