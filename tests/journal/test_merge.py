"""Two copies of a journal are merged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import StorageError
from consentui.journal.entries import Entry
from consentui.journal.file import append, read
from consentui.journal.fold import fold
from consentui.journal.merge import merge_into, missing
from tests.builders import account_added, noted, recorded, undone
from tests.journal.strategies import copies_of, journals

Copies = tuple[list[Entry], list[Entry], list[Entry]]
three_copies = journals.flatmap(lambda journal: st.tuples(*(copies_of(journal) for _ in range(3))))


def merged(ours: list[Entry], theirs: list[Entry]) -> list[Entry]:
    return [*ours, *missing(ours, theirs)]


def ids(journal: list[Entry]) -> set[str]:
    return {entry.id for entry in journal}


@given(three_copies)
def test_merging_gives_every_entry_of_both_once(copies: Copies) -> None:
    ours, theirs, _other = copies
    both = merged(ours, theirs)
    assert ids(both) == ids(ours) | ids(theirs)
    assert len(both) == len(ids(both))


@given(three_copies)
def test_whose_copy_is_merged_into_whose_makes_no_difference(copies: Copies) -> None:
    ours, theirs, _other = copies
    assert fold(merged(ours, theirs)) == fold(merged(theirs, ours))


@given(three_copies)
def test_the_order_of_merging_makes_no_difference(copies: Copies) -> None:
    one, two, three = copies
    assert fold(merged(merged(one, two), three)) == fold(merged(one, merged(two, three)))


@given(three_copies)
def test_merging_again_adds_nothing(copies: Copies) -> None:
    ours, theirs, _other = copies
    assert missing(merged(ours, theirs), theirs) == ()


def test_what_is_missing_comes_oldest_first_and_once() -> None:
    assert missing([noted("b", 2)], [noted("c", 3), noted("b", 2), noted("a", 1), noted("c", 3)]) == (
        noted("a", 1),
        noted("c", 3),
    )


def test_our_words_stand_where_both_have_an_entry() -> None:
    assert missing([noted("ours", 1)], [noted("theirs", 1)]) == ()


# Files


def test_a_merge_adds_what_is_missing_at_the_end_and_leaves_the_other_file_alone(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "journal.toml", tmp_path / "copy.toml"
    append(ours, [account_added(0), recorded("done", 2)])
    append(theirs, [account_added(0), noted("on my phone", 1), undone(recorded("done", 2), 3)])
    before, copy = ours.read_bytes(), theirs.read_bytes()
    assert merge_into(ours, theirs) == (noted("on my phone", 1), undone(recorded("done", 2), 3))
    assert ours.read_bytes().startswith(before)
    assert theirs.read_bytes() == copy
    assert [entry.id[-1] for entry in read(ours).entries] == ["0", "2", "1", "3"]


def test_merging_the_same_copy_again_does_not_touch_the_file(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "journal.toml", tmp_path / "copy.toml"
    append(theirs, [account_added(0)])
    assert merge_into(ours, theirs) == (account_added(0),)
    before = (ours.read_bytes(), ours.stat().st_mtime_ns)
    assert merge_into(ours, theirs) == ()
    assert (ours.read_bytes(), ours.stat().st_mtime_ns) == before


@pytest.mark.parametrize("there", [False, True])
def test_a_copy_with_nothing_in_it_adds_nothing(tmp_path: Path, *, there: bool) -> None:
    if there:
        (tmp_path / "copy.toml").touch()
    assert merge_into(tmp_path / "journal.toml", tmp_path / "copy.toml") == ()
    assert not (tmp_path / "journal.toml").exists()


def test_what_could_drive_a_terminal_is_gone_before_it_is_written(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "journal.toml", tmp_path / "copy.toml"
    append(theirs, [account_added(0, handle="@marie"), noted("note", 1)])
    theirs.write_text(
        theirs.read_text().replace('"@marie"', '"@ma\\u001b[31mrie\u202e"').replace('"note"', '"a\\u009bb\\u2066\\nc"')
    )
    merge_into(ours, theirs)
    assert read(ours).entries == (account_added(0, handle="@ma[31mrie"), noted("ab\nc", 1))
    assert "\\u" not in ours.read_text()


def test_a_copy_of_a_newer_consentui_is_refused(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "journal.toml", tmp_path / "copy.toml"
    append(ours, [account_added(0)])
    theirs.write_text("schema = 2\n")
    with pytest.raises(StorageError, match="newer consentui") as refused:
        merge_into(ours, theirs)
    assert str(theirs) in refused.value.detail
    assert read(ours).entries == (account_added(0),)


def test_a_torn_copy_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    theirs = tmp_path / "copy.toml"
    append(theirs, [account_added(0), noted("torn", 1)])
    torn = theirs.read_bytes()[:-10]
    theirs.write_bytes(torn)
    with pytest.raises(StorageError, match=r"copy\.toml, line "):
        merge_into(tmp_path / "journal.toml", theirs)
    assert theirs.read_bytes() == torn
    assert not list(tmp_path.glob("*torn*"))


def test_a_copy_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "copy.toml").mkdir()
    with pytest.raises(StorageError, match="cannot be read"):
        merge_into(tmp_path / "journal.toml", tmp_path / "copy.toml")
