"""Where consentui keeps its files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from consentui.errors import UsageError
from consentui.storage.places import known_profiles, private_folder, profile_folders


def test_a_profile_has_its_own_folders_where_the_system_wants_them(tmp_path: Path) -> None:
    folders = profile_folders("marie")
    assert folders.journal == tmp_path / "data" / "consentui" / "marie" / "journal.toml"
    assert folders.config_file == tmp_path / "config" / "consentui" / "marie" / "config.toml"
    assert folders.state == tmp_path / "state" / "consentui" / "marie"


def test_profiles_share_what_can_be_worked_out_again_and_nothing_else() -> None:
    one, two = profile_folders(), profile_folders("two")
    assert one.cache == two.cache
    assert {one.data, one.config, one.state}.isdisjoint({two.data, two.config, two.state})


def test_asking_where_things_are_creates_nothing(tmp_path: Path) -> None:
    profile_folders()
    known_profiles()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["default", "client-7", "a", "0", "marie_l", "a" * 40])
def test_small_letters_digits_hyphens_and_underscores_make_a_profile(name: str) -> None:
    assert profile_folders(name).data.name == name


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "a/b", "a\\b", "Marie", "élodie", "-a", "_a", "a b", "a\n", "nul.txt", "a" * 41]
)
def test_what_would_not_do_as_a_folder_everywhere_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot be a profile name") as raised:
        profile_folders(name)
    assert raised.value.way_out == "Use up to 40 lower-case letters, digits, hyphens and underscores."


def test_the_profiles_are_the_folders_with_a_journal_sorted_by_name() -> None:
    for name in ("two", "one"):
        private_folder(profile_folders(name).data)
        profile_folders(name).journal.touch()
    private_folder(profile_folders("empty").data)
    assert known_profiles() == ("one", "two")


def test_every_folder_that_is_made_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = private_folder(tmp_path / "one" / "two" / "three")
    finally:
        os.umask(before)
    assert folder == tmp_path / "one" / "two" / "three"
    assert [stat.S_IMODE(made.stat().st_mode) for made in (folder, folder.parent, folder.parent.parent)] == [0o700] * 3


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    private_folder(tmp_path / "new")
    assert private_folder(tmp_path) == tmp_path
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
