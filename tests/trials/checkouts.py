"""A fresh checkout in a folder of its own, with a chosen Python, pip and package index."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from maintenance.install import CHECKOUT
from tests.journeys.environment import isolated_environment

SYSTEM = "/usr/bin:/bin"


class Checkout(NamedTuple):
    """The folder of a checkout, and the environment in which its commands run."""

    folder: Path
    environment: dict[str, str]

    def run(self, commands: str, **more: str) -> str:
        """Run shell commands there and return their stdout; AssertionError with their output if they fail."""
        done = subprocess.run(
            ["/bin/sh", "-c", commands],
            cwd=self.folder,
            env=self.environment | more,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
        return done.stdout


def fresh_checkout(place: Path, python: Path, index: Path, pip: Path | None = None) -> Checkout:
    """Copy the files that git knows, with an empty home; without `pip`, the pip bundled with the Python installs."""
    folder = place / "checkout"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 -- any git
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (CHECKOUT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, folder / name)
    environment = isolated_environment(place / "home")
    environment.pop("PYTHONPATH", None)
    environment |= {"PATH": SYSTEM, "PYTHON": str(python), "PIP_INDEX_URL": index.as_uri(), "CI": "true"}
    return Checkout(folder, environment | ({"WITH_PIP": str(pip)} if pip else {}))
