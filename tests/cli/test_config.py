"""`consentui config`."""

from __future__ import annotations

import pytest

from consentui.storage.places import profile_folders
from tests.cli.conftest import Call


def test_preferences_are_listed_with_their_defaults(call: Call) -> None:
    said = call("config", "list")
    assert (said.code, said.err) == (0, "")
    assert said.rows == [
        ["language", ""],
        ["country", ""],
        ["region", ""],
        ["theme", "auto"],
        ["mouse", "true"],
        ["animation", "false"],
    ]


def test_preferences_are_listed_as_json(call: Call) -> None:
    assert call("config", "list", "--json").json == {
        "language": None,
        "country": None,
        "region": None,
        "theme": "auto",
        "mouse": True,
        "animation": False,
        "keys": {},
    }


@pytest.mark.parametrize(
    ("key", "value", "written"),
    [("language", "fr", "fr"), ("country", "be", "BE"), ("theme", "dark", "dark"), ("mouse", "off", "false")],
)
def test_a_preference_is_set_shown_and_unset(call: Call, key: str, value: str, written: str) -> None:
    before = call("config", "get", key).out
    said = call("--language", "en", "config", "set", key, value)
    assert (said.code, said.out, said.err) == (0, "", "Saved.\n")
    assert call("config", "get", key).out == f"{written}\n"
    assert call("config", "unset", key).code == 0
    assert call("config", "get", key).out == before


def test_the_preferred_language_is_spoken_and_the_asked_one_goes_before(call: Call) -> None:
    call("config", "set", "language", "fr")
    assert call("undo").err == "Il n’y a rien à annuler.\n"
    assert call("--language", "en", "undo").err == "There is nothing to undo.\n"
    assert call("--language=en", "undo").err == "There is nothing to undo.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("set", "langage", "fr"), "Did you mean “language”?"),
        (("set", "zzzzzz", "fr"), "Known keys: language, country, region, theme, mouse, animation."),
        (("set", "language", "es"), "Use one of: en, fr, de."),
        (("set", "country", "France"), "two-letter"),
        (("set", "language", "\udcff"), "Use one of: en, fr, de."),
        (("set", "country", "\udcff"), "two-letter"),
        (("set", "mouse", "perhaps"), "Use true or false."),
        (("get", "langage"), "'langage'"),
        (("unset", "langage"), "'langage'"),
    ],
)
def test_what_does_not_exist_or_does_not_fit_is_refused(call: Call, arguments: tuple[str, ...], words: str) -> None:
    said = call("config", *arguments)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert not profile_folders().config_file.exists()


def test_the_places_are_shown_and_differ_by_profile(call: Call) -> None:
    folders = profile_folders()
    assert call("config", "path").out == f"{folders.config_file}\n{folders.journal}\n"
    assert call("--profile", "work", "--new", "config", "path").out != call("config", "path").out


def test_preferences_that_are_not_as_they_should_be_are_a_fault_and_are_left_alone(call: Call) -> None:
    path = profile_folders().config_file
    path.parent.mkdir(parents=True)
    path.write_text('langage = "fr"\n', encoding="utf-8")
    for arguments in (("config", "list"), ("config", "set", "theme", "dark"), ("status",)):
        said = call(*arguments)
        assert (said.code, said.out) == (3, "")
        assert str(path) in said.err
        assert "language" in said.err
    assert path.read_text(encoding="utf-8") == 'langage = "fr"\n'
