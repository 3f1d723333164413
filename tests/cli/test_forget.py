"""`consentui forget` and `compact`: what will go is shown, asked about, and then gone."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import keyring
import keyring.core
import pytest

from consentui.journal import cache as journal_cache
from consentui.profile import vault
from consentui.profile.fault import keep_report
from consentui.profile.session import open_session
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call
from tests.cli.test_credential import Drawer
from tests.journal.test_newer import written

NAME, GROUNDS, PASSWORD = "Marie Lefèvre", "I am a nurse on the night shift.", "correct horse battery staple"


@pytest.fixture
def drawer(monkeypatch: pytest.MonkeyPatch) -> Drawer:
    found = Drawer()
    monkeypatch.setattr(keyring.core, "_keyring_backend", found)
    monkeypatch.setitem(vault.TRUSTED, f"{Drawer.__module__}.{Drawer.__qualname__}", "Drawer")
    return found


@pytest.fixture
def full(call: Call, account: str, drawer: Drawer, tmp_path: Path) -> str:
    """The id of an account with data of every kind, beside another account on Facebook."""
    (tmp_path / "seen.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    other = call("account", "add", "facebook", "--handle", "@marie_f").out.strip()
    call("identity", "set", "--name", NAME)
    call("config", "set", "country", "FR")
    for one, words in ((account, GROUNDS), (other, "Another reason.")):
        call("request", "draft", one, "--ground", words)
        call("proof", "add", one, call_control(one), str(tmp_path / "seen.png"))
    call("request", "sent", "1")
    call("credential", "set", account, "password", typed=PASSWORD)
    call("credential", "set", other, "token", typed=PASSWORD)
    return account


def call_control(account: str) -> str:
    return "grok-training" if account.startswith("x") else "ai-objection"


def kept() -> str:
    """The names and contents of all files kept, without the cache."""
    home = profile_folders().data.parents[1]
    files = [path for path in home.rglob("*") if path.is_file() and "cache" not in path.parts]
    return "".join(f"{path}\n{path.read_bytes().decode(errors='replace')}" for path in files)


def test_an_account_goes_with_its_letters_proofs_and_passwords_and_nothing_of_another(
    call: Call, full: str, drawer: Drawer
) -> None:
    said = call("forget", "account", full, "--yes")
    assert (said.code, said.out) == (0, "")
    assert f"in the keyring: password of {full}" in said.err
    assert "01-object-training.txt" in said.err
    assert "cannot be undone" in said.err
    for words in (full, "@marie_l", GROUNDS):
        assert words not in kept()
    session = open_session()
    (other,) = session.accounts
    assert list(drawer.entries) == [("consentui", f"default/{other.id}/token")]
    assert [case.opened.account for case in session.requests.cases()] == [other.id]
    assert session.texts.said(session.requests.cases()[0].reference).grounds == ("Another reason.",)
    assert call("proof", "check").code == 0
    assert call("doctor").code == 0


def test_a_reference_of_a_forgotten_request_is_given_to_no_other(call: Call, full: str) -> None:
    call("forget", "account", full, "--yes")
    session = open_session()
    assert call("request", "draft", "facebook", "--right", "access").out.strip() == "CU-2026-003"
    assert session.requests.cases()[0].reference == "CU-2026-002"


@pytest.mark.parametrize("what", [("account", "x"), ("identity",), ("profile",), ("everything",)])
@pytest.mark.parametrize("typed", ["n\n", "\n"])
def test_without_a_yes_nothing_goes(call: Call, full: str, drawer: Drawer, what: tuple[str, ...], typed: str) -> None:
    before, secrets = kept(), dict(drawer.entries)
    assert call("forget", *what, typed=typed).code == 0
    assert (kept(), drawer.entries) == (before, secrets)


def test_name_and_address_go_after_a_yes(call: Call, full: str) -> None:
    assert call("forget", "identity", typed="y\n").err.endswith("Forgotten.\n")
    assert not profile_folders().identity.exists()
    assert call("forget", "identity").code == 1


def test_a_profile_goes_whole_and_other_profiles_stay(call: Call, full: str, drawer: Drawer) -> None:
    theirs = call("--profile", "client", "--new", "account", "add", "x").out.strip()
    call("--profile", "client", "credential", "set", theirs, "login", typed="zoe")
    assert call("forget", "profile", "--yes").code == 0
    folders = profile_folders()
    assert not any(folder.exists() for folder in (folders.data, folders.config, folders.state))
    assert list(drawer.entries) == [("consentui", f"client/{theirs}/login")]
    assert len(open_session("client").accounts) == 1
    assert call("forget", "profile", "--yes").code == 1


def test_what_a_crash_left_goes_with_the_profile(call: Call, full: str) -> None:
    folders = profile_folders()
    keep_report(KeyError("marie"), "default")
    with folders.journal.open("ab") as journal:
        journal.write(b"\n[[entry]]\nwhat = ")
    call("status")
    (torn,) = folders.data.glob("*torn*")
    said = call("forget", "profile", "--yes")
    assert "These stay" not in said.err
    assert not torn.exists()
    assert not folders.state.exists()


def test_everything_goes_with_every_profile(call: Call, full: str, drawer: Drawer) -> None:
    theirs = call("--profile", "client", "--new", "account", "add", "x").out.strip()
    call("--profile", "client", "credential", "set", theirs, "login", typed="zoe")
    call("status")
    said = call("forget", "everything", "--yes")
    assert "Profile “client”:" in said.err
    assert drawer.entries == {}
    folders = profile_folders()
    assert not any(one.exists() for one in (folders.data.parent, folders.config.parent, folders.cache / "knowledge"))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders there")
def test_a_pipe_where_a_folder_was_is_not_waited_for(full: str) -> None:
    folders = profile_folders()
    for place in (folders.cache / "knowledge", folders.bases):
        shutil.rmtree(place, ignore_errors=True)
        os.mkfifo(place)
    done = subprocess.run(
        [sys.executable, "-m", "consentui", "forget", "everything", "--yes"],
        env=os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert full not in kept()


def test_an_account_goes_whole_where_nothing_can_be_kept_in_the_cache_folder(call: Call, full: str) -> None:
    cache = profile_folders().cache
    shutil.rmtree(cache, ignore_errors=True)
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text("a file")
    assert call("forget", "account", full, "--yes").code == 0
    assert full not in kept()


def test_nothing_of_an_account_goes_where_the_journal_cannot_be_written_anew(
    call: Call, full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = kept()
    with monkeypatch.context() as full_disk:
        full_disk.setattr("consentui.journal.rewriting.written_aside", refused)
        assert call("forget", "account", full, "--yes").code == 3
    assert kept() == before
    with profile_folders().journal.open("a") as journal:
        journal.write(written(7))
    before = kept()
    assert "newer consentui" in call("forget", "account", full, "--yes").err
    assert kept() == before


def test_what_consentui_did_not_write_stays_and_is_named(call: Call, full: str) -> None:
    folders = profile_folders()
    for name in ("notes.txt", ".git/HEAD"):
        (folders.data / name).parent.mkdir(exist_ok=True)
        (folders.data / name).write_text("mine")
    said = call("forget", "profile", "--yes")
    assert str(folders.data / "notes.txt") in said.err
    assert str(folders.data / ".git/HEAD") in said.err
    assert sorted(path.name for path in folders.data.rglob("*") if path.is_file()) == ["HEAD", "notes.txt"]


def test_a_removed_account_is_forgotten_by_its_id(call: Call, full: str, drawer: Drawer) -> None:
    call("account", "remove", full)
    assert call("forget", "account", full, "--yes").code == 0
    assert full not in kept()
    assert call("forget", "account", full, "--yes").code == 2


def test_where_no_keyring_answers_it_is_said_and_the_rest_goes(
    call: Call, full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "TRUSTED", {})
    said = call("forget", "account", full, "--yes")
    assert "The keyring could not be checked" in said.err
    assert full not in kept()


def test_what_was_taken_back_is_compacted_and_a_copy_kept(call: Call, account: str) -> None:
    call("note", account, "grok-training", "a slip")
    call("undo")
    said = call("compact")
    assert said.code == 0
    assert said.err.startswith("1 undone entry was removed.\n")
    assert len(open_session().journal.entries) == 1
    assert call("compact").code == 1
    (copy,) = profile_folders().data.glob("journal.before-compacting-*.toml")
    assert "a slip" in copy.read_text()


def test_a_journal_as_it_was_read_goes_with_what_it_holds(
    call: Call, account: str, drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_cache, "LONG", 0)
    place = profile_folders().journal_as_read
    call("note", account, "grok-training", "a slip")
    call("status")
    assert b"a slip" in place.read_bytes()
    call("undo")
    monkeypatch.setattr(journal_cache, "LONG", 100_000)
    call("compact")
    assert not place.exists()
    monkeypatch.setattr(journal_cache, "LONG", 0)
    call("status")
    assert account.encode() in place.read_bytes()
    call("forget", "account", account, "--yes")
    assert account.encode() not in place.read_bytes()
    call("forget", "profile", "--yes")
    assert not place.parent.exists()
