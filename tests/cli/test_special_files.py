"""Pipes and devices can be written to in place of a file, and are refused where a file is to be read."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from consentui.storage.places import Folders, profile_folders
from tests.cli.conftest import Call

SECONDS = 30
"""After so long, a program that waits for a pipe is ended and the test fails."""
WRITERS = {
    "report": ("report",),
    "evidence": ("report", "--kind", "dossier", "--request", "1", "--format", "zip"),
    "dossier": ("request", "dossier", "1"),
    "letter": ("letter", "1"),
    "message": ("letter", "1", "--format", "eml"),
    "calendar": ("calendar",),
}


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@pytest.fixture
def with_a_request(call: Call, account: str) -> None:
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    call("request", "draft", account)
    call("record", account, "grok-training", "switched-off")


@pytest.mark.usefixtures("with_a_request")
@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("what", WRITERS)
def test_a_pipe_gets_what_a_file_would(
    call: Call, tmp_path: Path, pipe: Path, what: str, force: tuple[str, ...]
) -> None:
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    said = call(*WRITERS[what], "--output", str(pipe), *force)
    reader.join(SECONDS)
    assert said.code == 0, said.err
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    call(*WRITERS[what], "--output", str(tmp_path / "file"))
    assert read == [(tmp_path / "file").read_bytes()]


@pytest.mark.usefixtures("with_a_request")
@pytest.mark.parametrize("name", ["/dev/stdout", "-"])
def test_standard_output_has_a_name(call: Call, tmp_path: Path, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "consentui", "calendar", "--output", name],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    call("calendar", "--output", str(tmp_path / "file"))
    assert (done.returncode, done.stdout) == (0, (tmp_path / "file").read_bytes())
    assert not (tmp_path / "-").exists()


@pytest.fixture
def _an_end_to_waiting() -> Iterator[None]:
    """End a test that would otherwise wait for a pipe, or read a device, for ever."""
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)


def read_files(folders: Folders) -> Iterator[tuple[Path, tuple[str, ...], int]]:
    """The files that are read, with a command that reads each and the exit code expected."""
    yield folders.journal, ("status",), 3
    yield folders.journal, ("account", "add", "x"), 3
    yield folders.config_file, ("config", "list"), 3
    yield folders.config_file, ("config", "set", "theme", "dark"), 3
    yield folders.identity, ("identity", "show"), 3
    yield folders.identity, ("identity", "set", "--name", "M"), 3
    yield folders.own_knowledge / "chirp.toml", ("kb", "list"), 0
    yield folders.state / "news.json", ("kb", "changes"), 0


@pytest.mark.parametrize("target", [None, "/dev/zero"])
@pytest.mark.parametrize("number", range(8))
@pytest.mark.usefixtures("_an_end_to_waiting")
def test_a_pipe_or_device_in_the_place_of_a_file_is_neither_waited_for_nor_replaced(
    call: Call, number: int, target: str | None
) -> None:
    path, arguments, code = list(read_files(profile_folders()))[number]
    path.parent.mkdir(parents=True, exist_ok=True)
    if target:
        path.symlink_to(target)
    else:
        os.mkfifo(path)
    before = path.lstat()
    said = call(*arguments)
    assert said.code == code, said.err
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)


@pytest.mark.parametrize("name", ["given", "given.json", "given.zip"])
@pytest.mark.parametrize("target", [None, "/dev/zero", "/dev/full"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "export"),
        ("import",),
        ("merge",),
        ("restore", "--yes"),
        ("backup", "--verify"),
        ("kb", "install"),
        ("kb", "lint"),
        ("proof", "add", "x", "grok-training"),
        ("request", "reply", "1", "refused", "--mail"),
        ("request", "sent", "1", "--text"),
    ],
)
@pytest.mark.usefixtures("with_a_request", "_an_end_to_waiting")
def test_a_pipe_or_device_that_is_given_to_be_read_is_refused_at_once(
    call: Call, tmp_path: Path, arguments: tuple[str, ...], target: str | None, name: str
) -> None:
    path = tmp_path / name
    if target:
        path.symlink_to(target)
    else:
        os.mkfifo(path)
    said = call(*arguments, str(path))
    assert said.code in {2, 3}
    assert str(path) in said.err


@pytest.mark.usefixtures("with_a_request", "_an_end_to_waiting")
def test_a_pipe_in_the_place_of_a_proof_is_not_waited_for(call: Call, tmp_path: Path) -> None:
    (tmp_path / "proof.txt").write_text("words", encoding="utf-8")
    assert call("proof", "add", "--request", "1", str(tmp_path / "proof.txt")).code == 0
    (kept,) = (path for path in (profile_folders().data / "proofs").rglob("*") if path.is_file())
    kept.unlink()
    os.mkfifo(kept)
    assert call("proof", "check").code == 1
    call("request", "sent", "1")
    said = call("letter", "1", "--letter", "complaint", "--format", "eml", "--output", str(tmp_path / "made"))
    assert (said.code, "A proof is missing or has changed." in said.err) == (3, True), said


def test_a_file_that_was_saved_with_a_byte_order_mark_is_read_all_the_same(call: Call, account: str) -> None:
    call("config", "set", "theme", "dark")
    call("identity", "set", "--name", "Marie")
    folders = profile_folders()
    for path in (folders.journal, folders.config_file, folders.identity):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert call("account", "list").rows[0][0] == account
    assert call("config", "get", "theme").out == "dark\n"
    assert call("identity", "show").out == "Marie\n"
    assert call("account", "add", "x").code == 0
    assert len(call("account", "list").rows) == 2
