"""Where programs keep their own: the folders of consentui among those of the person's other programs."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Roots(NamedTuple):
    """Our folders, by the platform's own conventions."""

    data: Path
    config: Path
    state: Path
    cache: Path


def roots() -> Roots:
    """Our folders; nothing is created."""
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("consentui", appauthor=False)
    return Roots(dirs.user_data_path, dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path)
