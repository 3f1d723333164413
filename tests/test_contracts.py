"""The import contracts work: a violation planted in any room is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.catalogues import ROOT
from tests.test_imports import ROOMS_BELOW


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to plant violations in."""
    shutil.copytree(ROOT / "consentui", tmp_path / "consentui", ignore=shutil.ignore_patterns("__pycache__", "*.tcss"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def complaints(folder: Path) -> str:
    """The output of the contracts for the package in a folder."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def test_a_terminal_a_command_line_and_the_keyring_are_found_in_every_room_below(copy: Path) -> None:
    for room in ROOMS_BELOW:
        (copy / "consentui" / room / "planted.py").write_text("import click\nimport keyring\nimport textual\n")
    said = complaints(copy)
    for room in ROOMS_BELOW:
        for library in ("click", "keyring", "textual"):
            assert f"consentui.{room}.planted -> {library}" in said


def test_an_arrow_that_leads_up_is_found_in_every_room(copy: Path) -> None:
    for room in ROOMS_BELOW:
        (copy / "consentui" / room / "planted.py").write_text("import consentui.cli.say\n")
    said = complaints(copy)
    for room in ROOMS_BELOW:
        assert f"consentui.{room}.planted -> consentui.cli.say" in said


def test_a_circle_is_found_between_modules_and_between_folders(copy: Path) -> None:
    (copy / "consentui" / "journal" / "first.py").write_text("import consentui.journal.second\n")
    (copy / "consentui" / "journal" / "second.py").write_text("def f():\n    import consentui.journal.first\n")
    (copy / "consentui" / "tui" / "shared" / "planted.py").write_text("import consentui.tui.home.home\n")
    said = complaints(copy)
    assert "No cycles are allowed in consentui.journal." in said
    assert "No cycles are allowed in consentui.tui." in said


def test_a_module_that_has_no_room_is_found(copy: Path) -> None:
    (copy / "consentui" / "loose.py").write_text("")
    assert "consentui.loose" in complaints(copy)
