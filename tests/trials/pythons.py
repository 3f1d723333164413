"""The supported Pythons on this machine. Run as a script: print the path of the oldest, and which are missing."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

NAMED = ("3.11", "3.12", "3.13", "3.14")


def pythons() -> dict[str, Path]:
    """The path of each supported Python on this machine, the oldest first."""
    found = {version: _python(version) for version in NAMED}
    return {version: path for version, path in found.items() if path}


def _python(version: str) -> Path | None:
    """The newest in the folders of pyenv, else one on the PATH outside pyenv, which has only shims there."""
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    kept = sorted(root.glob(f"versions/{version}.*/bin/python{version}"), key=_patch)
    on_path = shutil.which(f"python{version}", path=_without(root))
    return kept[-1] if kept else Path(on_path) if on_path else None


def _patch(python: Path) -> int:
    return int(re.sub(r".*\.", "", python.parts[-3]))


def _without(root: Path) -> str:
    folders = os.environ["PATH"].split(os.pathsep)
    return os.pathsep.join(folder for folder in folders if not Path(folder).is_relative_to(root))


if __name__ == "__main__":
    here = pythons()
    print(next(iter(here.values()), ""))
    print(
        f"Python {', '.join(here)}; not on this machine: {', '.join(set(NAMED) - here.keys()) or 'none'}",
        file=sys.stderr,
    )
