"""`make run` and `make test` install only if needed, and start at once otherwise."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from maintenance.install import CHECKOUT, INSTALLED

RUNNING, WORKSHOP = ".venv-run", ".venv"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the Makefile and the lists, whose installer prints its arguments and fails."""
    checkout = tmp_path / "checkout"
    (checkout / "maintenance").mkdir(parents=True)
    shutil.copy(CHECKOUT / "Makefile", checkout)
    shutil.copytree(CHECKOUT / "requirements", checkout / "requirements")
    (checkout / "maintenance" / "install.py").write_text("import sys; sys.exit(f'installs {sys.argv[1:]}')")
    return checkout


def _stands(checkout: Path, environment: str, listed: str) -> None:
    """Make an environment that looks as if made from a list, whose programs print their arguments."""
    programs = checkout / environment / "bin"
    programs.mkdir(parents=True)
    shutil.copy(checkout / "requirements" / listed, programs.parent / INSTALLED)
    for name in ("python", "pytest"):
        (programs / name).write_text(f'#!/bin/sh\necho "{environment}: {name} $*"\n')
        (programs / name).chmod(0o755)


def _make(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Without these variables, because a make started by another make prints the folders it enters.
    outside = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
    return subprocess.run(
        ["make", *arguments],  # noqa: S607 -- any make
        cwd=checkout,
        env=outside,
        capture_output=True,
        text=True,
        check=False,
    )


def test_running_asks_for_what_running_takes_and_testing_for_the_workshop(checkout: Path) -> None:
    assert f"installs ['requirements/run.txt', '{RUNNING}']" in _make(checkout, "run").stderr
    assert f"installs ['requirements/dev.txt', '{WORKSHOP}']" in _make(checkout, "test").stderr


def test_what_is_installed_starts_at_once(checkout: Path) -> None:
    _stands(checkout, RUNNING, "run.txt")
    done = _make(checkout, "run", "ARGS=status --json")
    assert (done.stdout, done.stderr) == (f"{RUNNING}: python -m consentui status --json\n", "")


def test_neither_command_is_content_with_what_the_other_installed(checkout: Path) -> None:
    _stands(checkout, RUNNING, "run.txt")
    assert "dev.txt" in _make(checkout, "test").stderr
    _stands(checkout, WORKSHOP, "dev.txt")
    assert f"{WORKSHOP}: pytest" in _make(checkout, "test").stdout
    assert f"{RUNNING}: python" in _make(checkout, "run").stdout


@pytest.mark.parametrize(
    ("target", "environment", "listed"), [("run", RUNNING, "run.txt"), ("test", WORKSHOP, "dev.txt")]
)
def test_another_content_of_the_list_is_installed_whatever_the_times_of_the_files_say(
    checkout: Path, target: str, environment: str, listed: str
) -> None:
    path = checkout / "requirements" / listed
    path.write_text(f"# As it was once.\n{path.read_text()}")
    _stands(checkout, environment, listed)
    shutil.copy2(CHECKOUT / "requirements" / listed, path)
    assert listed in _make(checkout, target).stderr


def test_another_pip_may_do_the_installing(checkout: Path) -> None:
    assert "'--pip', 'pip.whl'" in _make(checkout, "run", "WITH_PIP=pip.whl").stderr


def test_without_a_fitting_python_it_says_which_is_needed(checkout: Path, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("make", "cmp", "sh"):
        (programs / name).symlink_to(shutil.which(name) or name)
    done = subprocess.run(
        [programs / "make", "run"],
        cwd=checkout,
        env={"PATH": str(programs)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "consentui needs Python 3.11 or newer" in done.stderr
