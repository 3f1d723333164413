"""The sheet that writes a wish into a public record: it is chosen, confirmed, made, and read back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from consentui.journal.fold import Account
from consentui.profile import declaring
from consentui.profile.session import Session
from consentui.tui.accounts.account import AccountScreen
from consentui.tui.accounts.declare import DeclareSheet
from consentui.tui.accounts.look import LookSheet
from consentui.tui.shared.sheet import TextSheet
from tests.cli.test_credential import Drawer, drawer
from tests.profile.pds import APP_PASSWORD, Pds, running_pds
from tests.tui.driving import Driver, opened

__all__ = ["drawer"]


@pytest.fixture(autouse=True)
def _pds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with running_pds() as network:
        monkeypatch.setattr(declaring, "Network", lambda: network)
        yield


@pytest.fixture
def bluesky(demo: Session, drawer: Drawer) -> Account:
    account = demo.accounts.add(demo.knowledge.platform("bluesky"), "@marie.example")
    drawer.entries["consentui", f"{demo.profile}/{account.id}/token"] = APP_PASSWORD
    return account


async def choose(it: Driver, account: Account) -> None:
    it.app.push_screen(AccountScreen(account.id))
    await it.reached(AccountScreen)
    await it.press("d")
    await it.reached(DeclareSheet)
    await it.press("enter")
    await it.reached(LookSheet)
    await it.settled()


async def test_the_change_is_shown_before_it_is_made(demo: Session, bluesky: Account) -> None:
    async with opened(demo, size=(80, 24)) as it:
        await choose(it, bluesky)
        for _host in range(2):
            await it.press("down", "enter")
            await it.settled()
        assert "labels: –" in it.text
        assert "Change it on" in it.text
        assert Pds.called == []
        await it.press("down", "enter")
        await it.settled()
        await it.reached(TextSheet)
        assert "Hide your account from logged-out visitors: shows on" in it.text
    assert Pds.called == ["server.createSession", "repo.putRecord", "server.deleteSession"]


async def test_to_leave_it_comes_first(demo: Session, bluesky: Account) -> None:
    async with opened(demo) as it:
        await choose(it, bluesky)
        for _host in range(2):
            await it.press("down", "enter")
            await it.settled()
        assert "Leave it as it is" in it.text
        await it.press("enter")
        await it.reached(AccountScreen)
    assert Pds.called == []


async def test_without_an_app_password_it_is_said_where_to_keep_one(
    demo: Session, bluesky: Account, drawer: Drawer
) -> None:
    drawer.entries.clear()
    async with opened(demo) as it:
        it.app.push_screen(AccountScreen(bluesky.id))
        await it.reached(AccountScreen)
        await it.press("d")
        await it.reached(DeclareSheet)
        await it.press("enter")
        await it.settled()
        await it.reached(AccountScreen)
        assert "There is no app password for" in it.text


async def test_a_wish_is_taken_back_from_the_same_sheet(demo: Session, bluesky: Account) -> None:
    said = {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "!no-unauthenticated"}]}
    Pds.records = {"app.bsky.actor.profile": {"displayName": "Marie", "labels": said}}
    async with opened(demo, size=(80, 24)) as it:
        it.app.push_screen(AccountScreen(bluesky.id))
        await it.reached(AccountScreen)
        await it.press("d")
        await it.reached(DeclareSheet)
        assert "WITHDRAW WHAT IT SAYS" in it.text
        await it.choose("back:logged-out-visibility")
        await it.reached(LookSheet)
        for _host in range(3):
            await it.press("down", "enter")
            await it.settled()
        await it.reached(TextSheet)
    assert Pds.records == {"app.bsky.actor.profile": {"displayName": "Marie"}}
