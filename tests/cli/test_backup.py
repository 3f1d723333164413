"""`consentui backup` and `restore`."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from consentui.profile.session import open_session
from tests.cli.conftest import Call

PASSPHRASE = "correct horse battery staple"


def test_a_backup_is_written_read_back_and_restored_into_another_profile(
    call: Call, account: str, tmp_path: Path
) -> None:
    call("config", "set", "country", "FR")
    said = call("backup", str(tmp_path / "b.zip"))
    assert (said.code, said.out) == (0, "")
    written, about = said.err.splitlines()
    assert written == f"Written and read back: {tmp_path / 'b.zip'}"
    assert about.startswith("Backup of the profile “default”, 21 November 2026, by consentui ")
    assert ": 2 files, " in about
    said = call("--profile", "laptop", "--new", "restore", str(tmp_path / "b.zip"), typed="y\n")
    assert said.code == 0
    assert "  1 journal entry\n  preferences\n" in said.err
    assert "1 entry was added.\nRestored.\n" in said.err
    assert [one.id for one in open_session("laptop").accounts] == [account]
    said = call("--profile", "laptop", "restore", str(tmp_path / "b.zip"))
    assert (said.code, said.err.splitlines()[-1]) == (0, "Everything in it is already here.")


@pytest.mark.parametrize("typed", ["n\n", "\n"])
def test_what_is_not_agreed_to_is_not_brought(call: Call, account: str, tmp_path: Path, typed: str) -> None:
    call("backup", str(tmp_path / "b.zip"))
    assert call("--profile", "laptop", "--new", "restore", str(tmp_path / "b.zip"), typed=typed).code == 0
    assert not open_session("laptop").folders.journal.exists()


def test_a_backup_is_verified_without_being_restored(call: Call, account: str, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    call("backup", str(path))
    said = call("--profile", "laptop", "--new", "backup", "--verify", str(path))
    assert (said.code, said.err.splitlines()[-1]) == (0, "Every file is exactly as it was when the backup was made.")
    content = path.read_bytes()
    path.write_bytes(content.replace(b"marie_l", b"mario_l"))
    said = call("backup", "--verify", str(path))
    assert (said.code, said.err.splitlines()[-1]) == (1, "Damaged: data/journal.toml")
    assert call("--profile", "laptop", "restore", "--yes", str(path)).code == 3
    assert not open_session("laptop").folders.journal.exists()


def test_a_file_that_is_there_is_replaced_only_when_told(call: Call, account: str, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("mine")
    said = call("backup", str(tmp_path / "b.zip"))
    assert (said.code, (tmp_path / "b.zip").read_text()) == (2, "mine")
    assert "--force" in said.err
    assert call("backup", "--force", str(tmp_path / "b.zip")).code == 0


def test_a_passphrase_comes_through_a_pipe_and_opens_what_it_sealed(call: Call, account: str, tmp_path: Path) -> None:
    path = str(tmp_path / "b.zip")
    said = call("backup", "--encrypt", path, typed=f"{PASSPHRASE}\n")
    assert said.code == 0
    assert PASSPHRASE not in said.err
    assert call("backup", "--verify", path, typed="another passphrase").code == 2
    assert call("--profile", "laptop", "--new", "restore", "--yes", path, typed=PASSPHRASE).code == 0
    assert [one.id for one in open_session("laptop").accounts] == [account]


def test_a_passphrase_is_typed_twice_and_one_slip_writes_nothing(
    call: Call, account: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter([PASSPHRASE, f"{PASSPHRASE}!"])
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: next(typed))
    at_a_terminal = SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True))
    for module in ("say", "backup"):
        monkeypatch.setattr(f"consentui.cli.{module}.sys", at_a_terminal)
    said = call("backup", "--encrypt", str(tmp_path / "b.zip"))
    assert (said.code, said.err) == (2, "The two passphrases differ.\nTry again.\n")
    assert not (tmp_path / "b.zip").exists()


def test_an_encrypted_backup_says_what_is_missing_to_make_one(
    call: Call, account: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    said = call("backup", "--encrypt", str(tmp_path / "b.zip"), typed=PASSPHRASE)
    assert said.code == 2
    assert "consentui[encrypted]" in said.err
    assert not (tmp_path / "b.zip").exists()


def test_it_is_said_in_french(call: Call, account: str, tmp_path: Path) -> None:
    call("backup", str(tmp_path / "b.zip"))
    said = call("--language", "fr", "--profile", "laptop", "--new", "restore", str(tmp_path / "b.zip"), typed="o\n")
    assert "Sauvegarde du profil «\u202fdefault\u202f», 21 novembre 2026" in said.err
    assert "Restauré" in said.err
