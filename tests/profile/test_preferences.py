"""The preferences: read strictly, written without losing what the person wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import StorageError, UsageError
from consentui.profile.preferences import SETTABLE, Config, read_config, write_setting

BY_HAND = """\
# my preferences
language = "fr"   # ma langue

mouse = false

# my keys
[keys]
undo = "u"  # as in vi
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of the preferences, which do not exist yet."""
    return tmp_path / "consentui" / "default" / "config.toml"


@pytest.fixture
def by_hand(path: Path) -> Path:
    """Preferences that a person wrote with an editor."""
    path.parent.mkdir(parents=True)
    path.write_text(BY_HAND)
    return path


# Reading


def test_without_a_file_every_preference_has_its_default(path: Path) -> None:
    assert read_config(path) == Config(None, None, None, "auto", mouse=True, animation=False, keys={})


def test_what_the_person_wrote_is_read(by_hand: Path) -> None:
    assert read_config(by_hand) == Config(language="fr", mouse=False, keys={"undo": "u"})


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('# mine\nlanguague = "fr"\n', 2, "Did you mean “language”?"),
        ('wallpaper = "red"\n', 1, "Known keys: language, country, region, theme"),
        ('language = "fr"\n\ntheme = "pink"\n', 3, "pink"),
        ('mouse = "yes"\n', 1, "true or false is expected here, not text"),
        ('country = "France"\n', 1, "At country"),
        ('country = "fr"\n', 1, "At country"),
        ("mouse = true\n\n[keys]\nundo = 3\n", 4, "text is expected here, not a whole number.\nAt keys.undo"),
        ('language = "fr\n', 1, "not valid TOML"),
        ("mouse = true\nmouse = false\n", 2, "not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_file_its_line_and_what_is_near(
    path: Path, text: str, line: int, words: str
) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text)
    with pytest.raises(StorageError) as raised:
        read_config(path)
    assert raised.value.title.startswith(f"{path}, line {line}: ")
    assert words in str(raised.value)
    with pytest.raises(StorageError):
        write_setting(path, "mouse", "true")
    assert path.read_text() == text


def test_what_is_not_utf_8_is_named(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes('# à moi\nlanguage = "fr"\n'.encode("latin-1"))
    with pytest.raises(StorageError, match="cannot be read") as raised:
        read_config(path)
    assert str(path) in raised.value.title


@pytest.mark.parametrize("in_the_way", ["config.toml", "."])
def test_a_file_that_cannot_be_read_is_an_error_and_not_the_defaults(path: Path, in_the_way: str) -> None:
    if in_the_way == ".":
        path.parent.parent.mkdir(parents=True)
        path.parent.touch()
    else:
        path.mkdir(parents=True)
    with pytest.raises(StorageError, match="cannot be read"):
        read_config(path)


def test_what_could_drive_a_terminal_is_read_without_it(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('[keys]\nundo = "u\\u001b[2J"\n')
    assert read_config(path).keys == {"undo": "u[2J"}


# Writing


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("language", "fr", "fr"),
        ("country", "be", "BE"),
        ("country", "", ""),
        ("theme", "dark", "dark"),
        ("mouse", "off", False),
        ("mouse", "YES", True),
        ("animation", "no", False),
        ("animation", "True", True),
    ],
)
def test_a_preference_that_was_set_is_read(path: Path, key: str, value: str, expected: object) -> None:
    write_setting(path, key, value)
    assert getattr(read_config(path), key) == expected


def test_every_settable_key_is_a_preference_that_is_one_word(path: Path) -> None:
    assert set(SETTABLE) == set(Config.__struct_fields__) - {"keys"}


@pytest.mark.parametrize(
    ("key", "value", "way_out"),
    [
        ("languge", "fr", "Did you mean “language”?"),
        ("wallpaper", "red", "Known keys: language, country, region, theme, mouse, animation."),
        ("keys", "u", "Known keys: language, country, region, theme, mouse, animation."),
        ("language", "es", "Use one of: en, fr, de."),
        ("theme", "pink", "Use one of: auto, dark, light, contrast."),
        ("country", "France", "Use a two-letter country code, such as FR or BE."),
        ("mouse", "maybe", "Use true or false."),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(by_hand: Path, key: str, value: str, way_out: str) -> None:
    with pytest.raises(UsageError) as raised:
        write_setting(by_hand, key, value)
    assert raised.value.way_out == way_out
    assert by_hand.read_text() == BY_HAND


@pytest.mark.parametrize("key", ["keys", "languge"])
def test_only_what_can_be_set_can_be_taken_out(by_hand: Path, key: str) -> None:
    with pytest.raises(UsageError, match="no preference called"):
        write_setting(by_hand, key, None)
    assert by_hand.read_text() == BY_HAND


def test_a_value_is_changed_in_its_place(by_hand: Path) -> None:
    write_setting(by_hand, "language", "en")
    assert by_hand.read_text() == BY_HAND.replace('"fr"', '"en"')


def test_a_new_key_comes_before_the_tables_and_every_comment_stays(by_hand: Path) -> None:
    write_setting(by_hand, "theme", "dark")
    text = by_hand.read_text()
    assert read_config(by_hand) == Config(language="fr", theme="dark", mouse=False, keys={"undo": "u"})
    assert text.index("theme") < text.index("[keys]")
    assert [line for line in text.splitlines() if line and "theme" not in line] == [
        line for line in BY_HAND.splitlines() if line
    ]


def test_a_key_that_is_taken_out_leaves_all_the_others_as_they_were(by_hand: Path) -> None:
    write_setting(by_hand, "mouse", None)
    assert by_hand.read_text() == BY_HAND.replace("mouse = false\n", "")


def test_taking_out_what_is_not_there_changes_nothing(by_hand: Path) -> None:
    write_setting(by_hand, "theme", None)
    assert by_hand.read_text() == BY_HAND


steps = st.tuples(st.sampled_from(SETTABLE), st.sampled_from([None, "fr", "dark", "no", "yes"]))


@given(st.lists(steps, max_size=6), st.sampled_from(["", BY_HAND, 'keys.undo = "u"\n', "# nothing but this"]))
def test_after_any_changes_each_key_has_its_last_value_and_the_keys_are_untouched(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str | None]], before: str
) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_text(before)
    expected = {key: getattr(read_config(path), key) for key in SETTABLE}
    keys = read_config(path).keys
    defaults = Config()
    for key, value in changes:
        try:
            write_setting(path, key, value)
        except UsageError:
            continue
        words = {"no": False, "yes": True} if key in {"mouse", "animation"} else {}
        fits = value.upper() if value and key in {"country", "region"} else words.get(value or "", value)
        expected[key] = getattr(defaults, key) if value is None else fits
    after = read_config(path)
    assert {key: getattr(after, key) for key in SETTABLE} == expected
    assert after.keys == keys


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(28, "No space left on the disk")])
def test_preferences_that_cannot_be_saved_are_as_they_were(
    by_hand: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def failing(_descriptor: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(StorageError, match="could not be saved") as raised:
        write_setting(by_hand, "theme", "dark")
    assert raised.value.detail == f"{by_hand}: {error.strerror}"
    assert by_hand.read_text() == BY_HAND
    assert list(by_hand.parent.iterdir()) == [by_hand]
