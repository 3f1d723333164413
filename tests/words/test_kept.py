"""What the files that consentui keeps are, in words."""

from __future__ import annotations

from pathlib import Path

from consentui.profile import forgetting
from consentui.storage.places import OURS
from consentui.words.kept import kept_lines, kept_words


def test_every_file_that_consentui_writes_is_said_in_words() -> None:
    ours = (*OURS["data"], *OURS["config"], *forgetting._OURS_IN_STATE, *forgetting._PASSING)
    for pattern in (*ours, "journals/default.json", "journal.torn-2027.toml", "journal.sync-conflict-1.toml"):
        path = Path("default", pattern.replace("*", "a"))
        assert kept_words(path) != path.name, pattern


def test_a_file_by_another_program_keeps_its_name() -> None:
    assert kept_words(Path("default/notes.odt")) == "notes.odt"


def test_files_of_one_kind_are_one_line() -> None:
    paths = [Path("default/proofs/a.png"), Path("default/proofs/b.png"), Path("default/identity.toml")]
    assert list(kept_lines(paths)) == ["proof (2 files)", "name and address for letters"]
