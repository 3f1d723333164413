"""Opening the interface, and what is said if that is impossible."""

from __future__ import annotations

import sys

import pytest

from consentui.profile.preferences import read_config, write_setting
from consentui.profile.session import Session
from consentui.storage.places import profile_folders
from consentui.tui.launch import open_interface


class Shown:
    """A stand-in for the interface that remembers what it was opened with."""

    def __init__(self) -> None:
        self.profile: str | None = None
        self.walk: str | None = None
        self.minutes: int | None = None
        self.light: bool | None = None

    def __call__(self, session: Session, walk: str | None, minutes: int | None, *, light: bool) -> int:
        self.profile, self.walk, self.minutes, self.light = session.profile, walk, minutes, light
        return 7


class Asked:
    """A stand-in for asking the terminal, which answers that it is light."""

    def says_light(self) -> bool:
        return True


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Shown:
    stand_in = Shown()
    monkeypatch.setattr("consentui.tui.app.run_app", stand_in)
    monkeypatch.setattr("consentui.tui.shared.background.ColourQuestion", Asked)
    return stand_in


def at_terminal(
    monkeypatch: pytest.MonkeyPatch, *, stdin: bool, stdout: bool, stderr: bool = True, term: str = "xterm-256color"
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: stdin)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: stdout)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: stderr)
    monkeypatch.setenv("TERM", term)


def test_in_a_terminal_the_interface_opens_and_gives_the_exit_code(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(monkeypatch, stdin=True, stdout=True)
    assert open_interface("work", walk="x-0001") == 7
    assert (shown.profile, shown.walk) == ("work", "x-0001")


def test_a_walk_of_some_minutes_is_asked_for(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch, stdin=True, stdout=True)
    open_interface("default", minutes=10)
    assert (shown.walk, shown.minutes) == (None, 10)


def test_language_and_country_of_who_has_begun_are_the_systems_no_more(
    shown: Shown, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(monkeypatch, stdin=True, stdout=True)
    monkeypatch.setenv("LANG", "fr_BE.UTF-8")
    open_interface("default")
    assert not session.folders.config_file.exists()
    session.accounts.add(session.knowledge.platform("x"))
    open_interface("default")
    config = read_config(session.folders.config_file)
    assert (config.language, config.country) == ("fr", "BE")


def test_opened_alone_it_walks_nowhere(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch, stdin=True, stdout=True)
    open_interface("default")
    assert (shown.profile, shown.walk) == ("default", None)


@pytest.mark.parametrize(("theme", "light"), [("auto", True), ("dark", False), ("light", False)])
def test_the_terminal_is_asked_whether_it_is_light_unless_the_person_said_which(
    *, theme: str, light: bool, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(monkeypatch, stdin=True, stdout=True)
    write_setting(profile_folders().config_file, "theme", theme)
    open_interface("default")
    assert shown.light is light


def test_where_errors_go_elsewhere_nothing_could_be_drawn_and_that_is_said(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_terminal(monkeypatch, stdin=True, stdout=True, stderr=False)
    assert open_interface("default") == 2
    said = capsys.readouterr()
    assert said.out.startswith("There is no terminal to open the interface in.\n")
    assert said.err == ""
    assert shown.profile is None


@pytest.mark.parametrize(
    ("stdin", "stdout", "term"),
    [(False, True, "xterm"), (True, False, "xterm"), (False, False, "xterm"), (True, True, "dumb")],
)
def test_without_a_terminal_it_says_what_to_use_instead(
    *,
    stdin: bool,
    stdout: bool,
    term: str,
    shown: Shown,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    at_terminal(monkeypatch, stdin=stdin, stdout=stdout, term=term)
    assert open_interface("default") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("There is no terminal to open the interface in.\n")
    assert "consentui walk --plain" in said.err
    assert shown.profile is None
