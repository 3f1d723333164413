"""The entry point: arguments, language, errors and exit codes, in one process."""

from __future__ import annotations

import pytest

from consentui import __version__
from consentui.cli.start import run
from consentui.errors import ConsentuiError, KnowledgeError, StorageError, UsageError, VaultError
from consentui.i18n import language
from consentui.profile.people import begin
from consentui.profile.session import open_session
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call

# The language


@pytest.mark.parametrize(
    ("arguments", "environment", "preferred", "spoken"),
    [
        ((), {}, None, "en"),
        ((), {"LANG": "fr_BE.UTF-8"}, None, "fr"),
        ((), {"LANG": "de_AT.UTF-8"}, None, "de"),
        ((), {"LANG": "es_ES.UTF-8"}, None, "en"),
        ((), {"LANGUAGE": "es:fr"}, None, "fr"),
        ((), {}, "fr", "fr"),
        ((), {"LANG": "fr_FR.UTF-8"}, "en", "en"),
        (("--language", "fr"), {}, "en", "fr"),
        (("--language=fr",), {}, None, "fr"),
        (("--language", "es"), {"LANG": "fr_FR.UTF-8"}, None, "fr"),
        (("--language",), {}, None, "en"),
    ],
)
def test_the_language_is_the_asked_one_else_the_preferred_one_else_the_systems(
    call: Call,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    preferred: str | None,
    spoken: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if preferred:
        call("config", "set", "language", preferred)
    monkeypatch.delenv("LANGUAGE", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    call(*arguments, "--version")
    assert language() == spoken


@pytest.mark.parametrize("chosen", [("--profile", "work"), ("--profile=work",)])
def test_the_preferred_language_is_that_of_the_profile(call: Call, chosen: tuple[str, ...]) -> None:
    call("--profile", "work", "--new", "config", "set", "language", "fr")
    call("--version")
    assert language() == "en"
    call(*chosen, "undo")
    assert language() == "fr"


def test_a_language_that_is_not_spoken_is_refused(call: Call) -> None:
    said = call("--language", "es", "status")
    assert (said.code, said.out) == (2, "")
    assert "'es'" in said.err


# The profile


def test_profiles_are_apart(call: Call) -> None:
    call("--profile", "anna", "--new", "account", "add", "x", "--handle", "@anna")
    call("--profile", "bruno", "--new", "account", "add", "x", "--handle", "@bruno")
    assert [one.handle for one in open_session("anna").accounts] == ["@anna"]
    assert [one.handle for one in open_session("bruno").accounts] == ["@bruno"]
    assert open_session().journal.is_new
    assert call("--profile", "anna", "undo").code == 0
    assert len(open_session("bruno").accounts) == 1


def test_the_profile_may_come_from_the_environment_and_the_asked_one_goes_before(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSENTUI_PROFILE", "anna")
    call("--new", "account", "add", "x")
    call("--profile", "bruno", "--new", "account", "add", "meta")
    assert [one.platform for one in open_session("anna").accounts] == ["x"]
    assert [one.platform for one in open_session("bruno").accounts] == ["meta"]
    assert open_session().journal.is_new


@pytest.mark.parametrize("name", ["../evil", "Anna", "", "a" * 41, "a b"])
def test_a_name_that_no_folder_should_have_is_refused(call: Call, name: str) -> None:
    said = call("--profile", name, "--new", "status")
    assert (said.code, said.out) == (2, "")
    assert "cannot be a profile name" in said.err


# Without arguments


@pytest.mark.parametrize(
    ("arguments", "environment", "profile"),
    [
        ((), {}, "default"),
        ((), {"CONSENTUI_PROFILE": "anna"}, "anna"),
        (("--profile", "bruno"), {"CONSENTUI_PROFILE": "anna"}, "bruno"),
        (("--language", "fr"), {}, "default"),
    ],
)
def test_called_alone_it_opens_the_interface_of_the_profile(
    call: Call,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    profile: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def open_interface(profile: str, walk: str | None = None) -> int:
        opened.append(profile)
        return 7

    monkeypatch.setattr("consentui.tui.launch.open_interface", open_interface)
    begin(profile)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert call(*arguments).code == 7
    assert opened == [profile]


# Errors and interruptions


def test_the_version_is_data(call: Call) -> None:
    said = call("--version")
    assert (said.code, said.out, said.err) == (0, f"consentui {__version__}\n", "")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ConsentuiError("What happened.", "The facts.", "What to do."), 2),
        (UsageError("What happened.", "The facts.", "What to do."), 2),
        (KnowledgeError("What happened.", "The facts.", "What to do."), 2),
        (StorageError("What happened.", "The facts.", "What to do."), 3),
        (VaultError("What happened.", "The facts.", "What to do."), 3),
    ],
)
def test_an_error_is_told_on_stderr_and_decides_the_exit_code(
    error: ConsentuiError, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_arguments: object) -> int:
        raise error

    monkeypatch.setattr("consentui.cli.start._dispatch", fail)
    assert run(["status"]) == code
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "What happened.\nThe facts.\nWhat to do.\n")


@pytest.mark.parametrize("where", [("account", "add"), (), ("account",), ("letter", "1")])
def test_an_error_cannot_drive_the_terminal(call: Call, where: tuple[str, ...]) -> None:
    said = call(*where, "\x1b]0;owned\x07")
    assert said.code == 2
    assert "owned" in said.err
    assert "\x1b" not in said.err


def test_a_journal_that_cannot_be_understood_is_a_fault_of_storage_and_is_left_alone(call: Call) -> None:
    path = profile_folders().journal
    path.parent.mkdir(parents=True, mode=0o700)
    content = 'schema = 1\n\n[[entry]]\nwhat = "nonsense"\nid = "00000000000000000000000001"\n'
    path.write_text(content, encoding="utf-8")
    for arguments in (("status",), ("account", "add", "x"), ("report",), ("history",), ("undo",), ("walk", "--plain")):
        said = call(*arguments)
        assert (said.code, said.out) == (3, "")
        assert str(path) in said.err
    assert path.read_text(encoding="utf-8") == content


def test_an_interruption_is_told_and_has_the_shells_code(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("consentui.cli.status.session_of", interrupted)
    said = call("status")
    assert (said.code, said.out) == (130, "")
    assert said.err.endswith("Stopped.\n")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (MemoryError(), "No memory left"),
        (RuntimeError("can't start new thread"), "The system does not let this program start more threads."),
    ],
)
def test_what_the_system_has_no_more_of_is_said(
    call: Call, monkeypatch: pytest.MonkeyPatch, fault: Exception, words: str
) -> None:
    def need(_name: str) -> None:
        raise fault

    monkeypatch.setattr("consentui.cli.say.open_session", need)
    said = call("status")
    assert (said.code, said.out) == (3, "")
    assert said.err == f"The system refused what was needed.\n{words}\n"


def test_a_fault_of_the_program_is_told_without_what_it_was_working_on(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_name: str) -> None:
        raise KeyError("Marie Lefèvre")

    monkeypatch.setattr("consentui.cli.say.open_session", fail)
    said = call("status")
    assert (said.code, said.out) == (70, "")
    assert said.err.startswith("consentui has stopped because of a fault of its own.\n")
    assert "KeyError" in said.err
    assert "Marie" not in said.err
