"""Where programs keep their own: the folders of consentui among those of the person's other programs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

_NAME = "consentui"


class Roots(NamedTuple):
    """Our folders, by the platform's own conventions."""

    data: Path
    config: Path
    state: Path
    cache: Path


def roots() -> Roots:
    """Our folders; nothing is created."""
    if sys.platform == "linux" and os.environ.get("HOME", "").startswith("/"):
        return Roots(
            _xdg("XDG_DATA_HOME", ".local/share"),
            _xdg("XDG_CONFIG_HOME", ".config"),
            _xdg("XDG_STATE_HOME", ".local/state"),
            _xdg("XDG_CACHE_HOME", ".cache"),
        )
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_NAME, appauthor=False)
    return Roots(dirs.user_data_path, dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path)


def _xdg(asked: str, usual: str) -> Path:
    """What platformdirs says on Linux (a test holds it to that): to be asked, it loads 25 modules at every start."""
    place = os.environ.get(asked, "")
    return Path(place if place.startswith("/") else os.environ["HOME"] + f"/{usual}", _NAME)
