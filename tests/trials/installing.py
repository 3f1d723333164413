"""The README's commands on a fresh machine, with every Python on this machine and pips of several years.

The packages come from an index in which each has a newer release that must not be chosen.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from filelock import FileLock

from maintenance.install import CHECKOUT
from tests.journeys.terminal import Terminal
from tests.readme.blocks import blocks
from tests.trials import wheels
from tests.trials.checkouts import Checkout, fresh_checkout
from tests.trials.pythons import NAMED, pythons

PYTHONS = pythons()
OLDEST, *_, NEWEST = PYTHONS
OWN, RENEWED = "its own pip", "newest pip"
OLD_PIPS = re.findall(r"^pip==(\S+)", wheels.OLD_PIPS.read_text(), re.MULTILINE)

MATRIX = [
    *((OLDEST, pip) for pip in (*OLD_PIPS, RENEWED)),
    *((version, pip) for version in PYTHONS if version != OLDEST for pip in (OWN, RENEWED)),
]
AN_INTERPRETER_CAN_CHANGE = "tests/journeys tests/report tests/export tests/i18n"
TWO_YEARS_ON = "--day 'two years on' --numprocesses auto"
"""What runs again on the newest interpreter runs there on a day on which facts are past their review: both are tried in
the time of one."""
RUN, TEST = blocks()[0].text.splitlines()
"""The README's two commands, with the comments after them."""
BUILD, *WAYS_TO_INSTALL = [block.text for block in blocks() if block.heading == "Installing"]


class Fetched(NamedTuple):
    """What is fetched before the tests."""

    today: Path
    """An index with the packages that the lists name."""
    later: Path
    """The same index with a newer release of every package."""
    pips: Path

    def pip(self, version: str) -> Path | None:
        """The pip of a version; None for the pip bundled with a Python."""
        if version == OWN:
            return None
        [wheel] = self.today.glob("pip/*.whl") if version == RENEWED else self.pips.glob(f"pip-{version}-*.whl")
        return wheels.unpack(wheel, self.pips)


