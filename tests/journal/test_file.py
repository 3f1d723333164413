"""The journal file: what is read from it, and how an entry is added."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given

from consentui.errors import StorageError
from consentui.journal.blocks import as_block
from consentui.journal.entries import Entry
from consentui.journal.file import JournalReading, Span, append, read
from consentui.journal.tail import SCHEMA
from tests.builders import account_added, noted, recorded
from tests.journal.strategies import journals

FIRST = (account_added(0), recorded("switched-off", 1, note="Fait hier, là-bas."))
NEW = noted("one\ntwo", 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of a journal that does not exist yet."""
    return tmp_path / "consentui" / "default" / "journal.toml"


@pytest.fixture
def journal(path: Path) -> Path:
    """A journal of two entries."""
    append(path, FIRST)
    return path


@pytest.fixture
def of_an_ordinary_user() -> Iterator[Path]:
    """A folder of an ordinary user; a test that runs as root runs as that user instead."""
    import tomli  # noqa: F401 -- imported now, because only root may be able to read them
    import tomli_w  # noqa: F401

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid():
            yield folder
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# Adding


def test_a_journal_that_does_not_exist_holds_nothing(path: Path) -> None:
    assert read(path) == JournalReading()
    assert not path.parent.exists()


def test_the_first_entry_makes_the_file_with_its_schema(path: Path) -> None:
    span = append(path, [NEW])
    text = path.read_text()
    assert f"\nschema = {SCHEMA}\n" in text
    assert text.endswith(as_block(NEW))
    assert read(path) == JournalReading((NEW,), span.end)


def test_an_entry_is_added_at_the_end_and_nothing_before_it_changes(journal: Path) -> None:
    before = journal.read_bytes()
    span = append(journal, [NEW])
    assert journal.read_bytes() == before + as_block(NEW).encode()
    assert span == Span(len(before), journal.stat().st_size)


