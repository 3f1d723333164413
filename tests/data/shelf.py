"""The files of `data/` as the tests of its contents see them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from consentui.bundled import data_folder
from consentui.knowledge.base import Packs
from consentui.knowledge.lint.files import bundled_name, files_in, record_in
from consentui.knowledge.lint.finding import LintContext, subject_of
from consentui.knowledge.lint.rules_dates import days
from consentui.knowledge.load import parse_platform, parse_record, read_text
from consentui.knowledge.partial_dates import first_day
from consentui.knowledge.records import Control, Controllers, Platform, Text
from tests.builders import TODAY

FILES = sorted((data_folder() / "platforms").glob("*.toml"))
PLATFORMS = {path.stem: parse_platform(read_text(path), path) for path in FILES}


def _last_day() -> date:
    data = data_folder()
    records = (record_in(read_text(path), path, bundled_name(path, data)) for path in files_in(data, data))
    return max(first_day(day) for record in records for _place, day in days(subject_of(record, LintContext(), TODAY)))


LAST_CHECK = _last_day()
"""The latest day on which the bundled facts say that something happened, usually a check."""


def controllers() -> Controllers:
    path = data_folder() / "controllers.toml"
    return parse_record(read_text(path), Controllers, path)


def packs() -> Packs:
    path = data_folder() / "packs.toml"
    return parse_record(read_text(path), Packs, path)


def control(ref: str) -> Control:
    """The control of a `platform/control` reference."""
    platform, _slash, name = ref.partition("/")
    (found,) = (one for one in PLATFORMS[platform].control if one.id == name)
    return found


def urls(control: Control, surface: str) -> list[str | None]:
    """The addresses of a control's routes on a surface, None for a route without one."""
    return [route.url for route in control.route if route.surface == surface]


def texts(record: Platform | Controllers | Packs) -> Iterator[tuple[str, Text]]:
    """Every translated text of a record, with its place."""
    yield from subject_of(record, LintContext(), TODAY).each(Text)


def paths() -> list[Path]:
    """Every TOML file of `data/`."""
    return sorted(data_folder().rglob("*.toml"))
