"""The sheet that looks at what is public: hosts are named, queried after a yes, and compared with the outcomes."""

from __future__ import annotations

import pytest

from consentui.journal.entries import Checked, Outcome
from consentui.journal.fold import Account
from consentui.profile.session import Session, open_session
from consentui.tui.accounts.account import AccountScreen
from consentui.tui.accounts.look import LookSheet
from consentui.tui.shared.sheet import TextSheet
from tests.cli.test_public import Hosts
from tests.tui.driving import Driver, opened


@pytest.fixture
def hosts(monkeypatch: pytest.MonkeyPatch) -> Hosts:
    hosts = Hosts()
    monkeypatch.setattr("consentui.profile.fetching.fetch", hosts.answer)
    return hosts


@pytest.fixture
def bluesky(demo: Session) -> Account:
    return demo.accounts.add(demo.knowledge.platform("bluesky"), "@marie.example")


def checks() -> list[Checked]:
    return [entry for entry in open_session().journal.entries if isinstance(entry, Checked)]


async def open_sheet(it: Driver, account: Account) -> None:
    it.app.push_screen(AccountScreen(account.id))
    await it.reached(AccountScreen)
    await it.press("v")
    await it.reached(LookSheet)
    await it.settled()


async def test_each_host_is_named_and_asked_after_a_yes(demo: Session, hosts: Hosts, bluesky: Account) -> None:
    async with opened(demo, size=(80, 24)) as it:
        await open_sheet(it, bluesky)
        assert "public.api.bsky.app will be asked which account" in it.text
        assert hosts.asked == []
        await it.press("down", "enter")
        await it.settled()
        assert "pds.example will be asked for the records of" in it.text
        assert hosts.asked == ["public.api.bsky.app", "plc.directory"]
        await it.press("down", "enter")
        await it.settled()
        await it.reached(TextSheet)
        assert "Hide your account from logged-out visitors: shows on" in it.text
    assert {entry.control for entry in checks()} >= {"logged-out-visibility"}


async def test_to_ask_nobody_comes_first_and_closes_it(demo: Session, hosts: Hosts, bluesky: Account) -> None:
    async with opened(demo) as it:
        await open_sheet(it, bluesky)
        await it.press("enter")
        await it.reached(AccountScreen)
        await it.settled()
    assert (hosts.asked, checks()) == ([], [])


async def test_a_host_that_fails_is_told_and_writes_nothing(demo: Session, hosts: Hosts, bluesky: Account) -> None:
    hosts.silent = True
    async with opened(demo) as it:
        await open_sheet(it, bluesky)
        await it.press("down", "enter")
        await it.settled()
        await it.reached(AccountScreen)
        assert "public.api.bsky.app did not answer." in it.text
    assert checks() == []


async def test_a_tick_that_is_denied_in_public_says_so_on_the_account(
    demo: Session, hosts: Hosts, bluesky: Account
) -> None:
    item = next(one for one in demo.checklist.items(bluesky) if one.control.id == "logged-out-visibility")
    demo.checklist.record(bluesky, item.control, Outcome.SWITCHED_ON)
    hosts.records.clear()
    async with opened(demo, size=(80, 24)) as it:
        await open_sheet(it, bluesky)
        for _host in range(2):
            await it.press("down", "enter")
            await it.settled()
        await it.reached(TextSheet)
        assert "showed it as off" in it.text
        await it.press("escape")
        await it.reached(AccountScreen)
        assert "denied in public" in it.text


async def test_there_is_no_key_where_nothing_stands_in_public(demo: Session, hosts: Hosts) -> None:
    async with opened(demo) as it:
        it.app.push_screen(AccountScreen("x-7k3f"))
        await it.reached(AccountScreen)
        await it.press("v")
        await it.reached(AccountScreen)
        assert "what anyone can read" not in it.text
