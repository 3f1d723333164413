"""Files put where the person wants them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consentui.errors import StorageError
from consentui.storage.saving import FileIsThereError, save_text


def test_a_saved_report_is_for_its_owners_eyes(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "today.md"
    save_text(path, "# Rapport du 1er décembre\n")
    assert path.read_text(encoding="utf-8") == "# Rapport du 1er décembre\n"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_report_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "today.md"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(FileIsThereError, match="exists already") as caught:
        save_text(path, "new")
    assert "--force" in caught.value.way_out
    assert path.read_text(encoding="utf-8") == "mine"
    save_text(path, "new", replace=True)
    assert path.read_text(encoding="utf-8") == "new"


def test_a_tilde_is_the_persons_home(tmp_path: Path) -> None:
    save_text(Path("~/today.md"), "new")
    assert (tmp_path / "today.md").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("place", ["~nobody-of-that-name/today.md", "to\0day.md"])
def test_a_place_that_no_system_can_have_is_refused(place: str) -> None:
    with pytest.raises(StorageError, match="could not be written"):
        save_text(Path(place), "new", replace=True)


@pytest.mark.parametrize("place", ["a file/today.md", "a folder"])
def test_a_report_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_text("mine", encoding="utf-8")
    (tmp_path / "a folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StorageError, match="could not be written"):
        save_text(tmp_path / place, "new", replace=True)
    assert sorted(tmp_path.rglob("*")) == before
