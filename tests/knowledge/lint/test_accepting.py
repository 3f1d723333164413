"""The files that maintainers write: the accepted texts and the last release."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.errors import KnowledgeError, StorageError
from consentui.knowledge.lint.accepting import accept_texts, write_release
from consentui.knowledge.lint.files import files_in
from consentui.knowledge.lint.in_step import in_step_file
from consentui.knowledge.lint.released import read_released, released_file
from consentui.knowledge.lint.run import known_from, lint
from consentui.knowledge.records import Platform
from tests.builders import TODAY, a_control, a_platform, a_text
from tests.knowledge.files import a_base
from tests.knowledge.lint.cases import a_tombstone
from tests.knowledge.lint.shelf import a_shelf

SECOND = a_control(id="second", title=a_text("Second"))
WHOLE = a_platform(a_control(), SECOND)


def rules_broken(data: Path, *platforms: Platform) -> set[str]:
    return {found.rule for found in lint(files_in(data, data), known_from(data, platforms), TODAY, data)}


def test_accepted_texts_are_found_in_step_until_one_language_changes(tmp_path: Path) -> None:
    data = a_shelf(tmp_path, WHOLE)
    assert rules_broken(data) == {"texts-are-accepted"}
    accept_texts(data)
    assert rules_broken(data) == set()
    a_base(data, a_platform(a_control(), SECOND, about=a_text("A place for chirps.", WHOLE.about.fr)))
    assert rules_broken(data) == {"french-follows-english"}
    accept_texts(data)
    assert rules_broken(data) == set()


def test_the_texts_of_shared_files_are_accepted_too(tmp_path: Path) -> None:
    accept_texts(data := a_shelf(tmp_path, WHOLE))
    path = data / "packs.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Everything", "All of it"), encoding="utf-8")
    assert rules_broken(data) == {"french-follows-english"}


def test_after_a_release_ids_and_counts_are_held_to(tmp_path: Path) -> None:
    data = a_shelf(tmp_path, WHOLE)
    write_release(data, "1.0", TODAY)
    accept_texts(data)
    assert rules_broken(data) == set()
    a_base(data, a_platform())
    assert rules_broken(data) == {"control-ids-stay", "counts-never-fall"}


def test_a_release_accepts_that_there_is_less_but_not_that_an_id_is_lost(tmp_path: Path) -> None:
    data = a_shelf(tmp_path, WHOLE)
    write_release(data, "1.0", TODAY)
    before = released_file(data).read_bytes()
    a_base(data, a_platform())
    with pytest.raises(KnowledgeError):
        write_release(data, "1.1", TODAY)
    assert released_file(data).read_bytes() == before
    a_base(data, a_platform(tombstone=(a_tombstone(id="second"),)))
    assert "counts-never-fall" in rules_broken(data)
    write_release(data, "1.1", TODAY)
    assert read_released(data).version == "1.1"
    assert "counts-never-fall" not in rules_broken(data)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    data = a_shelf(tmp_path, WHOLE)
    in_step_file(data).mkdir()
    with pytest.raises(StorageError):
        accept_texts(data)
