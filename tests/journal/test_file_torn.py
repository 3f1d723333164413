"""What a crash, a power cut or a killed program leaves at the end of the journal."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import StorageError
from consentui.journal.blocks import as_block
from consentui.journal.entries import Entry
from consentui.journal.file import append, read
from tests.builders import account_added, noted, recorded
from tests.journal.strategies import journals

EARLIER = (account_added(0, handle="@élodie"), recorded("not-found", 1))
LAST = noted("Vu à l’écran :\n« [[entry]] »\n\tid = 3 🦊", 2, seen="Améliorer")
NEXT = noted("after the crash", 3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of a journal that does not exist yet."""
    return tmp_path / "journal.toml"


def torn_files(path: Path) -> list[Path]:
    return sorted(path.parent.glob("journal.torn-*.toml"))


def check_torn(path: Path, left: bytes, earlier: Sequence[Entry]) -> None:
    """Check that a journal of which `left` remains gives the earlier entries, loses no byte, and takes new ones."""
    path.write_bytes(left)
    reading = read(path)
    kept, aside = path.read_bytes(), torn_files(path)
    assert reading.entries == tuple(earlier)
    assert reading.length == len(kept)
    assert reading.torn == (aside[0] if aside else None)
    assert kept + b"".join(file.read_bytes() for file in aside) == left
    append(path, [NEXT])
    assert read(path).entries == (*earlier, NEXT)
    assert torn_files(path) == aside


def cuts(path: Path, written: Sequence[Entry], last: Sequence[Entry]) -> list[tuple[bytes, bool]]:
    """Every way in which the last write may be cut short, and whether only the newline after its id is missing."""
    if written:
        append(path, written)
    start = path.stat().st_size if written else 0
    append(path, last)
    whole = path.read_bytes()
    return [(whole[:cut], cut == len(whole) - 1) for cut in range(start, len(whole))]


@pytest.mark.parametrize("zeros", [0, 512])
@pytest.mark.parametrize("written", [(), EARLIER], ids=["first write", "later write"])
def test_wherever_the_last_write_was_cut_the_entries_before_it_are_there_and_every_byte_is_kept(
    path: Path, written: Sequence[Entry], zeros: int
) -> None:
    for left, is_whole in cuts(path, written, [LAST]):
        check_torn(path, left + bytes(zeros), (*written, LAST) if is_whole else written)
        for file in torn_files(path):
            file.unlink()


def test_of_several_entries_written_at_once_the_whole_ones_stay(path: Path) -> None:
    first = as_block(EARLIER[0]).encode()
    for left, is_whole in cuts(path, (), EARLIER):
        begun = left.count(b"\n[[entry]]\n")
        if left.count(first) and begun == 2:
            check_torn(path, left, EARLIER if is_whole else EARLIER[:1])
            for file in torn_files(path):
                file.unlink()


@given(journals.filter(bool), st.data())
def test_any_journal_cut_anywhere_gives_the_entries_before_the_cut(entries: list[Entry], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.toml"
        append(path, entries)
        whole = path.read_bytes()
        cut = data.draw(st.integers(0, len(whole)))
        ends = [whole.index(as_block(entry).encode()) + len(as_block(entry).encode()) for entry in entries]
        check_torn(path, whole[:cut], [entry for entry, end in zip(entries, ends, strict=True) if end - 1 <= cut])


@pytest.mark.parametrize("last", [b"", b"\n[[entry]]\nat = 2026-01-01 08:02:00+"])
def test_the_zeros_of_a_power_cut_are_set_aside(path: Path, last: bytes) -> None:
    append(path, EARLIER)
    whole = path.read_bytes()
    path.write_bytes(whole + last + bytes(4096))
    reading = read(path)
    assert reading.entries == EARLIER
    assert reading.torn is not None
    assert reading.torn.read_bytes() == last.lstrip(b"\n") + bytes(4096)


def test_an_entry_added_to_a_torn_journal_nobody_read_sets_the_torn_piece_aside_first(path: Path) -> None:
    append(path, EARLIER)
    whole = path.read_bytes()
    path.write_bytes(whole + b"\n[[entry]]\nat = 2026")
    append(path, [NEXT])
    (aside,) = torn_files(path)
    assert aside.read_bytes() == b"[[entry]]\nat = 2026"
    assert read(path).entries == (*EARLIER, NEXT)


def test_the_torn_piece_lies_beside_the_journal_under_its_time_for_its_owner_only(path: Path) -> None:
    for expected in ("journal.torn-20261121-081500.toml", "journal.torn-20261121-081500-2.toml"):
        path.write_bytes(b"# The journal of cons")
        os.utime(path, (1795248900, 1795248900))
        assert read(path).torn == path.with_name(expected)
        assert stat.S_IMODE(path.with_name(expected).stat().st_mode) == 0o600


def test_a_torn_piece_is_on_the_disk_before_it_is_cut_off(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(path, EARLIER)
    with path.open("ab") as file:
        file.write(b"\n[[entry]]\nat = 2026")
    whole = path.stat().st_size
    lengths: list[tuple[str, int]] = []
    fsync = os.fsync

    def seen_fsync(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        lengths.append((kind, path.stat().st_size))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", seen_fsync)
    read(path)
    kept = path.stat().st_size
    assert lengths == [("file", whole), ("folder", whole), ("file", kept)]


def test_a_torn_journal_that_cannot_be_mended_is_an_error_and_left_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(path, EARLIER)
    path.write_bytes(torn := path.read_bytes()[:-5])

    opening = os.open

    def refusing(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(13, "Permission denied")
        return opening(path, flags, mode)

    monkeypatch.setattr(os, "open", refusing)
    with pytest.raises(StorageError, match="incomplete and cannot be set aside") as raised:
        read(path)
    assert raised.value.detail == f"{path}: Permission denied"
    assert path.read_bytes() == torn


def test_an_entry_whose_id_line_was_taken_out_by_hand_is_set_aside_only_at_the_end(path: Path) -> None:
    append(path, EARLIER)
    first, second = (f'id = "{entry.id}"\n' for entry in EARLIER)
    text = path.read_text()
    path.write_text(text.replace(first, ""))
    with pytest.raises(StorageError, match="the key “id” is missing"):
        read(path)
    path.write_text(text.replace(second, ""))
    assert read(path).entries == EARLIER[:1]
