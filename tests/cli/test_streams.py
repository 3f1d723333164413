"""Standard streams that are closed, full, unbuffered, or have an encoding with few characters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call

posix = pytest.mark.skipif(sys.platform == "win32", reason="shells close and fill streams there in other ways")
SECONDS = 60


def run(words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which `consentui` calls the program."""
    program = f'consentui() {{ "{sys.executable}" -m consentui "$@"; }}; {words}'
    return subprocess.run(
        ["/bin/sh", "-c", program], env=os.environ | environment, capture_output=True, timeout=SECONDS, check=False
    )


@posix
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize("words", ["status", "kb show x", "--help", "doctor", "history"])
def test_a_stream_with_few_letters_gets_the_plain_ones(account: str, encoding: str, words: str) -> None:
    assert account
    done = run(f"consentui --language fr {words}", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    told = done.stdout.decode(encoding)
    assert "’" not in told or encoding == "cp1252"
    assert "\\u202f" not in told


@posix
def test_data_stay_data_where_there_are_few_letters(call: Call) -> None:
    call("account", "add", "x", "--handle", "“É”☃")
    done = run("consentui status --json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)["accounts"][0]["handle"] == "“É”☃"


@posix
@pytest.mark.parametrize(
    ("words", "code"),
    [("account add nowhere", 2), ("--profile nobody status", 2), ("history", 0)],
)
def test_an_error_that_a_full_disk_has_no_room_for_keeps_its_exit_code(account: str, words: str, code: int) -> None:
    assert account
    assert run(f"consentui {words} 2> /dev/full").returncode == code


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", ["kb list", "report", "status --json", "--version", "doctor"])
def test_a_full_disk_is_told(account: str, words: str, unbuffered: str) -> None:
    assert account
    done = run(f"consentui {words} > /dev/full", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 3
    assert done.stderr.decode().startswith("The system refused what was needed.\nNo space left on the disk")


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_a_full_disk_takes_a_part_of_is_not_said_to_be_written(tmp_path: Path, unbuffered: str) -> None:
    done = run(f"ulimit -f 1; consentui kb list > '{tmp_path / 'list'}'", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 3
    assert (tmp_path / "list").stat().st_size < len(run("consentui kb list").stdout)


@posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    "words", ["status", "walk --plain", "request list", "account add x", "credential copy x token"]
)
def test_streams_that_are_closed_are_as_good_as_empty(account: str, words: str, closed: str) -> None:
    assert account
    done = run(f"consentui {words} {closed}", PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
    assert done.returncode in {0, 1, 2, 3, 130}
    assert b"Traceback" not in done.stdout + done.stderr
