"""Newer facts go from a maintainer's machine to a person's: installed, shown where they matter, and rolled back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from consentui.profile.bases import bundled_version
from tests.demo import write_demo
from tests.journeys.environment import isolated_environment
from tests.journeys.program import ROOT, SETTINGS, Setting, in_every_setting, start
from tests.journeys.terminal import Terminal

pytestmark = pytest.mark.journey

VERSION = "2099-01-02"
TODAY = "2099-01-05T12:00:00+00:00"
"""Later than every bundled fact, because a bundle with facts from the future is refused."""
SENTENCE = {"en": "Terms that no one else has.", "fr": "Des conditions que personne d’autre n’a."}
SENTENCE["de"] = SENTENCE["en"]
"""Facts that are not translated into German are shown in English."""
EVENT = f"""
[[event]]
date = 2099-01-01
kind = "policy"
in_force = true
what.en = "{SENTENCE["en"]}"
what.fr = "{SENTENCE["fr"]}"
url = "https://x.com/en/tos"
publisher = "X"
primary = true
touches = ["grok-training"]
"""


class Maintainer:
    """A maintainer's machine: a checkout in which X has news, and the key that signs bundles."""

    def __init__(self, home: Path) -> None:
        self.home, self.checkout = home, home / "checkout"
        for part in ("consentui", "data", "maintenance"):
            shutil.copytree(ROOT / part, self.checkout / part, ignore=shutil.ignore_patterns("__pycache__"))
        x = self.checkout / "data" / "platforms" / "x.toml"
        x.write_text(x.read_text(encoding="utf-8") + EVENT, encoding="utf-8")
        self.public = self.run("new-key", str(home / "key.pem"))

    def run(self, *arguments: str) -> str:
        """Run `python -m maintenance.bundle` and return what it prints."""
        return subprocess.run(
            [sys.executable, "-m", "maintenance.bundle", *arguments],
            env=isolated_environment(self.home) | {"CONSENTUI_NOW": TODAY, "PYTHONPATH": str(self.checkout)},
            cwd=self.checkout,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    def bundle(self, version: str = VERSION) -> Path:
        """Make a signed bundle of the facts."""
        path = self.home / f"consentui-{version}.kb"
        self.run("make", str(path), "--key", str(self.home / "key.pem"), "--version", version)
        return path


@pytest.fixture(scope="module")
def maintainer(tmp_path_factory: pytest.TempPathFactory) -> Maintainer:
    return Maintainer(tmp_path_factory.mktemp("maintainer"))


@pytest.fixture(scope="module")
def made(maintainer: Maintainer) -> Path:
    return maintainer.bundle()


@pytest.fixture
def trusting(maintainer: Maintainer, home: Path) -> dict[str, str]:
    """The environment in which the program on the person's machine trusts the maintainer's key."""
    release = home / "release"
    release.mkdir()
    (release / "sitecustomize.py").write_text(
        f"from consentui.knowledge.bundles import keys\nkeys.TRUSTED = ({maintainer.public!r},)\n", encoding="utf-8"
    )
    path = os.pathsep.join((str(release), str(ROOT), os.environ.get("PYTHONPATH", "")))
    return {"PYTHONPATH": path, "CONSENTUI_NOW": TODAY}


def said(home: Path, trusting: dict[str, str], setting: Setting, *arguments: str, code: int = 0) -> str:
    """Run a `kb` command in a terminal and return what it says, on one line."""
    with start(home, setting, "kb", *arguments, **trusting) as terminal:
        assert terminal.wait_exit() == code
        return one_line(terminal.text)


def one_line(text: str) -> str:
    """The text on one line, without the frames of the screen."""
    return " ".join(re.sub("[▊▎]", " ", text).split())


def record(home: Path, trusting: dict[str, str], setting: Setting) -> None:
    """Record Grok's training as switched off, a few days before X has new terms."""
    words = ("x-7k3f", "grok-training", "switched-off", "--surface", "web")
    with start(
        home, setting, "record", *words, **trusting | {"CONSENTUI_NOW": "2098-12-30T12:00:00+00:00"}
    ) as terminal:
        terminal.ends_well()


def card(terminal: Terminal) -> str:
    """The card, on one line; in wide windows, without the list of its account beside it."""
    return one_line("\n".join(row.rpartition("│")[2] for row in terminal.rows))


def changed(terminal: Terminal) -> str:
    """Open the sheet of changes and return what it says, on one line."""
    terminal.press("n")
    terminal.wait_for("esc ")
    terminal.wait_quiet()
    text = terminal.text
    terminal.press("escape")
    terminal.wait_until(lambda: terminal.text != text, what="the sheet to close")
    return one_line(text)


@in_every_setting
def test_a_bundle_goes_from_one_machine_to_another_and_back(
    home: Path, setting: Setting, trusting: dict[str, str], made: Path
) -> None:
    write_demo(setting.language)
    record(home, trusting, setting)
    sentence = SENTENCE[setting.language]
    with start(home, setting, **trusting) as terminal:
        terminal.wait_for("@marie_l")
        assert sentence not in changed(terminal)
        terminal.press("q")
        terminal.ends_well()

    in_use = setting.words("Now using the facts of {version}; before, those of {before}.")
    told = said(home, trusting, setting, "install", str(made))
    assert sentence in told
    assert told.endswith(one_line(in_use.format(version=VERSION, before=bundled_version())))
    with start(home, setting, **trusting) as terminal:
        terminal.wait_for("@marie_l")
        assert sentence in changed(terminal)
        terminal.press("enter")
        policy = one_line(setting.words("In force on that day: the policy or terms of {date}.").split("{")[0])
        what = "the card with the policy of the day"
        terminal.wait_until(lambda: policy in card(terminal) and sentence in card(terminal), what=what)
        terminal.press("escape")
        terminal.wait_for("@marie_l")
        terminal.press("q")
        terminal.ends_well()

    assert said(home, trusting, setting, "rollback").endswith(f"{bundled_version()}.")
    with start(home, setting, **trusting) as terminal:
        terminal.wait_for("@marie_l")
        assert sentence not in changed(terminal)
        terminal.press("q")
        terminal.ends_well()


REFUSALS = {
    "unsigned": "This bundle is not signed: nobody vouches for it.",
    "older": "This bundle is not newer than what is in use.",
    "foreign": "This bundle is signed by someone this consentui does not trust.",
    "truncated": "This bundle is incomplete.",
    "altered": "This bundle was altered after it was signed.",
}


def spoilt(fault: str, made: Path, maintainer: Maintainer, place: Path) -> Path:
    """A bundle with a fault."""
    content = made.read_bytes()
    if fault == "older":
        return maintainer.bundle("2020-01-01")
    if fault == "foreign":
        return Maintainer(place / "stranger").bundle()
    path = place / "spoilt.kb"
    match fault:
        case "unsigned":
            content = re.sub(rb"\nsignature [^\n]*", b"", content, count=1)
        case "truncated":
            content = content[:-1000]
        case _:
            content = content[:-1] + bytes((content[-1] ^ 1,))
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("fault", REFUSALS)
def test_what_is_not_to_be_trusted_is_refused_with_the_reason_and_changes_nothing(
    home: Path, trusting: dict[str, str], made: Path, maintainer: Maintainer, fault: str
) -> None:
    setting = SETTINGS[0]
    path = spoilt(fault, made, maintainer, home)
    assert said(home, trusting, setting, "install", str(path), code=2).startswith(REFUSALS[fault])
    assert said(home, trusting, setting, "rollback", code=2).startswith("No bundle is installed")
