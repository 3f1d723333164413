"""The commands in the README work as it says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from consentui.knowledge.base import bundled
from maintenance.install import CHECKOUT
from tests.journeys.environment import isolated_environment
from tests.readme.blocks import README, blocks, commands

TRIED_HERE = {"Without the interface", "Backup, and a new machine", "Forgetting, and uninstalling"}
TRIED_WHERE_THERE_IS_A_NETWORK = {"consentui", "Installing"}
"""The headings of the blocks that the trials run, with the network, in the same way."""

_PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with the command `consentui` and a screenshot."""
    command = tmp_path / "bin" / "consentui"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.join([sys.executable, "-m", "consentui"])} "$@"\n')
    command.chmod(0o755)
    (tmp_path / "screenshot.png").write_bytes(_PNG)
    return tmp_path


def run(home: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a shell, in this home."""
    environment = isolated_environment(home)
    environment |= {"PATH": f"{home / 'bin'}:{environment['PATH']}", "PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(
        ["/bin/sh", "-c", script],
        cwd=home,
        env=environment,
        input="q\n",  # stops the walk, which asks for a letter
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_block_is_of_commands_and_tried_somewhere() -> None:
    assert {block.kind for block in blocks()} == {"sh"}
    assert {block.heading for block in blocks()} == TRIED_HERE | TRIED_WHERE_THERE_IS_A_NETWORK


def test_the_commands_do_what_they_are_shown_for(home: Path) -> None:
    done = run(home, commands("Without the interface"))
    assert done.returncode == 0, done.stderr
    assert {path.name: path.stat().st_size > 0 for path in home.iterdir() if path.is_file()} == dict.fromkeys(
        ["report.md", "todo.pdf", "all.html", "evidence.zip", "dossier.md", "consentui.ics", "screenshot.png"], True
    )
    assert "x/grok-training" in done.stdout


def test_a_profile_is_backed_up_and_restored_as_it_is_shown(home: Path) -> None:
    done = run(home, f"consentui account add x\n{commands('Backup, and a new machine')}\n")
    assert done.returncode == 0, done.stderr
    assert "Restored." in done.stderr
    done = run(home, f"consentui --profile copy account add facebook\n{commands('Forgetting, and uninstalling')}\n")
    assert done.returncode == 0, done.stderr
    assert not list(home.rglob("journal.toml"))


def test_the_facts_are_no_fewer_than_it_says() -> None:
    promised = re.search(r"more than (\d+) platforms and (\d+) controls", README.read_text(encoding="utf-8"))
    assert promised
    platforms = list(bundled())
    assert len(platforms) > int(promised[1])
    assert sum(len(platform.control) for platform in platforms) > int(promised[2])


def test_what_it_links_to_in_the_checkout_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (CHECKOUT / link).exists()] == []
