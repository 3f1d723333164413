"""Made-up knowledge bases on disk."""

from __future__ import annotations

from pathlib import Path

import msgspec
import tomli_w

from consentui.knowledge.records import Platform


def as_toml(platform: Platform) -> str:
    """The platform as a contributor would write it in a file."""
    return tomli_w.dumps(msgspec.to_builtins(platform))


def a_base(folder: Path, *platforms: Platform) -> Path:
    """Make a folder like `data/` with a file for each platform."""
    (folder / "platforms").mkdir(parents=True, exist_ok=True)
    for platform in platforms:
        (folder / "platforms" / f"{platform.id}.toml").write_text(as_toml(platform), encoding="utf-8")
    return folder
