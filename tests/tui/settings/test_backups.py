"""Backups written and brought back from the settings, and a profile forgotten there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input

from consentui.backup.read import opened as opened_backup
from consentui.backup.write import back_up
from consentui.profile.session import Session, open_session
from tests.tui.driving import Driver, opened
from tests.tui.shared.test_credentials import Drawer, drawer

__all__ = ["drawer"]


async def fill(it: Driver, **texts: str) -> None:
    for name, text in texts.items():
        it.app.screen.query_one(f"#{name}", Input).value = text
    await it.press("ctrl+s")


async def test_a_backup_is_written_and_brought_back(demo: Session, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("backup")
        await fill(it, path=str(path))
        await it.seen("Written and read back")
        with opened_backup(path) as backup:
            assert list(backup.damaged()) == []
        entries = tuple(demo.journal.entries)
        shutil.rmtree(demo.folders.data)
        demo.journal.reload()
        await it.choose("restore")
        await fill(it, path=str(path))
        await it.seen("Add this to the profile?")
        await it.press("down", "enter")
        await it.seen("The backup was added.")
    assert tuple(open_session().journal.entries) == entries


async def test_a_file_that_is_there_is_replaced_by_the_same_key_once_more(demo: Session, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("mine")
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("backup")
        await fill(it, path=str(tmp_path / "b.zip"))
        assert (tmp_path / "b.zip").read_text() == "mine"
        await it.press("ctrl+s")
        await it.seen("Written and read back")


@pytest.mark.parametrize("sheet", ["backup", "restore"])
async def test_without_a_file_it_is_asked_which(demo: Session, sheet: str) -> None:
    async with opened(demo) as it:
        await it.press("s")
        await it.choose(sheet)
        await fill(it, path="")
        assert it.toasts == ["Which file?\nType its path, or drag the file here."]


async def test_two_passphrases_that_differ_write_nothing(demo: Session, tmp_path: Path) -> None:
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("backup")
        await fill(it, path=str(tmp_path / "b.zip"), passphrase="one long secret", again="another long one")
        assert "The two passphrases differ." in it.toasts[0]
        assert type(it.app.screen).__name__ == "BackupSheet"
    assert not (tmp_path / "b.zip").exists()


async def test_what_is_no_backup_leaves_the_sheet_open(demo: Session, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("no archive")
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("restore")
        await fill(it, path=str(tmp_path / "b.zip"))
        await it.seen("not a consentui backup")
        await it.seen("Accounts from a file")
        assert type(it.app.screen).__name__ == "RestoreSheet"


async def test_a_sealed_backup_asks_for_its_passphrase_where_none_was_typed(demo: Session, tmp_path: Path) -> None:
    back_up(demo.folders, tmp_path / "b.zip", demo.profile, "one long secret")
    async with opened(demo, (60, 20)) as it:
        await it.press("s")
        await it.choose("restore")
        await fill(it, path=str(tmp_path / "b.zip"))
        await it.seen("The backup has a passphrase.")


async def test_a_notification_leaves_the_field_that_is_typed_into(demo: Session, tmp_path: Path) -> None:
    back_up(demo.folders, tmp_path / "b.zip", demo.profile, "one long secret")
    async with opened(demo, (60, 20)) as it:
        await it.press("s")
        await it.choose("restore")
        await fill(it, path=str(tmp_path / "b.zip"), passphrase="another long one")
        await it.seen("does not open")
        await it.press("tab", "x")
        await it.settled()
        assert "does not open" not in it.text
        assert it.app.screen.query_one("#passphrase").has_focus


@pytest.mark.parametrize(("keys", "left"), [(("down", "enter"), 0), (("enter",), 1)])
async def test_a_profile_is_forgotten_only_when_that_is_chosen(demo: Session, keys: tuple[str, ...], left: int) -> None:
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("forget")
        await it.seen("Forget the profile")
        await it.press(*keys)
        await it.app.workers.wait_for_complete()
    assert len(list(demo.folders.data.glob("journal.toml"))) == left


async def test_removing_an_account_asks_about_what_the_keyring_has(demo: Session, drawer: Drawer) -> None:
    drawer.set_password("consentui", "default/x-7k3f/password", "secret")
    async with opened(demo) as it:
        await it.choose("account:x-7k3f")
        await it.press("delete")
        await it.seen("Remove it from the keyring too?")
        await it.press("down", "enter")
        await it.seen("Removed from the keyring.")
    assert drawer.entries == {}
