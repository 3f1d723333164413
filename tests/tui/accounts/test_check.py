"""The sheet that checks a download: a path goes in, the results come out, contradictions first."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.journal.entries import Checked
from consentui.profile.session import Session, open_session
from consentui.tui.accounts.account import AccountScreen
from consentui.tui.accounts.check import CheckSheet
from consentui.tui.shared.sheet import TextSheet
from tests.tui.driving import Driver, opened
from tests.verify.downloads import MAKERS, State, write_zip

(X,) = (maker for maker in MAKERS if maker.platform == "x")
ACCOUNT = "x-7k3f"
HANDLE = "@marie_l"


def a_download(folder: Path, state: State, user: str = HANDLE) -> Path:
    return write_zip(folder / X.name, X.files("new", "en", state, user.removeprefix("@")))


async def open_sheet(it: Driver) -> None:
    it.app.push_screen(AccountScreen(ACCOUNT))
    await it.reached(AccountScreen)
    await it.press("c")
    await it.reached(CheckSheet)


async def check(it: Driver, path: Path) -> None:
    await it.type(str(path))
    await it.press("ctrl+s")
    await it.settled()


def checks() -> list[Checked]:
    return [entry for entry in open_session().journal.entries if isinstance(entry, Checked)]


async def test_a_download_is_read_and_said_to_show_what_it_shows(demo: Session, tmp_path: Path) -> None:
    handle = demo.accounts.called(ACCOUNT).handle
    async with opened(demo) as it:
        await open_sheet(it)
        await check(it, a_download(tmp_path, "off", handle))
        await it.reached(TextSheet)
        assert "download of 12 November 2026, as it says itself" in it.text
        assert "Delete your Grok conversations on X: shows off" in it.text
        await it.press("escape")
        await it.reached(AccountScreen)
        assert "settled, checked" in it.text
    assert {entry.control for entry in checks()} >= {"grok-history-delete"}


async def test_what_contradicts_a_tick_comes_first_there_and_on_home(demo: Session, tmp_path: Path) -> None:
    account = demo.accounts.called(ACCOUNT)
    demo.checks.keep(demo.checks.examine([a_download(tmp_path, "off", account.handle)]))
    files = X.files("old", "en", "on", account.handle.removeprefix("@"))
    newer = write_zip(tmp_path / "twitter-2026-11-20-abc.zip", files)
    async with opened(demo, size=(80, 24)) as it:
        await open_sheet(it)
        await check(it, newer)
        await it.reached(TextSheet)
        assert "said off; the one of" in it.text
        await it.press("escape", "escape")
        await it.reached("Home")
        assert "denied by their file" in it.text
        assert it.text.index("denied by their file") < it.text.index("Accounts")


@pytest.mark.parametrize("typed", ["", "nowhere.zip", "/dev/null"])
async def test_a_path_that_leads_to_no_download_can_be_mended(demo: Session, typed: str) -> None:
    async with opened(demo) as it:
        await open_sheet(it)
        if typed:
            await it.type(typed)
        await it.press("ctrl+s")
        await it.settled()
        await it.reached(CheckSheet)
    assert checks() == []


async def test_a_download_of_another_account_is_refused_and_the_sheet_stays(demo: Session, tmp_path: Path) -> None:
    async with opened(demo) as it:
        await open_sheet(it)
        await check(it, a_download(tmp_path, "off", "somebody_else"))
        await it.reached(CheckSheet)
        assert "This is a download from another account on X." in it.text
    assert checks() == []
