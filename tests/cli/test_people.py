"""`--profile` and `consentui people`: a mistyped name never begins a profile."""

from __future__ import annotations

import io
import sys

import pytest

from consentui.cli.start import run
from consentui.i18n import language
from consentui.profile.preferences import read_config, write_setting
from consentui.profile.session import open_session
from consentui.storage.places import all_profiles, profile_folders
from tests.cli.conftest import Call


class _Terminal(io.TextIOWrapper):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, *arguments: str, answers: str) -> int:
    """Run consentui as in a terminal where these answers are typed; return the exit code."""
    monkeypatch.setattr(sys, "stdin", _Terminal(io.BytesIO(answers.encode()), encoding="utf-8"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    return run(arguments)


def test_a_mistyped_profile_is_refused_with_the_nearest_name_and_begins_nobody(call: Call) -> None:
    call("--profile", "anna", "--new", "account", "add", "x")
    said = call("--profile", "ana", "account", "add", "x")
    assert (said.code, said.out) == (2, "")
    assert said.err == ("There is no profile “ana”.\nDid you mean “anna”?\n“--new” creates a profile with this name.\n")
    assert all_profiles() == ("anna",)


def test_a_mistyped_profile_of_the_environment_is_refused_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSENTUI_PROFILE", "ana")
    for arguments in ((), ("status",)):
        said = call(*arguments)
        assert said.code == 2
        assert "There is no profile “ana”." in said.err
    assert all_profiles() == ()


def test_who_is_known_is_opened_with_or_without_new(call: Call) -> None:
    call("--profile", "anna", "--new", "account", "add", "x")
    assert call("--profile", "anna", "--new", "account", "add", "linkedin").code == 0
    assert len(call("--profile", "anna", "account", "list").rows) == 2


def test_the_default_profile_needs_no_beginning(call: Call) -> None:
    assert call("--profile", "default", "status").code == 0


def test_in_a_terminal_the_nearest_is_asked_for_and_taken(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    call("--profile", "anna", "--new", "account", "add", "x")
    assert typed(monkeypatch, "--profile", "ana", "account", "add", "linkedin", answers="y\n") == 0
    assert all_profiles() == ("anna",)
    assert len(open_session("anna").accounts) == 2


def test_the_person_who_was_meant_is_spoken_to_in_their_language(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    call("--profile", "anna", "--new", "config", "set", "language", "fr")
    typed(monkeypatch, "--profile", "ana", "status", answers="y\n")
    assert language() == "fr"


def test_in_a_terminal_another_person_is_begun_once_that_was_agreed_to(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("--profile", "anna", "--new", "account", "add", "x")
    assert typed(monkeypatch, "--profile", "ana", "account", "add", "linkedin", answers="n\ny\n") == 0
    assert all_profiles() == ("ana", "anna")


def test_in_a_terminal_nobody_is_begun_where_that_is_not_agreed_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(monkeypatch, "--profile", "ana", "status", answers="\n") == 1
    assert capsys.readouterr().err.endswith("Nothing was created.\n")
    assert all_profiles() == ()


def test_a_client_that_nobody_has_is_not_reported_as_one_who_has_nothing(call: Call) -> None:
    call("--profile", "shop", "--new", "account", "add", "x")
    said = call("report", "--kind", "portfolio", "--client", "shp")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean “shop”?" in said.err


# Language and country


def test_language_and_country_are_the_profiles_once_something_was_written(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    call("status")
    assert not profile_folders().config_file.exists()
    call("account", "add", "x")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    call("status")
    assert language() == "fr"
    assert (open_session().preferences.language, open_session().preferences.country) == ("fr", "FR")


def test_what_was_set_stays_and_what_the_system_does_not_say_is_not_made_up(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_setting(profile_folders().config_file, "language", "fr")
    monkeypatch.setenv("LANG", "C")
    call("account", "add", "x")
    config = read_config(profile_folders().config_file)
    assert (config.language, config.country) == ("fr", None)


def test_a_command_that_failed_settles_nothing(call: Call) -> None:
    assert call("account", "add", "nowhere").code == 2
    assert not profile_folders().config_file.exists()


# `people`


def test_people_shows_each_profile_and_how_far_it_has_come(call: Call) -> None:
    assert call("people").err == "Nothing is kept.\n"
    call("account", "add", "x")
    call("--profile", "anna", "--new", "account", "add", "linkedin")
    rows = call("people").rows
    assert [row[:2] for row in rows] == [["anna", "1 account"], ["default", "1 account"]]
    assert rows[0][2].startswith("0 of ")
    people = call("people", "--json").json["people"]
    assert people[0] == {
        "profile": "anna",
        "accounts": 1,
        "progress": {"settled": 0, "counted": people[0]["progress"]["counted"]},
        "late": 0,
        "fault": "",
    }


def test_a_profile_that_was_begun_and_holds_nothing_can_go(call: Call) -> None:
    call("--profile", "anna", "--new", "status")
    assert all_profiles() == ("anna",)
    assert call("--profile", "anna", "forget", "profile").code == 1
    assert all_profiles() == ()
