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
    if sys.platform == "linux" and os.path.isabs(os.environ.get("HOME", "")):
        return _xdg()
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_NAME, appauthor=False)
    return Roots(dirs.user_data_path, dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path)


def _xdg() -> Roots:
    """What platformdirs says on Linux (a test holds it to that): to be asked, it would load 25 modules at every start."""
    usual = {"DATA": ".local/share", "CONFIG": ".config", "STATE": ".local/state", "CACHE": ".cache"}
    asked = {name: os.environ.get(f"XDG_{name}_HOME", "") for name in usual}
    home = os.environ["HOME"]
    return Roots(
        *(Path(asked[name] if os.path.isabs(asked[name]) else f"{home}/{usual[name]}", _NAME) for name in usual)
    )
