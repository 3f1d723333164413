"""The lists of requirements: exact, with hashes, in agreement, and naming no host."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from maintenance.install import CHECKOUT

FOLDER = CHECKOUT / "requirements"
LISTS = sorted(FOLDER.glob("*.txt"))

each_list = pytest.mark.parametrize("listed", LISTS, ids=lambda one: one.stem)


def _pins(listed: Path) -> dict[str, Requirement]:
    """The requirements of a list by name, without comments and hashes."""
    text = re.sub(r"\s*#.*|\\\n\s*--hash=\S+|\s*\\$", "", listed.read_text(), flags=re.MULTILINE)
    found = [Requirement(line) for line in text.splitlines() if line and not line.lstrip().startswith("--hash")]
    return {canonicalize_name(one.name): one for one in found}


@each_list
def test_every_package_is_pinned_to_one_version_with_the_hashes_of_its_files(listed: Path) -> None:
    packages = re.split(r"^(?=\S)", listed.read_text(), flags=re.MULTILINE)[1:]
    assert packages
    for package in packages:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.!+]+( ; [^\\]+)? \\\n", package), package
        assert "--hash=sha256:" in package, package


@each_list
def test_a_list_names_no_host(listed: Path) -> None:
    assert "://" not in listed.read_text()


def test_what_two_lists_name_has_one_version() -> None:
    versions: dict[str, set[str]] = {}
    for listed in LISTS:
        for name, pin in _pins(listed).items():
            versions.setdefault(name, set()).add(str(pin.specifier))
    assert not {name: found for name, found in versions.items() if len(found) > 1}


def test_the_workshop_has_all_that_running_takes() -> None:
    running, workshop = _pins(FOLDER / "run.txt"), _pins(FOLDER / "dev.txt")
    assert running.keys() <= workshop.keys()
    assert len(running) < len(workshop)


def test_what_consentui_asks_for_is_in_the_list_in_a_version_that_fits() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    running = _pins(FOLDER / "run.txt")
    extras = project["optional-dependencies"].values()
    for asked in map(Requirement, [*project["dependencies"], *chain.from_iterable(extras)]):
        pin = running[canonicalize_name(asked.name)]
        [version] = pin.specifier
        assert asked.specifier.contains(version.version), f"{asked} but {pin}"
        assert asked.extras <= pin.extras


@each_list
def test_what_is_asked_for_by_hand_is_in_the_list(listed: Path) -> None:
    by_hand = listed.with_suffix(".in").read_text()
    asked = [Requirement(line.partition("#")[0]) for line in by_hand.splitlines() if line and not line.startswith("#")]
    assert asked
    assert {canonicalize_name(one.name) for one in asked} <= _pins(listed).keys()
