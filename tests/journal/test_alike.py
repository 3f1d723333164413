"""Another copy of a journal is read quickly, and always as it would be read alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import StorageError
from consentui.journal import alike, file
from consentui.journal.alike import blocks_of
from consentui.journal.blocks import as_block
from consentui.journal.entries import Entry
from consentui.journal.tail import HEADER
from tests.builders import account_added, noted, recorded
from tests.journal.strategies import copies_of, journals

OURS = (account_added(0), recorded("switched-off", 1, note="Fait hier, là-bas."), noted("[[entry]]\nx", 2))
PLACE = Path("other/journal.toml")


def written(*entries: Entry) -> bytes:
    return HEADER + "".join(map(as_block, entries)).encode()


KNOWN = blocks_of(written(*OURS), OURS)


@given(journals.flatmap(lambda journal: st.tuples(copies_of(journal), copies_of(journal))))
def test_a_copy_is_read_as_it_would_be_alone(copies: tuple[list[Entry], list[Entry]]) -> None:
    ours, theirs = copies
    content = written(*theirs)
    assert alike.parse(content, PLACE, blocks_of(written(*ours), ours)) == file.parse(content, PLACE)


def test_only_what_is_new_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []
    whole = file.parse

    def parse(content: bytes, path: Path) -> file.JournalContent:
        parsed.append(content)
        return whole(content, path)

    monkeypatch.setattr(file, "parse", parse)
    new = noted("theirs", 3)
    assert alike.parse(written(OURS[0], new, *OURS[1:]), PLACE, KNOWN).entry == (OURS[0], new, *OURS[1:])
    assert parsed == [written(new)]


def test_a_fault_is_told_with_its_line_in_the_whole_file() -> None:
    content = written(*OURS) + b'\n[[entry]]\nwhat = "nonsense"\n'
    with pytest.raises(StorageError) as alone:
        file.parse(content, PLACE)
    with pytest.raises(StorageError) as known:
        alike.parse(content, PLACE, KNOWN)
    assert str(known.value) == str(alone.value)


def test_a_head_inside_a_text_of_several_lines_is_text() -> None:
    block = as_block(OURS[2]).encode()
    content = written(OURS[0], noted("NOTE", 3)).replace(b'"NOTE"', b"'''" + block + b"'''")
    assert b"'''" in content
    found = alike.parse(content, PLACE, KNOWN)
    assert found == file.parse(content, PLACE)
    assert len(found.entry) == 2


@pytest.mark.parametrize("change", [(b"\n", b"\r\n"), (b"[[entry]]", b"[[ entry ]]"), (b'"Fait', b'"""Fait')])
def test_of_a_journal_that_is_written_otherwise_nothing_is_known(change: tuple[bytes, bytes]) -> None:
    assert blocks_of(written(*OURS).replace(*change), OURS) == {}
