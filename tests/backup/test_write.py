"""A backup is written whole and read back, or not at all."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from consentui.backup.contents import files_of
from consentui.backup.read import Backup, opened
from consentui.backup.write import back_up
from consentui.errors import StorageError, UsageError
from consentui.journal import file
from consentui.profile.session import Session
from consentui.storage.saving import FileIsThereError
from tests.backup.conftest import GROUNDS, PASSPHRASE, sums


def test_everything_of_a_profile_is_in_it_as_it_is(full: Session, archive: Path) -> None:
    with zipfile.ZipFile(archive) as found:
        assert json.loads(found.read("contents.json"))["profile"] == "default"
        names = set(found.namelist()) - {"README.txt", "contents.json"}
        assert {name: found.read(name) for name in names} == {
            name: path.read_bytes() for name, path in files_of(full.folders).kept
        }
    kinds = {name.partition("/")[2].partition("/")[0] for name in names}
    assert kinds == {"journal.toml", "identity.toml", "requests", "proofs", "issues", "config.toml", "knowledge"}
    with opened(archive) as backup:
        assert {one.name: one.sha256 for one in backup.contents.files} == sums(full)
        assert list(backup.damaged()) == []


def test_nothing_but_what_the_program_keeps_is_in_it(full: Session, tmp_path: Path) -> None:
    for name in ("notes.txt", ".journal.toml.consentui-new", "requests/loose.txt", "journal.toml.lock"):
        (full.folders.data / name).write_text("something else")
    before = sums(full)
    back_up(full.folders, tmp_path / "b.zip", "default")
    with opened(tmp_path / "b.zip") as backup:
        assert {one.name for one in backup.contents.files} == before.keys()


def test_names_that_not_every_system_can_have_are_told(full: Session, tmp_path: Path) -> None:
    for name in ("what?.toml", "con.toml", "dots..toml"):
        (full.folders.own_knowledge / name).write_text("")
    written = back_up(full.folders, tmp_path / "b.zip", "default")
    assert written.left_out == ("config/knowledge/con.toml", "config/knowledge/what?.toml")


def test_a_profile_with_nothing_in_it_gives_no_backup(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to back up"):
        back_up(session.folders, tmp_path / "b.zip", "default")
    assert not (tmp_path / "b.zip").exists()
    assert not session.folders.data.exists()


def test_a_backup_that_is_there_is_kept_unless_told(full: Session, archive: Path) -> None:
    before = archive.read_bytes()
    with pytest.raises(FileIsThereError):
        back_up(full.folders, archive, "default")
    assert archive.read_bytes() == before
    back_up(full.folders, archive, "default", replace=True)
    assert archive.stat().st_mode & 0o777 == 0o600


def test_a_broken_journal_is_kept_as_it_is(full: Session, tmp_path: Path) -> None:
    with full.folders.journal.open("a") as journal:
        journal.write("\n[[entry]]\nnonsense = 1\nid = 7\n")
    back_up(full.folders, tmp_path / "b.zip", "default")
    with opened(tmp_path / "b.zip") as backup:
        assert backup.content_of("data/journal.toml") == full.folders.journal.read_bytes()


def test_the_torn_end_of_an_entry_is_kept_beside_the_journal(full: Session, tmp_path: Path) -> None:
    whole = full.folders.journal.read_bytes()
    with full.folders.journal.open("a") as journal:
        journal.write('\n[[entry]]\nwhat = "noted"\nnote = "half a')
    back_up(full.folders, tmp_path / "b.zip", "default")
    with opened(tmp_path / "b.zip") as backup:
        assert backup.content_of("data/journal.toml").rstrip() == whole.rstrip()
        assert [one.name for one in backup.contents.files if "torn" in one.name]


def test_what_is_added_meanwhile_spoils_nothing(full: Session, tmp_path: Path) -> None:
    def add(_done: int, _all: int) -> None:
        full.accounts.add(full.knowledge.platform("facebook"))

    entries = tuple(full.journal.entries)
    back_up(full.folders, tmp_path / "b.zip", "default", progress=add)
    with opened(tmp_path / "b.zip") as backup:
        content = backup.content_of("data/journal.toml")
    assert file.parse(content, Path("journal.toml")).entry == entries


def test_a_disk_that_loses_what_is_written_is_noticed_before_the_old_backup_goes(
    full: Session, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = archive.read_bytes()

    def losing(self: Backup, file: io.BufferedRandom, path: Path) -> None:
        file.seek(len(before) // 2)
        file.write(b"~" * 20)
        file.flush()
        really(self, file, path)

    really = Backup.__init__
    monkeypatch.setattr(Backup, "__init__", losing)
    with pytest.raises(StorageError, match="could not be read back"):
        back_up(full.folders, archive, "default", replace=True)
    assert archive.read_bytes() == before
    assert [path.name for path in archive.parent.iterdir() if "consentui-new" in path.name] == []


def test_a_sealed_backup_shows_neither_names_nor_content_without_the_passphrase(full: Session, tmp_path: Path) -> None:
    path = tmp_path / "sealed.zip"
    back_up(full.folders, path, "default", PASSPHRASE)
    content = path.read_bytes()
    for secret in (PASSPHRASE, GROUNDS, "Lefèvre", "CU-2026", "marie_l", "said.toml", "AGE-SECRET-KEY"):
        assert secret.encode() not in content
    with zipfile.ZipFile(path) as found:
        assert {name for name in found.namelist() if not name.endswith(".age")} == {"README.txt"}
    with opened(path) as backup:
        assert backup.is_sealed
        with pytest.raises(UsageError, match="does not open") as raised:
            backup.unlock("correct horse battery")
        assert raised.value.__context__ is None
        backup.unlock(PASSPHRASE)
        assert {one.name: one.sha256 for one in backup.contents.files} == sums(full)
        assert list(backup.damaged()) == []


def test_a_passphrase_that_is_guessed_in_no_time_is_refused(full: Session, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="too short"):
        back_up(full.folders, tmp_path / "b.zip", "default", "1234567")
    assert not (tmp_path / "b.zip").exists()
