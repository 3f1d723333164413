"""Folders without rights, a full disk, and few open files: a sentence, the right exit code, and nothing lost."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from consentui.storage.places import Folders, profile_folders
from tests.cli.conftest import Call

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and rights are those of Linux")

SECONDS = 60
REFUSED = 3
TOLD = {0, 1, 2, REFUSED}
"""The exit codes of a program that knew what to say; 70 would be a fault."""
READING = (("status",), ("doctor",), ("report",))
NOTED = (
    ("account", "add", "reddit", "--handle", "@late"),
    ("record", "ACCOUNT", "grok-training", "switched-off"),
    ("request", "draft", "ACCOUNT"),
)
"""What writes one entry into the journal each."""
WRITING = (
    ("config", "set", "theme", "dark"),
    ("identity", "set", "--name", "Marie"),
    ("backup", "ELSEWHERE/backup.zip"),
    ("report", "-o", "ELSEWHERE/report.md"),
)
FOLDERS: dict[str, Callable[[Folders], Path]] = {
    "data": lambda folders: folders.journal.parent,
    "preferences": lambda folders: folders.config_file.parent,
    "cache": lambda folders: folders.cache,
    "state": lambda folders: folders.state,
}
_ABOVE_RIGHTS = ("dac_override", "dac_read_search", "fowner")
"""The capabilities by which root reads and writes whatever the rights say."""


def bound_by_rights() -> tuple[str, ...]:
    """The words before a command that make the rights of files hold for root too."""
    if os.geteuid() != 0:
        return ()
    return ("setpriv", "--bounding-set=" + ",".join(f"-{one}" for one in _ABOVE_RIGHTS), "--")


def run(arguments: Sequence[str], limit: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """Run consentui with these arguments, under a limit."""
    return subprocess.run(
        [*bound_by_rights(), sys.executable, "-m", "consentui", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        preexec_fn=limit,
        # Under a limit the measuring of coverage could not write its own files, and would end the program.
        env={name: value for name, value in os.environ.items() if name != "COVERAGE_PROCESS_CONFIG"},
    )


@contextmanager
def rights(folder: Path, mode: int) -> Iterator[None]:
    """Give a folder these rights until the block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    before = folder.stat().st_mode
    folder.chmod(mode)
    yield
    folder.chmod(before)


@pytest.fixture
def commands(call: Call, account: str, tmp_path: Path) -> list[tuple[str, ...]]:
    """The commands, about an account that is there, which has a request."""
    call("request", "draft", account)
    return [
        tuple(word.replace("ACCOUNT", account).replace("ELSEWHERE", str(tmp_path)) for word in words)
        for words in NOTED + READING + WRITING
    ]


def wrong_in(done: subprocess.CompletedProcess[str]) -> str:
    """What is wrong with how a command ended; empty if it worked or said what it could not do."""
    said = done.stdout + done.stderr
    if "Traceback" in said or done.returncode not in TOLD or (done.returncode == REFUSED and not done.stderr.strip()):
        return f"{done.args}: {done.returncode}: {said}"
    return ""


def noted_without_loss(call: Call, run_all: Callable[[], list[subprocess.CompletedProcess[str]]]) -> int:
    """Return how many entries were acknowledged: the journal has these and what it had, and no command ended badly."""
    before = call("history").rows
    done = run_all()
    assert [wrong for one in done if (wrong := wrong_in(one))] == []
    noted = sum(one.returncode == 0 for one in done[: len(NOTED)])
    after = call("history").rows
    assert after[: len(before)] == before
    assert len(after) - len(before) == noted
    assert call("doctor").code in {0, 1}
    return noted


@pytest.mark.parametrize("mode", [0o500, 0o000], ids=["read-only", "without rights"])
@pytest.mark.parametrize("which", FOLDERS)
def test_a_folder_without_rights_is_told(call: Call, commands: list[tuple[str, ...]], which: str, mode: int) -> None:
    def run_all() -> list[subprocess.CompletedProcess[str]]:
        with rights(FOLDERS[which](profile_folders("default")), mode):
            return [run(words) for words in commands]

    noted = noted_without_loss(call, run_all)
    assert which != "data" or mode or not noted


@pytest.mark.parametrize("most", [0, 2000])
def test_a_full_disk_loses_nothing(call: Call, commands: list[tuple[str, ...]], most: int) -> None:
    """Without room on the disk no file can grow, which is what a limit to the length of files does too."""
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most, most))
    noted = noted_without_loss(call, lambda: [run(words, limit) for words in commands])
    assert most or not noted


@pytest.mark.parametrize("most", [6, 10])
def test_few_open_files_are_enough_or_it_is_told(call: Call, commands: list[tuple[str, ...]], most: int) -> None:
    limit = partial(resource.setrlimit, resource.RLIMIT_NOFILE, (most, most))
    noted_without_loss(call, lambda: [run(words, limit) for words in commands])
