"""An account forgotten in the interface: listed, asked about, gone, and not offered back."""

from __future__ import annotations

import pytest

from consentui.journal.entries import Noted
from consentui.profile import vault
from consentui.profile.session import Session, open_session
from consentui.words.accounts import account_name
from tests.tui.driving import Driver, opened
from tests.tui.shared.test_credentials import Drawer, drawer

__all__ = ["drawer"]
ACCOUNT = "x-7k3f"


@pytest.fixture
def with_secrets(demo: Session, drawer: Drawer) -> Session:
    vault.store(demo.profile, ACCOUNT, "password", "correct horse")
    vault.store(demo.profile, "facebook-5c1d", "token", "battery staple")
    demo.journal.write(Noted, account=ACCOUNT, control="grok-training", note="Written in this sitting.")
    return demo


async def ask(it: Driver) -> None:
    await it.choose(f"account:{ACCOUNT}")
    await it.press("f")
    await it.settled()


async def test_what_would_go_is_named_with_what_the_keyring_has(with_secrets: Session) -> None:
    before = with_secrets.folders.journal.read_bytes()
    account = with_secrets.accounts.with_id(ACCOUNT)
    assert account
    called = account_name(with_secrets.accounts.platform_of(account), account)
    async with opened(with_secrets, (100, 40)) as it:
        await ask(it)
        assert called != ACCOUNT
        assert f"Forget {called} for good?" in it.text
        assert "journal entries" in it.text
        assert f"in the keyring: password of {ACCOUNT}" in it.text
        assert "cannot be undone" in it.text
        await it.press("enter")
    assert with_secrets.folders.journal.read_bytes() == before


async def test_it_goes_with_its_passwords_and_nothing_is_offered_back(with_secrets: Session, drawer: Drawer) -> None:
    async with opened(with_secrets, (100, 40)) as it:
        await ask(it)
        await it.choose("yes")
        await it.settled()
        assert it.said == "Forgotten."
        assert type(it.app.screen).__name__ == "Home"
        await it.look_again()
        assert "no longer has what you saved" not in it.text
    assert ACCOUNT not in with_secrets.folders.journal.read_text(encoding="utf-8")
    assert ACCOUNT not in [one.id for one in open_session().accounts]
    assert list(drawer.entries) == [("consentui", "default/facebook-5c1d/token")]


async def test_a_locked_keyring_keeps_the_account(with_secrets: Session, drawer: Drawer) -> None:
    async with opened(with_secrets, (100, 40)) as it:
        await ask(it)
        drawer.is_locked = True
        await it.choose("yes")
        await it.settled()
        assert len(it.toasts) == 1
    assert ACCOUNT in [one.id for one in open_session().accounts]