@pytest.fixture(scope="session")
def fetched(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Fetched:
    """Every wheel for every Python, fetched once by the first test process."""
    shared = tmp_path_factory.getbasetemp().parent / f"wheels-{testrun_uid}"
    found = Fetched(shared / "today", shared / "later", shared / "pips")
    with FileLock(f"{shared}.lock"):
        if not shared.exists():
            folder = shared / "wheels"
            for python in PYTHONS.values():
                wheels.fetch(wheels.WORKSHOP, python, folder)
            wheels.fetch_old_pips(found.pips)
            wheels.make_index(found.today, folder)
            wheels.make_newer_index(found.later, folder)
    return found


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder for a checkout, deleted at the end because what is installed there is large."""
    place = tmp_path / "place"
    place.mkdir()
    yield place
    wheels.remove(place)


@pytest.mark.parametrize(("version", "pip"), MATRIX)
def test_both_commands_work_in_an_empty_home(version: str, pip: str, fetched: Fetched, place: Path) -> None:
    checkout = fresh_checkout(place, PYTHONS[version], fetched.later, fetched.pip(pip))
    _opens(checkout)
    _records_an_outcome_at_once(checkout)
    checkout.run(TEST, ARGS="tests/test_imports.py")
    if (version, pip) == (NEWEST, RENEWED):
        checkout.run("make test-on-other-days", ARGS=f"{TWO_YEARS_ON} {AN_INTERPRETER_CAN_CHANGE}")


def _opens(checkout: Checkout) -> None:
    """Check that the README's `make run` reaches the first screen and ends with a key."""
    with Terminal("/bin/sh", "-c", f"cd {checkout.folder} && {RUN}", env=_for_terminals(checkout)) as terminal:
        terminal.wait_for("Start", timeout=600)
        terminal.press("ctrl+q")
        terminal.ends_well()


def _for_terminals(checkout: Checkout) -> dict[str, str]:
    return checkout.environment | {"PYTHONPATH": ""}


def _records_an_outcome_at_once(checkout: Checkout) -> None:
    """Check that an installed checkout needs no index any more."""
    nowhere = {"PIP_INDEX_URL": "file:///nowhere", "PYTHON": "/bin/false"}
    account = checkout.run(RUN, ARGS="account add x --handle @trial", **nowhere).strip()
    checkout.run(RUN, ARGS=f"record {account} grok-training switched-off --surface web", **nowhere)
    [found] = json.loads(checkout.run(RUN, ARGS="status --json", **nowhere))["accounts"]
    assert found["handle"] == "@trial"
    assert found["settled"] >= 1


@pytest.mark.parametrize("listed", ["run.txt", "dev.txt"])
def test_a_newer_release_of_everything_changes_not_one_byte(listed: str, fetched: Fetched, place: Path) -> None:
    install = f"$PYTHON maintenance/install.py requirements/{listed} .venv-trial ${{WITH_PIP:+--pip $WITH_PIP}}"
    found = []
    for index, pip in ((fetched.today, OLD_PIPS[0]), (fetched.later, RENEWED)):
        here = place / index.name
        checkout = fresh_checkout(here, PYTHONS[OLDEST], index, fetched.pip(pip))
        checkout.run(install)
        found.append(_contents(checkout.folder / ".venv-trial"))
        wheels.remove(here)
    before, after = found
    assert before == after
    assert len(before) > 1000


def _contents(environment: Path) -> dict[str, str]:
    """The hash of every installed file, by path, without RECORD, which has hashes of scripts with absolute paths."""
    [packages] = environment.glob("lib/python*/site-packages")
    files = (path for path in packages.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {
        str(path.relative_to(packages)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if path.name not in {"RECORD", "consentui.pth"}
    }


def test_whoever_resolves_would_choose_the_newer_releases(fetched: Fetched, place: Path) -> None:
    checkout = fresh_checkout(place, PYTHONS[OLDEST], fetched.later)
    checkout.run(
        "$PYTHON -m venv venv && PIP_CONFIG_FILE=/dev/null venv/bin/pip download --no-deps --dest got textual typst"
    )
    assert {wheel.name.split("-")[1] for wheel in (checkout.folder / "got").iterdir()} == {wheels.NEWER}


def test_each_way_to_install_the_wheel_gives_a_program_that_does_its_job(fetched: Fetched, place: Path) -> None:
    checkout = fresh_checkout(place, PYTHONS[OLDEST], fetched.today)
    python, tools = PYTHONS[OLDEST], CHECKOUT / ".venv-upkeep" / "bin"
    for number, way in enumerate(WAYS_TO_INSTALL):
        home = place / f"home-{number}"
        elsewhere = {"HOME": home, "XDG_DATA_HOME": home / ".local/share", "XDG_CACHE_HOME": home / ".cache"}
        theirs = {"UV_DEFAULT_INDEX": fetched.today.as_uri(), "UV_PYTHON": python, "PIPX_DEFAULT_PYTHON": python}
        path = f"{python.parent}:{tools}:{checkout.environment['PATH']}"
        home.mkdir()
        checkout.run(
            f"set -eu\n{BUILD}{way}", PATH=path, **{name: str(value) for name, value in (elsewhere | theirs).items()}
        )
        [command] = [
            path for path in (home / ".local/bin/consentui", home / "consentui/bin/consentui") if path.exists()
        ]
        _does_its_job(command, checkout, home)


def _does_its_job(command: Path, checkout: Checkout, home: Path) -> None:
    """Check that the command does its main job in another home without a terminal: reports, and an archive."""
    script = f"""set -eu
    cd "$HOME"
    consentui() {{ {command} "$@"; }}
    account=$(consentui account add x --handle @trial)
    consentui record "$account" grok-training switched-off --surface web
    consentui report --format pdf --output report.pdf
    consentui report --kind dossier --account "$account" --format zip --output evidence.zip
    consentui --help > help.en; consentui --language fr --help > help.fr
    consentui report --format markdown --output report.en
    consentui --language fr report --format markdown --output report.fr"""
    checkout.run(script, HOME=str(home), XDG_DATA_HOME=str(home / "kept"))
    for text in ("help", "report"):
        english, french = ((home / f"{text}.{language}").read_text() for language in ("en", "fr"))
        assert english
        assert french
        assert english != french
    assert (home / "report.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("version", [version for version in NAMED if version not in PYTHONS])
@pytest.mark.parametrize("listed", ["run.txt", "dev.txt"])
def test_a_python_that_is_not_here_has_its_wheels_at_least(version: str, listed: str, tmp_path: Path) -> None:
    uv = CHECKOUT / ".venv-upkeep" / "bin" / "uv"
    only_wheels = [
        "--no-deps",
        "--only-binary=:all:",
        "--dry-run",
        f"--python-version={version}",
        f"--target={tmp_path}",
    ]
    subprocess.run(
        [uv, "pip", "install", *only_wheels, f"--requirement={CHECKOUT / 'requirements' / listed}"], check=True
    )
