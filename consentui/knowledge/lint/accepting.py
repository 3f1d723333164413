"""Writing what maintainers accept: which English and French texts say the same, and what the last release holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from consentui.errors import KnowledgeError, StorageError
from consentui.i18n import _
from consentui.knowledge.lint import in_step, released
from consentui.knowledge.lint.files import bundled_name, files_in, record_in
from consentui.knowledge.lint.finding import texts_of
from consentui.knowledge.lint.rules import name_of
from consentui.knowledge.lint.rules_ids import counts_never_fall
from consentui.knowledge.lint.run import known_from, lint
from consentui.knowledge.load import parse_platform, read_text
from consentui.storage.reasons import system_reason


def accept_texts(data: Path) -> None:
    """Record that English and French say the same in every text of `data`, as the files are now.

    Raises KnowledgeError for a file that cannot be read, and StorageError if the result cannot be written.
    """
    names = {path: bundled_name(path, data) for path in files_in(data, data)}
    texts = {name: texts_of(record_in(read_text(path), path, name)) for path, name in names.items()}
    _write(in_step.in_step_file(data), in_step.as_toml({name: found for name, found in texts.items() if found}))


def write_release(data: Path, version: str, today: date) -> None:
    """Record what `data` holds now as the last release.

    This is also how a count that has fallen since the previous release is accepted. Raises KnowledgeError, and writes
    nothing, if any other rule reports an error; raises StorageError if the result cannot be written.
    """
    platforms = [parse_platform(read_text(path), path) for path in sorted((data / "platforms").glob("*.toml"))]
    findings = lint(files_in(data, data), known_from(data, platforms), today, data)
    if any(one.severity == "error" and one.rule != name_of(counts_never_fall) for one in findings):
        raise KnowledgeError(
            _("A release cannot be recorded while a rule is broken."), way_out=_("“consentui kb lint” lists them.")
        )
    _write(released.released_file(data), released.as_toml(released.released_as(version, platforms, today)))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as cause:
        raise StorageError(_("This could not be saved."), f"{path}: {system_reason(cause)}") from cause