@given(journals)
def test_what_was_added_is_what_is_read_in_the_same_order(entries: Sequence[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.toml"
        for entry in entries:
            append(path, [entry])
        assert read(path).entries == tuple(entries)


def test_journal_and_folders_are_for_their_owners_eyes_only_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        append(path, [NEW])
    finally:
        os.umask(before)
    assert [mode(folder) for folder in (path.parent.parent, path.parent)] == [0o700, 0o700]
    assert {mode(file) for file in path.parent.iterdir()} == {0o600}


def test_a_mode_that_the_person_gave_the_journal_stays(journal: Path) -> None:
    journal.chmod(0o640)
    append(journal, [NEW])
    assert mode(journal) == 0o640


# Hand-edited correctly


@pytest.mark.parametrize(
    "end",
    [
        "# a comment of mine\n",
        "# a comment without a newline",
        "\n\n# two\n\n# comments\n\n\n",
        "# [[entry]]\n",
        "\n" * 300,
        f"# {'long ' * 100}",
    ],
)
def test_what_a_person_wrote_at_the_end_survives_the_next_entry(journal: Path, end: str) -> None:
    journal.write_text(edited := journal.read_text() + end)
    append(journal, [NEW])
    newline = "" if edited.endswith("\n") else "\n"
    assert journal.read_text() == edited + newline + as_block(NEW)
    assert read(journal) == JournalReading((*FIRST, NEW), journal.stat().st_size)


@pytest.mark.parametrize(
    "id_line",
    [
        'id = "00000000000000000000000001"',
        "id='00000000000000000000000001'\n",
        "id  =  '00000000000000000000000001'",
        'id = "00000000000000000000000001" # the second\n',
        'id = "00000000000000000000000001" # the second',
        'id = "00000000000000000000000001"\r\n',
        'id = "00000000000000000000000001"\r',
        'id = "00000000000000000000000001"\nnote = "under the id"\n',
    ],
)
def test_an_id_line_written_another_way_is_no_torn_entry(journal: Path, id_line: str) -> None:
    before, _id, _rest = journal.read_text().rpartition("id = ")
    text = before.replace('note = "Fait hier, là-bas."\n', "") if "note" in id_line else before
    with journal.open("w", newline="") as file:
        file.write(text + id_line)
    if id_line.endswith("\r"):  # TOML has no lone \r; a newline completes the line end
        append(journal, [NEW])
    reading = read(journal)
    assert [entry.id[-1] for entry in reading.entries][:2] == ["0", "1"]
    assert reading.torn is None


def test_a_journal_with_the_line_ends_of_windows_is_read_and_added_to(journal: Path) -> None:
    journal.write_bytes(journal.read_bytes().replace(b"\n", b"\r\n"))
    append(journal, [NEW])
    assert read(journal).entries == (*FIRST, NEW)


@pytest.mark.parametrize("start", [b"", b"\n", b" \n\n", b"schema = 1", b"schema = 1\n", b"# mine\nschema = 1\n"])
def test_a_journal_without_entries_is_empty_and_can_be_added_to(path: Path, start: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(start)
    assert read(path).entries == ()
    append(path, [NEW])
    assert read(path).entries == (NEW,)


def test_what_a_hand_may_have_put_there_to_drive_the_terminal_is_read_without_it(journal: Path) -> None:
    text = journal.read_text()
    journal.write_text(text.replace('"Fait hier, là-bas."', '"a\\u001b]0;b\\u0007\u202ec\\u0085\\r\\nd\\uFEFF"'))
    entry = read(journal).entries[1]
    assert isinstance(entry, type(FIRST[1]))
    assert entry == recorded("switched-off", 1, note="a]0;bc\nd")


# Hand-edited wrongly

MISTAKES = {
    "an unknown key": ('handle = "', 'hnadle = "', 9, "“handle”"),
    "an unknown outcome": ('"switched-off"', '"switched-of"', 17, "switched-of"),
    "a missing key": ('control = "training"\n', "", 12, "control"),
    "a spoilt id": ('id = "00000000000000000000000000"', 'id = "0000"', 10, "At entry[0].id"),
    "a spoilt last id": ('id = "00000000000000000000000001"', 'id = "0000"', 19, "At entry[1].id"),
    "a moment without its offset": ("08:00:00+00:00", "08:00:00", 5, "At entry[0].at"),
    "an open quotation": ('platform = "chirp"', 'platform = "chirp', 8, "not valid TOML"),
    "a key said twice": ('platform = "chirp"\n', 'platform = "chirp"\nplatform = "x"\n', 9, "not valid TOML"),
    "no schema": ("schema = 1", "", 1, "schema"),
    "a schema that is a word": ("schema = 1", 'schema = "one"', 2, "At schema"),
    "a schema that never was": ("schema = 1", "schema = 0", 2, "At schema"),
    "a key of nowhere": ("schema = 1", "schema = 1\ncolour = 3", 3, "colour"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_file_and_line_and_nothing_is_touched(journal: Path, mistake: str) -> None:
    right, wrong, line, words = MISTAKES[mistake]
    text = journal.read_text()
    assert text.count(right) == 1 or right == 'control = "training"\n'
    journal.write_text(text := text.replace(right, wrong))
    there = set(journal.parent.iterdir())
    with pytest.raises(StorageError) as raised:
        read(journal)
    assert raised.value.title.startswith(f"{journal}, line {line}: ")
    assert words in str(raised.value)
    assert raised.value.way_out.endswith("The file was left as it is: fix that line, or restore a copy.")
    assert journal.read_text() == text
    assert set(journal.parent.iterdir()) == there


def test_what_is_not_utf_8_is_named_with_its_line_and_nothing_is_touched(journal: Path) -> None:
    journal.write_bytes(spoilt := journal.read_bytes().replace("là-bas".encode(), "là-bas".encode("latin-1")))
    with pytest.raises(StorageError, match="line 18: this is not UTF-8 text") as raised:
        read(journal)
    assert str(journal) in raised.value.title
    assert journal.read_bytes() == spoilt


@pytest.mark.parametrize("entry", ["", '\n[[entry]]\nsomething = "new"\n', "\n[[entr"])
def test_a_journal_of_a_newer_consentui_is_refused_and_left_as_it_is(path: Path, entry: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(f"# newer\nschema = {SCHEMA + 1}\n{entry}")
    before = path.read_text()
    with pytest.raises(StorageError, match="written by a newer consentui") as raised:
        read(path)
    assert raised.value.way_out == "Update consentui."
    assert f"schema {SCHEMA + 1}" in raised.value.detail
    assert path.read_text() == before
    assert not list(path.parent.glob("*torn*"))


def test_a_schema_of_thousands_of_digits_is_no_number(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(f"schema = {'9' * 5000}\n")
    with pytest.raises(StorageError, match="not valid TOML") as raised:
        read(path)
    assert raised.value.detail == "A number is too long."


# Saved, or not


def test_an_entry_is_saved_only_once_it_is_on_the_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    write, fsync = os.write, os.fsync

    def seen_write(descriptor: int, content: bytes) -> int:
        steps.append("write")
        return write(descriptor, content)

    def seen_fsync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        assert is_folder or path.read_bytes().endswith(as_block(NEW).encode())
        fsync(descriptor)
        steps.append("folder synced" if is_folder else "synced")

    monkeypatch.setattr(os, "write", seen_write)
    monkeypatch.setattr(os, "fsync", seen_fsync)
    append(path, [NEW])
    steps.append("saved")
    append(path, [NEW])
    steps.append("saved")
    assert steps == ["write", "synced", "folder synced", "saved", "write", "synced", "saved"]


def test_several_entries_cost_one_sync(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    syncs: list[int] = []
    monkeypatch.setattr(os, "fsync", syncs.append)
    append(journal, [NEW, noted("", 3), noted("", 4)])
    assert len(syncs) == 1
    assert read(journal).entries == (*FIRST, NEW, noted("", 3), noted("", 4))


def test_a_system_that_writes_little_at_a_time_gets_all_of_it_written(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:7]))
    append(journal, [NEW])
    assert read(journal).entries == (*FIRST, NEW)


@pytest.mark.parametrize("room", [0, 1, 12, 100])
@pytest.mark.parametrize("new", [False, True])
def test_a_full_disk_leaves_the_journal_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch, room: int, *, new: bool
) -> None:
    if not new:
        append(path, FIRST)
    before = path.read_bytes() if path.exists() else b""
    write, left = os.write, [room]

    def scarce_write(descriptor: int, content: bytes) -> int:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = write(descriptor, content[: left[0]])
        left[0] -= written
        return written

    with monkeypatch.context() as full:
        full.setattr(os, "write", scarce_write)
        with pytest.raises(StorageError, match="could not be saved") as raised:
            append(path, [NEW])
    assert "No space left on the disk" in raised.value.detail
    assert (b"" if new else path.read_bytes()) == before
    assert path.exists() != new
    append(path, [NEW])
    assert read(path).entries == ((NEW,) if new else (*FIRST, NEW))
    assert not list(path.parent.glob("*torn*"))


def test_what_could_not_be_synced_is_not_kept(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = journal.read_bytes()

    def failing(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(StorageError, match="could not be saved"):
        append(journal, [NEW])
    assert journal.read_bytes() == before


def test_nothing_is_saved_in_a_folder_that_may_not_be_written_to(of_an_ordinary_user: Path) -> None:
    of_an_ordinary_user.chmod(0o500)
    for path in (of_an_ordinary_user / "journal.toml", of_an_ordinary_user / "default" / "journal.toml"):
        with pytest.raises(StorageError, match="could not be saved") as raised:
            append(path, [NEW])
        assert raised.value.detail == f"{path}: Permission denied"
    assert not list(of_an_ordinary_user.iterdir())


def test_a_journal_that_may_only_be_read_is_read_and_never_added_to(of_an_ordinary_user: Path) -> None:
    path = of_an_ordinary_user / "journal.toml"
    append(path, FIRST)
    path.chmod(0o400)
    with pytest.raises(StorageError, match="could not be saved"):
        append(path, [NEW])
    assert read(path).entries == FIRST


def test_a_journal_that_may_not_be_read_is_an_error_and_not_an_empty_one(of_an_ordinary_user: Path) -> None:
    path = of_an_ordinary_user / "journal.toml"
    append(path, FIRST)
    path.chmod(0o000)
    with pytest.raises(StorageError, match="cannot be read") as raised:
        read(path)
    assert raised.value.detail == f"{path}: Permission denied"


def test_a_folder_in_place_of_the_journal_is_an_error(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StorageError, match="cannot be read"):
        read(path)
    with pytest.raises(StorageError, match="could not be saved"):
        append(path, [NEW])
