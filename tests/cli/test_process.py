"""The program as the system runs it: `python -m consentui` in a process of its own, without a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "consentui"]
SECONDS = 60
"""After so long, a hanging program is ended and the test fails."""


def ran(*arguments: str, typed: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program with these arguments; without `typed`, stdin is the null device."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        input=typed,
        stdin=subprocess.DEVNULL if typed is None else None,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=SECONDS,
        check=False,
    )


@pytest.mark.parametrize("arguments", [(), ("walk",), ("--profile", "work", "--new"), ("walk", "x")])
def test_without_a_terminal_it_says_so_and_ends(arguments: tuple[str, ...]) -> None:
    done = ran(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "There is no terminal to open the interface in.\n"
        "Use “consentui walk --plain”, “consentui status” or “consentui --help”.\n"
    )


def test_without_a_terminal_it_says_so_in_french() -> None:
    done = ran(LANG="fr_FR.UTF-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert "consentui walk --plain" in done.stderr
    assert "There is no terminal" not in done.stderr


def test_a_plain_walk_without_anybody_ends() -> None:
    ran("account", "add", "x")
    done = ran("walk", "--plain")
    assert done.returncode == 130
    assert done.stderr.endswith("Stopped.\n")


def test_a_plain_walk_reads_answers_from_a_pipe() -> None:
    account = ran("account", "add", "x").stdout.strip()
    first = json.loads(ran("next", "--json", "--limit", "1").stdout)["next"][0]["control"]
    done = ran("walk", account, "--plain", typed="d\n" * 40)
    assert done.returncode in {0, 130}
    items = json.loads(ran("status", "--json").stdout)["accounts"][0]["items"]
    assert next(item["standing"] for item in items if item["control"] == first) in {"settled", "waiting"}


def test_data_written_by_one_run_are_there_in_the_next() -> None:
    account = ran("account", "add", "x", "--handle", "@moi").stdout.strip()
    assert ran("record", account, "grok-training", "switched-off").returncode == 0
    (found,) = json.loads(ran("status", "--json").stdout)["accounts"]
    assert (found["id"], found["handle"], found["settled"]) == (account, "@moi", 1)


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("kb", "show", "x", "--json"), ("kb", "list"), ("report",), ("completion", "bash")],
)
def test_a_reader_that_has_gone_is_no_error(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen([*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        said = program.stderr.read()
        code = program.wait(SECONDS)
    assert (code, said) == (0, b"")


def test_a_reader_of_everything_that_has_gone_is_no_error() -> None:
    with subprocess.Popen([*PROGRAM, "stauts"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as program:
        assert program.stdout is not None
        program.stdout.close()
        assert program.wait(SECONDS) in {0, 2}


def test_output_is_utf_8_wherever_it_goes() -> None:
    done = subprocess.run(
        [*PROGRAM, "--language", "fr", "kb", "show", "x"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=SECONDS,
        check=True,
    )
    assert "é" in done.stdout.decode()


def test_bytes_in_an_argument_that_are_no_text_are_refused_or_left_out() -> None:
    done = subprocess.run(
        [*PROGRAM, "account", "add", b"x", b"--handle", b"\xff\xfemarie"],
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0
    (found,) = json.loads(ran("account", "list", "--json").stdout)["accounts"]
    assert found["handle"] == "marie"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--version",), 0),
        (("status",), 0),
        (("next",), 1),
        (("undo",), 1),
        (("kb", "search", "qqqqqqqq"), 1),
        (("stauts",), 2),
        (("kb", "show", "facebok"), 2),
        (("--profile", "../evil", "status"), 2),
        (("credential", "list"), 0),
    ],
)
def test_exit_codes_reach_the_shell(arguments: tuple[str, ...], code: int) -> None:
    assert ran(*arguments).returncode == code


INTERRUPTS = """
import sys
from pathlib import Path
class Interrupts:
    def find_spec(self, name, path=None, target=None):
        if name == "{name}":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupts())
"""


@pytest.mark.parametrize(
    ("module", "said"),
    [("consentui.cli.start", ""), ("consentui.profile.spoken", "Stopped.\n"), ("click", "Stopped.\n")],
)
def test_an_interruption_while_it_starts_ends_it_as_any_other(tmp_path: Path, module: str, said: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTS.format(name=module), encoding="utf-8")
    done = ran("status", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", said)


def test_a_keyring_that_is_switched_off_is_a_fault_with_a_way_out() -> None:
    account = ran("account", "add", "x").stdout.strip()
    done = ran("credential", "set", account, "password", typed="secret\n")
    assert (done.returncode, done.stdout) == (3, "")
    assert "The keyring is switched off." in done.stderr
    assert "secret" not in done.stderr


def test_a_stopped_clock_that_holds_no_time_is_refused() -> None:
    done = ran("status", "--json", CONSENTUI_NOW="tomorrow")
    assert (done.returncode, done.stdout) == (2, "")
    assert "CONSENTUI_NOW" in done.stderr
