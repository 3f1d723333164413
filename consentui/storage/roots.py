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
    home = Path.home()
    if sys.platform == "linux" and home.is_absolute() and home != home.parent:
        return Roots(
            _xdg("XDG_DATA_HOME", home / ".local" / "share"),
            _xdg("XDG_CONFIG_HOME", home / ".config"),
            _xdg("XDG_STATE_HOME", home / ".local" / "state"),
            _xdg("XDG_CACHE_HOME", home / ".cache"),
        )
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_NAME, appauthor=False)
    return Roots(dirs.user_data_path, dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path)


def _xdg(asked: str, usual: Path) -> Path:
    """What platformdirs says on Linux (a test holds it to that): to be asked, it loads 25 modules at every start."""
    place = os.environ.get(asked, "")
    return (Path(place) if place.startswith("/") else usual) / _NAME
