"""What the last release held, kept in `data/released.toml`: ids never go, and counts never fall silently.

Maintainers write the file anew with each release (`consentui kb lint --release`).
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
"""The counts of `consentui kb stats` that are kept."""
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
    """For each platform, the ids of its controls, those with a tombstone included."""
    made: date | None = None
    """The day of the release: it tells which of two knowledge bases is newer."""


def released_file(data: Path) -> Path:
    """Where the last release is described."""
    return data / "released.toml"


def read_released(data: Path) -> Released:
    """What the last release held, nothing where no file says so; raises KnowledgeError for a spoilt one."""
    path = released_file(data)
    return parse_record(read_text(path), Released, path) if path.exists() else Released()


def released_as(version: str, platforms: Iterable[Platform], made: date | None = None) -> Released:
    """What a release of these platforms holds."""
    platforms = tuple(sorted(platforms, key=lambda platform: platform.id))
    return Released(version, counts(platforms), {one.id: tuple(sorted(ids(one))) for one in platforms}, made)


def counts(platforms: Iterable[Platform]) -> dict[str, int]:
    """The counts that must not fall; a control that left a tombstone was taken out on purpose and still counts."""
    platforms = tuple(platforms)
    found = msgspec.structs.asdict(count(platforms))
    found["controls"] += sum(len(platform.tombstone) for platform in platforms)
    return {name: found[name] for name in COUNTED}


def ids(platform: Platform) -> set[str]:
    """The ids of a platform's controls, past ones included."""
    return {control.id for control in platform.control} | {tombstone.id for tombstone in platform.tombstone}


def as_toml(released: Released) -> str:
    """The text of `data/released.toml`: one line a platform."""
    lines = [f'version = "{released.version}"']
    lines += [f"made = {released.made.isoformat()}"] if released.made else []
    lines += ["", "[counts]"]
    lines += [f"{name} = {number}" for name, number in released.counts.items()]
    lines += ["", "[platforms]"]
    lines += [f"{name} = {json.dumps(control_ids)}" for name, control_ids in released.platforms.items()]
    return _HEAD + "\n".join(lines) + "\n"
