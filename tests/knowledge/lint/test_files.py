"""Which files are checked, and as what."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.errors import KnowledgeError
from consentui.knowledge.base import Packs
from consentui.knowledge.lint.files import bundled_name, files_in, record_in
from consentui.knowledge.load import read_text
from tests.builders import a_platform
from tests.knowledge.lint.shelf import a_shelf


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return a_shelf(folder, a_platform(), a_platform(id="nest"))


def test_the_knowledge_base_is_its_platforms_and_the_files_that_they_share(data: Path) -> None:
    (data / "in-step.toml").write_text("", encoding="utf-8")
    (data / "locale.toml").write_text("", encoding="utf-8")
    names = [path.relative_to(data).as_posix() for path in files_in(data, data)]
    assert names == [
        "platforms/chirp.toml",
        "platforms/nest.toml",
        "authorities.toml",
        "controllers.toml",
        "packs.toml",
    ]


def test_any_other_folder_is_all_its_files(data: Path) -> None:
    assert [path.name for path in files_in(data / "platforms", data)] == ["chirp.toml", "nest.toml"]
    assert files_in(data.parent, data) == sorted(data.rglob("*.toml"))


def test_a_file_is_itself(data: Path) -> None:
    assert files_in(data / "packs.toml", data) == [data / "packs.toml"]


def test_bundled_files_have_a_name_however_they_are_called(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bundled_name(data / "platforms" / "x.toml", data) == "platforms/x"
    monkeypatch.chdir(data)
    assert bundled_name(Path("packs.toml"), data) == "packs"


def test_files_of_a_person_have_none(data: Path) -> None:
    assert bundled_name(data.parent / "x.toml", data) == ""
    assert bundled_name(data.parent / "data-too" / "x.toml", data) == ""


def test_a_shared_file_is_read_as_what_it_is(data: Path) -> None:
    path = data / "packs.toml"
    assert isinstance(record_in(read_text(path), path, "packs"), Packs)
    with pytest.raises(KnowledgeError):
        record_in(read_text(path), path, "")
