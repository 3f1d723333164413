"""Files attached to a control or a request."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consentui.errors import StorageError, UsageError
from consentui.journal.entries import Attached, ProofAdded
from consentui.journal.fold import Account
from consentui.knowledge.records import Control
from consentui.profile import proofs
from consentui.profile.session import Session, open_session
from consentui.requests.cases import Case
from consentui.requests.rights import Right
from consentui.storage.reading import BLOCK
from consentui.text import UNSEEN

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
CONTROL = "grok-training"


@pytest.fixture
def account(session: Session) -> Account:
    return session.accounts.add(session.knowledge.platform("x"), "@marie_l")


@pytest.fixture
def control(session: Session, account: Account) -> Control:
    return session.accounts.control(account, CONTROL)


@pytest.fixture
def case(session: Session, account: Account) -> Case:
    return session.requests.draft(account, Right.ACCESS, "en", None)


def a_file(tmp_path: Path, content: bytes = PNG, name: str = "screen shot.png") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def kept(session: Session) -> list[str]:
    folder = session.folders.proofs
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_file_is_copied_under_its_hash_for_its_owners_eyes_only_and_written_down(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    path = a_file(tmp_path)
    path.chmod(0o644)
    entry = session.proofs.attach(account, control, path, " after saving\x1b ")
    digest = sha256(PNG).hexdigest()
    copy = session.folders.data / entry.file
    assert (entry.file, entry.sha256, entry.size) == (f"proofs/{digest}.png", digest, len(PNG))
    assert (entry.name, entry.type, entry.note) == ("screen shot.png", "image/png", "after saving")
    assert copy.read_bytes() == PNG
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert path.read_bytes() == PNG
    assert open_session().proofs.about(account.id, CONTROL) == (entry,)


def test_a_file_is_attached_to_a_request(session: Session, case: Case, tmp_path: Path) -> None:
    entry = session.proofs.attach_to_request(case, a_file(tmp_path), "sent")
    assert open_session().requests.called(case.reference).proofs == (entry,)
    assert (entry.request, entry.note) == (case.reference, "sent")


def test_a_proof_changes_nothing_of_where_a_control_stands(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    before = [item.position for item in session.checklist.items(account)]
    session.proofs.attach(account, control, a_file(tmp_path))
    assert [item.position for item in session.checklist.items(account)] == before
    assert [item.position for item in open_session().checklist.items(account)] == before


def test_the_same_content_is_there_once_under_any_name(
    session: Session, account: Account, control: Control, case: Case, tmp_path: Path
) -> None:
    first = session.proofs.attach(account, control, a_file(tmp_path))
    second = session.proofs.attach_to_request(case, a_file(tmp_path, name="other.eml"))
    assert (first.file, second.name, second.type) == (second.file, "other.eml", "image/png")
    assert len(kept(session)) == 1
    assert len(proofs.proofs_in(session.journal.entries)) == 2


def test_the_end_of_the_copy_is_what_the_content_is_whatever_the_name_says(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    entry = session.proofs.attach(account, control, a_file(tmp_path, b"PK\x03\x04rest", "picture.png"))
    assert (entry.name, entry.type, Path(entry.file).suffix) == ("picture.png", "application/zip", ".zip")


def test_what_was_taken_back_is_listed_no_more_and_its_file_stays(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    session.proofs.attach(account, control, a_file(tmp_path))
    session.journal.undo()
    assert proofs.proofs_in(session.journal.entries) == ()
    assert session.proofs.about(account.id, CONTROL) == ()
    assert len(kept(session)) == 1


def test_a_link_is_followed_and_its_file_copied_under_the_name_of_the_link(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    link = tmp_path / "link.png"
    link.symlink_to(a_file(tmp_path))
    entry = session.proofs.attach(account, control, link)
    assert entry.name == "link.png"
    copy = session.folders.data / entry.file
    assert copy.read_bytes() == PNG
    assert not copy.is_symlink()


def nothing_happened(session: Session, entries: int) -> bool:
    return len(open_session().journal.entries) == entries and kept(session) == []


def test_what_is_no_regular_file_is_refused(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    before = len(session.journal.entries)
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero"), tmp_path / "nowhere"):
        with pytest.raises(UsageError):
            session.proofs.attach(account, control, path)
    assert nothing_happened(session, before)


def test_an_empty_file_shows_nothing(session: Session, account: Account, control: Control, tmp_path: Path) -> None:
    before = len(session.journal.entries)
    with pytest.raises(UsageError, match="empty"):
        session.proofs.attach(account, control, a_file(tmp_path, b""))
    assert nothing_happened(session, before)


def test_a_file_may_have_20_mb_and_no_byte_more(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    path, before = a_file(tmp_path, b""), len(session.journal.entries)
    os.truncate(path, proofs.MOST_BYTES + 1)
    with pytest.raises(UsageError, match="too large") as raised:
        session.proofs.attach(account, control, path)
    assert "20 MB" in raised.value.detail
    assert nothing_happened(session, before)
    os.truncate(path, proofs.MOST_BYTES)
    assert session.proofs.attach(account, control, path).size == 20_000_000


def test_a_large_file_is_hashed_block_by_block_to_the_same_sum(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    content = os.urandom(2 * BLOCK + 7)
    entry = session.proofs.attach(account, control, a_file(tmp_path, content))
    assert entry.sha256 == sha256(content).hexdigest()
    assert (session.folders.data / entry.file).read_bytes() == content


def test_a_note_that_is_too_long_is_refused_before_anything_is_copied(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    before = len(session.journal.entries)
    with pytest.raises(UsageError, match="note"):
        session.proofs.attach(account, control, a_file(tmp_path), "x" * 4001)
    assert nothing_happened(session, before)


def test_a_proof_that_cannot_be_kept_is_not_written_down(
    session: Session, account: Account, control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    before = len(session.journal.entries)
    monkeypatch.setattr(os, "link", full)
    with pytest.raises(StorageError, match="could not be saved") as raised:
        session.proofs.attach(account, control, a_file(tmp_path))
    assert "No space left" in raised.value.detail
    assert nothing_happened(session, before)


def test_missing_and_altered_files_are_found_each_once(
    session: Session, account: Account, control: Control, case: Case, tmp_path: Path
) -> None:
    same: list[Attached] = [
        session.proofs.attach(account, control, a_file(tmp_path)),
        session.proofs.attach_to_request(case, a_file(tmp_path)),
    ]
    gone = session.proofs.attach(account, control, a_file(tmp_path, b"gone"))
    swapped = session.proofs.attach(account, control, a_file(tmp_path, b"swapped"))
    found = proofs.proofs_in(session.journal.entries)
    assert proofs.find_altered(session.folders, found) == ()
    (session.folders.data / same[0].file).write_bytes(PNG + b"!")
    (session.folders.data / gone.file).unlink()
    (session.folders.data / swapped.file).unlink()
    os.mkfifo(session.folders.data / swapped.file)
    wrong = proofs.find_altered(session.folders, found)
    assert [(one.proof.file, one.is_missing) for one in wrong] == [
        (same[0].file, False),
        (gone.file, True),
        (swapped.file, False),
    ]


def test_attaching_the_file_again_puts_an_altered_copy_right(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    entry = session.proofs.attach(account, control, a_file(tmp_path))
    (session.folders.data / entry.file).write_bytes(b"altered")
    session.proofs.attach(account, control, a_file(tmp_path))
    assert proofs.find_altered(session.folders, (entry,)) == ()


names = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=60).filter(
    lambda name: name not in {".", ".."} and len(os.fsencode(name.encode("utf-8", "replace"))) < 200
)


@given(names | st.binary(min_size=1, max_size=60).map(os.fsdecode).filter(lambda name: not {"/", "\0"} & set(name)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_name_is_written_down_on_one_line_without_anything_unseen(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "names"
    folder.mkdir(exist_ok=True)
    try:
        path = a_file(folder, b"content", name)
    except (OSError, UnicodeEncodeError):
        return  # not a valid file name on this system
    session = open_session()
    entry = session.proofs.attach(*on_x(session), path)
    assert entry.name
    assert "\n" not in entry.name
    assert not UNSEEN.search(entry.name)
    assert open_session().journal.entries[-1] == entry
    path.unlink()


def on_x(session: Session) -> tuple[Account, Control]:
    account = session.accounts[0] if session.accounts else session.accounts.add(session.knowledge.platform("x"))
    return account, session.accounts.control(account, CONTROL)


def test_a_name_of_nothing_but_unseen_letters_gives_way_to_the_name_of_the_copy(
    session: Session, account: Account, control: Control, tmp_path: Path
) -> None:
    entry = session.proofs.attach(account, control, a_file(tmp_path, name="\u202e\x1b"))
    assert isinstance(entry, ProofAdded)
    assert entry.name == Path(entry.file).name
