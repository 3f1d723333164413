"""The environment of a program under test: a home of its own, no keyring, nothing of the real user's."""

from __future__ import annotations

import os
from pathlib import Path

_INHERITED = ("COVERAGE_PROCESS_CONFIG", "LD_PRELOAD", "PATH", "PYTHONPATH", "TZ")
_SHIFTED = "FAKETIME"
"""The prefix of the environment variables with which faketime shifts the clock."""


def isolated_environment(home: Path, lang: str = "en_GB.UTF-8") -> dict[str, str]:
    """The environment variables of a program whose folders all lie under `home`; missing folders are made."""
    folders = {
        "HOME": home,
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_RUNTIME_DIR": home / ".run",
        "XDG_STATE_HOME": home / ".local" / "state",
        "TMPDIR": home / ".tmp",
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        **{name: value for name, value in os.environ.items() if name in _INHERITED or name.startswith(_SHIFTED)},
        **{name: str(folder) for name, folder in folders.items()},
        "LANG": lang,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "TEXTUAL_ANIMATIONS": "none",
    }
