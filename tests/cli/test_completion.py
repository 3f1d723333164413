"""`consentui completion`, and the completions that shells then request."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from consentui.storage.places import profile_folders
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
    assert completed(words) == offered


@pytest.fixture
def request_reference(call: Call, account: str) -> str:
    call("identity", "set", "--name", "Marie")
    call("request", "draft", account)
    return "CU-2026-001"


def test_accounts_and_their_controls_are_offered(account: str) -> None:
    assert completed(f"consentui decide {account[:3]}") == {account}
    assert "grok-training" in completed(f"consentui note {account} gr")
    assert completed("consentui walk ") == {account}


def test_the_words_of_record_are_offered_one_after_the_other(account: str) -> None:
    assert completed("consentui record ") == {account}
    assert completed(f"consentui record {account} grok-t") == {"grok-training"}
    assert "switched-off" in completed(f"consentui record {account} grok-training ")


def test_platforms_and_their_controls_are_offered() -> None:
    assert completed("consentui account add linke") == {"linkedin"}
    assert completed("consentui kb show x/grok-t") == {"x/grok-training"}


def test_requests_and_answers_are_offered(request_reference: str) -> None:
    assert completed("consentui request received CU") == {request_reference}
    assert completed("consentui request reply CU") == {request_reference}
    assert "refused" in completed(f"consentui request reply {request_reference} ref")


def test_no_name_is_offered_that_a_shell_would_act_upon(call: Call, account: str) -> None:
    call("account", "tag", account, "+press", "+$(id)", "+`id`")
    assert completed("consentui status --tag ") == {"press"}


@pytest.mark.parametrize(
    "line", [{}, {"COMP_WORDS": "consentui st", "COMP_CWORD": "x"}, {"COMP_WORDS": "consentui st"}]
)
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_half_a_question_of_a_shell_has_no_answer(shell: str, line: dict[str, str]) -> None:
    asked = {**os.environ, **line, "_CONSENTUI_COMPLETE": f"{shell}_complete"}
    done = subprocess.run(
        [sys.executable, "-m", "consentui"], env=asked, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_a_journal_that_cannot_be_read_offers_nothing_and_says_nothing() -> None:
    folders = profile_folders()
    folders.data.mkdir(parents=True)
    folders.journal.write_text("= nonsense", encoding="utf-8")
    assert completed("consentui walk ") == set()


def completed(words: str) -> set[str]:
    """What bash is offered for the last word of a line."""
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
    assert done.stderr == ""
    return {line.partition(",")[2] for line in done.stdout.splitlines() if line}
