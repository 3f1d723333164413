"""Damaged journals, and those written to do harm: none reaches other files of the person, and none stays unreadable."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from consentui.clock import STOPPED
from consentui.journal import file
from consentui.journal.entries import RequestSent
from consentui.journal.fold import fold
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call

AT_THE_END = ("7" + "Z" * 25, "76EZ91ZPZZ" + "Z" * 16, "76EZ91ZQ00" + "0" * 16, "6" + "Z" * 25)
CONTROL = "x/grok-training"
READERS = (
    ("status",),
    ("doctor",),
    ("history",),
    ("request", "list"),
    ("request", "show", "1"),
    ("proof", "check"),
    ("report", "--kind", "dossier", "--request", "1", "--format", "zip", "--output", "out.zip"),
)


@pytest.fixture
def journal() -> Path:
    return profile_folders().journal


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file that no journal may reach."""
    path = tmp_path / "outside.txt"
    path.write_text("the password is swordfish", encoding="utf-8")
    return path


def added(at: str, entry_id: str, account: str = "x-0001") -> str:
    return f'\n[[entry]]\nat = {at}\nwhat = "account-added"\naccount = "{account}"\nplatform = "x"\nid = "{entry_id}"\n'


@pytest.mark.parametrize("entry_id", AT_THE_END)
def test_what_is_written_after_an_id_at_the_end_of_all_reads_and_counts(
    call: Call, journal: Path, account: str, entry_id: str
) -> None:
    with journal.open("a", encoding="utf-8") as to:
        to.write(added("2026-01-01T00:00:00Z", entry_id))
    for outcome in ("not-found", "switched-off"):
        assert call("record", account, CONTROL, outcome).code == 0
    assert [entry.id for entry in file.read(journal).entries].count(entry_id) == 1
    last = fold(file.read(journal).entries).about(account, CONTROL.partition("/")[2])[-1]
    assert getattr(last, "outcome", "") == "switched-off"
    assert call("undo").code == 0
    assert call("doctor").code == 0


@pytest.mark.parametrize("now", ["1969-07-20T20:17:40+00:00", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"])
def test_what_is_written_under_a_clock_that_is_far_off_reads(
    call: Call, journal: Path, monkeypatch: pytest.MonkeyPatch, now: str
) -> None:
    monkeypatch.setenv(STOPPED, now)
    assert call("account", "add", "x").code == 0
    monkeypatch.undo()
    assert len(file.read(journal).entries) == 1
    assert call("status").code == 0


@pytest.mark.parametrize("now", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"])
def test_what_is_settled_has_its_day_in_the_calendar_under_a_clock_that_is_far_off(
    call: Call, account: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: str
) -> None:
    call("record", account, "grok-training", "switched-off")
    monkeypatch.setenv(STOPPED, now)
    said = call("calendar", "--output", str(tmp_path / "days.ics"))
    assert said.code == 0, said.err
    assert (tmp_path / "days.ics").read_text("utf-8").count("BEGIN:VEVENT") == 1


def with_a_letter(call: Call, account: str, content: bytes, name: str) -> None:
    """A sent request whose entry says that its letter is in the file `name`."""
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    assert call("request", "draft", account).code == 0
    assert call("request", "sent", "1", "--how", "form").code == 0
    path = profile_folders().journal
    (sent,) = (entry for entry in file.read(path).entries if isinstance(entry, RequestSent))
    text = path.read_text(encoding="utf-8")
    text = text.replace(sent.sha256, sha256(content).hexdigest()).replace(sent.file, name)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["../../../outside.txt", "/etc/passwd", "/dev/zero", "requests/../../outside.txt"])
def test_a_journal_that_names_a_file_outside_is_named_by_doctor_and_packed_nowhere(
    call: Call, account: str, outside: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with_a_letter(call, account, outside.read_bytes(), name)
    for arguments in READERS:
        said = call(*arguments)
        assert said.code in {1, 3}
        assert "swordfish" not in said.out + said.err
    assert not (tmp_path / "out.zip").exists()
    assert "journal.toml, line" in call("doctor").out


@pytest.mark.parametrize("name", ["../../../outside.txt", "/dev/zero"])
def test_another_copy_that_names_a_file_outside_is_not_merged(
    call: Call, account: str, tmp_path: Path, outside: Path, journal: Path, name: str
) -> None:
    with_a_letter(call, account, outside.read_bytes(), name)
    other = journal.rename(tmp_path / "other.toml")
    assert call("merge", str(other)).code == 3
    assert not journal.exists()


def test_a_link_in_the_place_of_a_text_is_not_followed(
    call: Call, account: str, outside: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with_a_letter(call, account, outside.read_bytes(), "requests/CU-2026-001/01-link.txt")
    (profile_folders().requests / "CU-2026-001" / "01-link.txt").symlink_to(outside)
    found = {row[1]: row[2] for row in call("doctor").rows[1:]}
    assert found["letters"] == "missing, or not what was sent: requests/CU-2026-001/01-link.txt"
    assert call(*READERS[-1]).code == 3
    assert not (tmp_path / "out.zip").exists()


def test_a_link_in_the_place_of_a_proof_is_not_followed(
    call: Call, account: str, outside: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    call("request", "draft", account)
    assert call("proof", "add", "--request", "CU-2026-001", str(outside)).code == 0
    (kept,) = profile_folders().proofs.iterdir()
    kept.unlink()
    kept.symlink_to(outside)
    assert call("doctor").code == 1
    assert call(*READERS[-1]).code == 3
    assert not (tmp_path / "out.zip").exists()


def test_a_text_that_is_no_text_is_said_not_to_be_what_was_sent(call: Call, account: str) -> None:
    with_a_letter(call, account, b"\xff\xfe", "requests/CU-2026-001/01-object-training.txt")
    (profile_folders().requests / "CU-2026-001" / "01-object-training.txt").write_bytes(b"\xff\xfe")
    said = call(*READERS[-1])
    assert (said.code, "has changed" in said.err) == (3, True)


def test_the_evidence_has_the_text_itself_where_all_is_as_it_was(
    call: Call, account: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    call("request", "draft", account)
    call("request", "sent", "1", "--how", "form")
    assert call(*READERS[-1]).code == 0
    assert "sent/01-object-training.txt" in ZipFile(tmp_path / "out.zip").namelist()
