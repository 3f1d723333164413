"""Journals after another program brought copies together: conflict markers inside, conflicting copies beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.errors import StorageError
from consentui.journal.blocks import as_block
from consentui.journal.conflicts import copies_beside
from consentui.journal.file import append, mend_conflict, read
from tests.builders import account_added, noted

FIRST, OURS, THEIRS = account_added(0), noted("ours", 1), noted("theirs", 2)


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A journal as git leaves it when both sides added an entry."""
    path = tmp_path / "journal.toml"
    append(path, [FIRST])
    with path.open("a") as file:
        file.write(f"<<<<<<< HEAD\n{as_block(OURS)}||||||| 1234567\n=======\n{as_block(THEIRS)}>>>>>>> desktop\n")
    return path


def test_markers_are_named_as_such_with_their_line_and_nothing_is_touched(marked: Path) -> None:
    before = marked.read_bytes()
    with pytest.raises(StorageError, match="line 11: two versions of the journal stand") as raised:
        read(marked)
    assert "doctor --mend" in raised.value.way_out
    assert marked.read_bytes() == before
    assert list(marked.parent.iterdir()) == [marked]


def test_mending_keeps_both_versions_and_a_copy_of_the_file(marked: Path) -> None:
    before = marked.read_bytes()
    copy = mend_conflict(marked)
    assert read(marked).entries == (FIRST, OURS, THEIRS)
    assert copy
    assert copy.read_bytes() == before
    assert mend_conflict(marked) is None


def test_what_is_wrong_without_the_markers_too_is_left_as_it_is(marked: Path) -> None:
    marked.write_bytes(before := marked.read_bytes().replace(b'note = "theirs"', b'note = "theirs'))
    with pytest.raises(StorageError, match="not valid TOML"):
        mend_conflict(marked)
    assert marked.read_bytes() == before
    assert list(marked.parent.iterdir()) == [marked]


def test_a_note_that_looks_like_a_marker_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "journal.toml"
    note = noted("<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> b", 1)
    append(path, [note])
    assert read(path).entries == (note,)


@pytest.mark.parametrize(
    "name",
    [
        "journal.sync-conflict-20261128-101112-ABCDEFG.toml",
        "journal (Marie's conflicted copy 2026-11-28).toml",
        "journal (Copie en conflit de Marie 2026-11-28).toml",
        "journal (conflicted copy 2026-11-28 101112).toml",
        "journal_conflict-20261128-101112.toml",
        "journal-LAPTOP.toml",
        "journal (1).toml",
        "journal 2.toml",
    ],
)
def test_copies_that_programs_for_synchronising_leave_are_seen(tmp_path: Path, name: str) -> None:
    for other in (name, "journal.toml", "journal.torn-20261121-081500.toml", "journal.before-mending-0.toml", "x.toml"):
        (tmp_path / other).touch()
    assert [path.name for path in copies_beside(tmp_path / "journal.toml")] == [name]
