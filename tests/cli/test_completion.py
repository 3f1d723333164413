"""`consentui completion`, and what the shells then ask."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(call: Call, shell: str) -> None:
    said = call("completion", shell)
    assert (said.code, said.err) == (0, "")
    assert f"_CONSENTUI_COMPLETE={shell}_complete" in said.out


def test_a_shell_that_is_not_known_is_refused(call: Call) -> None:
    said = call("completion", "cmd")
    assert (said.code, said.out) == (2, "")
    assert "bash" in said.err


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("consentui st", {"status"}),
        ("consentui kb s", {"show", "search", "stats"}),
        ("consentui completion ", {"bash", "zsh", "fish"}),
        ("consentui report --form", {"--format"}),
    ],
)
def test_the_shell_is_offered_what_fits(words: str, offered: set[str]) -> None:
    asked = {
        "_CONSENTUI_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "consentui"],
        env={**os.environ, **asked},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert {line.partition(",")[2] for line in done.stdout.splitlines()} == offered
