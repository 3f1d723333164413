"""Fetch every wheel that the lists name, and make indexes of them that pip reads without a network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from maintenance.install import CHECKOUT, pip_settings
from tests.maintenance.wheels import add_wheel, list_wheels

WORKSHOP = CHECKOUT / "requirements" / "dev.txt"
OLD_PIPS = Path(__file__).with_name("pips.txt")

NEWER = "9999.0"
"""The version of the made-up releases."""


def _pip(*arguments: str | Path) -> str:
    command = [sys.executable, "-I", "-m", "pip", *arguments]
    config = subprocess.run([*command[:4], "config", "list"], check=True, capture_output=True, text=True).stdout
    settings = pip_settings(os.environ, config)
    return subprocess.run(command, check=True, capture_output=True, text=True, env=settings).stdout


def fetch(listed: Path, python: Path, folder: Path) -> None:
    """Download the wheels of a list that suit a Python into a folder."""
    only_listed = ("--no-deps", "--require-hashes", "--only-binary=:all:")
    _pip("--python", python, "download", *only_listed, "--requirement", listed, "--dest", folder)


def fetch_old_pips(folder: Path) -> None:
    """Download each of the old pips into a folder, one call each because they are versions of one package."""
    for number, pinned in enumerate(re.findall(r"^pip==.*\n.*$", OLD_PIPS.read_text(), re.MULTILINE)):
        listed = folder.with_name(f"pip-{number}.txt")
        listed.write_text(pinned)
        fetch(listed, Path(sys.executable), folder)


def make_index(index: Path, wheels: Path) -> Path:
    """Make an index of the wheels in a folder."""
    for wheel in wheels.glob("*.whl"):
        shelf = index / canonical(wheel)
        shelf.mkdir(parents=True, exist_ok=True)
        (shelf / wheel.name).symlink_to(wheel)
        list_wheels(shelf)
    return index


def make_newer_index(index: Path, wheels: Path) -> Path:
    """Make the same index as it may be in a year: every package has a newer release that needs a missing package."""
    make_index(index, wheels)
    for shelf in sorted(index.iterdir()):
        add_wheel(index, shelf.name, NEWER, requires=["never-heard-of"])
    return index


def canonical(wheel: Path) -> str:
    """The normalised name of a package in an index."""
    return re.sub(r"[-_.]+", "-", wheel.name.split("-")[0]).lower()


def unpack(wheel: Path, folder: Path) -> Path:
    """Unpack a wheel into a folder, from which pip runs much faster than from its wheel."""
    unpacked = folder / wheel.stem
    if not unpacked.exists():
        ZipFile(wheel).extractall(unpacked)
    return unpacked


def remove(folder: Path) -> None:
    """Delete a folder with environments in it; `rm` takes seconds where Python takes a minute."""
    subprocess.run(["/bin/rm", "-rf", folder], check=True)
