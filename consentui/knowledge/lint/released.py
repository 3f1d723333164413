"""What the last release held, kept in `data/released.toml` so that no id disappears and no count falls unnoticed.

Maintainers rewrite the file for each release (`consentui kb lint --release`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import msgspec

from consentui.knowledge.load import parse_record, read_text
from consentui.knowledge.records import Platform, Slug
from consentui.knowledge.stats import count

COUNTED = ("platforms", "controls", "sources", "events", "labels_fr")
"""The counts of `consentui kb stats` that are recorded."""
_HEAD = """\
# SPDX-License-Identifier: CC-BY-4.0
# What the last release held: no id may go without a tombstone, and no count may fall.
# Written by `consentui kb lint --release`.

"""


class Released(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/released.toml`."""

    version: str = ""
    counts: Mapping[str, int] = {}
    platforms: Mapping[Slug, tuple[Slug, ...]] = {}
    """By platform, the ids of its controls, including those with a tombstone."""
    made: date | None = None
    """The day of the release, which tells which of two knowledge bases is newer; None if not recorded."""


def released_file(data: Path) -> Path:
    """The path of the file that describes the last release."""
    return data / "released.toml"


def read_released(data: Path) -> Released:
    """What the last release held, nothing if there is no file; raises KnowledgeError for an invalid file."""
    path = released_file(data)
    return parse_record(read_text(path), Released, path) if path.exists() else Released()


def released_as(version: str, platforms: Iterable[Platform], made: date | None = None) -> Released:
    """The description of a release of these platforms."""
    platforms = tuple(sorted(platforms, key=lambda platform: platform.id))
    return Released(version, counts(platforms), {one.id: tuple(sorted(ids(one))) for one in platforms}, made)


def counts(platforms: Iterable[Platform]) -> dict[str, int]:
    """The counts that must not fall; a control with a tombstone was removed on purpose and still counts."""
    platforms = tuple(platforms)
    found = msgspec.structs.asdict(count(platforms))
    found["controls"] += sum(len(platform.tombstone) for platform in platforms)
    return {name: found[name] for name in COUNTED}


def ids(platform: Platform) -> set[str]:
    """The ids of a platform's controls, including removed ones."""
    return {control.id for control in platform.control} | {tombstone.id for tombstone in platform.tombstone}


def as_toml(released: Released) -> str:
    """The content of `data/released.toml`, with one line per platform."""
    lines = [f'version = "{released.version}"']
    lines += [f"made = {released.made.isoformat()}"] if released.made else []
    lines += ["", "[counts]"]
    lines += [f"{name} = {number}" for name, number in released.counts.items()]
    lines += ["", "[platforms]"]
    lines += [f"{name} = {json.dumps(control_ids)}" for name, control_ids in released.platforms.items()]
    return _HEAD + "\n".join(lines) + "\n"
