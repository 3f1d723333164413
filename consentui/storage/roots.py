"""The top folders of consentui, among those of the person's other programs."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Roots(NamedTuple):
    """The top folders of consentui, by the system's conventions."""

    data: Path
    config: Path
    state: Path
    cache: Path


def roots() -> Roots:
    """The top folders of consentui; none is created."""
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("consentui", appauthor=False)
    return Roots(dirs.user_data_path, dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path)
