"""The cache of a long journal saves parsing; a wrong, old, truncated or foreign one changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.errors import StorageError
from consentui.journal import cache, file
from consentui.journal.blocks import as_block
from consentui.journal.entries import Entry
from consentui.journal.file import append, read
from consentui.journal.tail import HEADER
from tests.builders import account_added, noted, recorded
from tests.journal.strategies import journals

FIRST = (account_added(0), recorded("switched-off", 1, note="Fait hier, là-bas."))
NEW = noted("one\ntwo", 2)


@pytest.fixture(autouse=True)
def _everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LONG", 0)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.toml"
    append(path, FIRST)
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The path of the cache."""
    return tmp_path / "cache" / "journals" / "default.json"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of bytes parsed in each call."""
    lengths: list[int] = []
    parse = file.parse

    def counted(content: bytes, path: Path) -> file.JournalContent:
        lengths.append(len(content))
        return parse(content, path)

    monkeypatch.setattr(file, "parse", counted)
    return lengths


def test_a_journal_that_was_read_before_is_not_parsed_again(journal: Path, place: Path, parsed: list[int]) -> None:
    first = read(journal, place)
    assert read(journal, place) == first == read(journal)
    assert len(parsed) == 2, "by the first reading, and by the one that keeps nothing"


def test_of_a_journal_that_has_grown_only_what_was_added_is_parsed(
    journal: Path, place: Path, parsed: list[int]
) -> None:
    read(journal, place)
    span = append(journal, [NEW])
    assert read(journal, place).entries == (*FIRST, NEW)
    assert parsed[1:] == [span.end - span.start + len(HEADER)]


def test_what_is_kept_is_for_its_owners_eyes_only(journal: Path, place: Path) -> None:
    read(journal, place)
    assert place.stat().st_mode & 0o077 == 0
    assert place.parent.stat().st_mode & 0o077 == 0


def test_of_a_short_journal_nothing_is_kept(journal: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LONG", 100_000)
    read(journal, place)
    assert not place.exists()


def test_a_folder_that_cannot_be_written_to_keeps_nothing(journal: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert read(journal, tmp_path / "file" / "default.json").entries == FIRST


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:-7],
        lambda content: content[:10],
        lambda _content: b"",
        lambda content: content.replace(b"switched-off", b"not-offered"),
        lambda content: content[:32] + (7).to_bytes(8, "big") + content[40:],
        lambda content: content[:32] + b"\xff" * 8 + content[40:],
        lambda content: b"\0" * len(content),
    ],
    ids=["cut", "cut in its head", "empty", "altered", "of less", "of more than there is", "zeros"],
)
def test_what_was_spoilt_is_not_read(journal: Path, place: Path, spoil: Callable[[bytes], bytes]) -> None:
    first = read(journal, place)
    place.write_bytes(spoil(place.read_bytes()))
    assert read(journal, place) == first


def test_what_was_kept_of_another_journal_is_not_read(journal: Path, place: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    append(other, (*FIRST, NEW))
    read(other, place)
    assert read(journal, place).entries == FIRST


def test_what_another_version_kept_is_not_read(
    journal: Path, place: Path, parsed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(journal, place)
    monkeypatch.setattr(cache, "_SHAPE", b"another")
    assert read(journal, place).entries == FIRST
    assert len(parsed) == 2


@pytest.mark.parametrize(
    "added",
    [
        b"\n# a remark of the person's own\n",
        b'note = "what belongs to the last entry"\n',
        b"[entry.more]\n",
        b"schema = 1\n",
        b"schema = 99\n",
        b"minor = 3\n",
        b'\n[[entry]]\nat = 2026-01-01T08:09:00Z\nwhat = "dreamt"\nid = "01KDWGQEM00000000000000009"\n',
        b'\n[[entry]]\nwhat = "noted"\nid = "01KDWGQEM00000000000000009"\n',
        b"\n[[entry]]\nat = ",
        b"\n<<<<<<< mine\n",
        b"\xff\n",
    ],
)
def test_whatever_was_added_by_hand_is_taken_as_without_what_is_kept(journal: Path, place: Path, added: bytes) -> None:
    read(journal, place)
    journal.write_bytes(journal.read_bytes() + added)
    twin = journal.with_name("twin.toml")
    twin.write_bytes(journal.read_bytes())
    assert _read(journal, place) == _read(twin, None).replace("twin.toml", "journal.toml").replace("twin.", "journal.")


def _read(path: Path, place: Path | None) -> str:
    try:
        return repr(read(path, place))
    except StorageError as error:
        return f"{error.title}\n{error.detail}\n{error.way_out}"


@given(journals, st.integers(0, 8), st.sampled_from([b"Z", b"+02:00"]))
def test_with_and_without_what_is_kept_a_journal_says_the_same(
    tmp_path_factory: pytest.TempPathFactory, entries: Sequence[Entry], cut: int, by_hand: bytes
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    path, place = folder / "journal.toml", folder / "cache.json"
    text = HEADER.decode() + "".join(map(as_block, entries[:cut]))
    path.write_bytes(text.encode().replace(b"Z\n", by_hand + b"\n"))
    assert repr(read(path, place)) == repr(read(path)) == repr(read(path, place))
    append(path, entries[cut:])
    assert repr(read(path, place)) == repr(read(path)) == repr(read(path, place))
