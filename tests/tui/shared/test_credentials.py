"""Credentials on the screen, with a keyring in memory: kept, copied, removed, never shown."""

from __future__ import annotations

from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked
from textual.widgets import Input

from consentui.profile import vault
from consentui.profile.session import Session
from tests.tui.driving import Driver, opened

SECRET = "s3cr3t [/] ünïcode"


class Drawer(KeyringBackend):
    """A keyring in memory that can be locked."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def _open(self) -> None:
        if self.is_locked:
            raise KeyringLocked(f"will not say {SECRET}")

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        del self.entries[service, username]


@pytest.fixture
def drawer(monkeypatch: pytest.MonkeyPatch) -> Drawer:
    """A keyring that the vault trusts, in place of the system's."""
    drawer = Drawer()
    monkeypatch.setattr(keyring, "get_keyring", lambda: drawer)
    monkeypatch.setitem(vault.TRUSTED, f"{Drawer.__module__}.{Drawer.__qualname__}", "a drawer")
    return drawer


async def open_credentials(it: Driver) -> None:
    await it.choose("account:x-7k3f")
    await it.press("i")


async def keep(it: Driver, kind: str, secret: str = SECRET) -> None:
    await it.choose(kind)
    await it.type(secret)
    await it.press("enter")


def everything_written(session: Session) -> bytes:
    """The contents of all files in the person's folders."""
    home = session.folders.data.parents[2]
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


async def test_at_first_none_is_kept(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        assert it.ids == ["login", "password", "token"]
        assert [line.endswith("none kept; Enter to type one") for line in map(str.rstrip, it.options)] == [True] * 3
        assert "credential.copy" not in it.keys


async def test_a_secret_is_kept_in_the_keyring_and_nowhere_else(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        await keep(it, "password")
        assert "kept" in it.options[1].split()
        assert SECRET not in it.sheet
        assert it.app.screen.query_one(Input).value == ""
    assert drawer.entries == {("consentui", "default/x-7k3f/password"): SECRET}
    assert b"s3cr3t" not in everything_written(demo)


async def test_a_secret_is_not_seen_while_it_is_typed(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        await it.choose("token")
        assert "Token" in it.sheet
        await it.type("s3cr3t")
        assert "s3cr3t" not in it.sheet
        assert "••••••" in it.sheet


async def test_a_secret_is_replaced_by_typing_another(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        await keep(it, "password", "old")
        await keep(it, "password", "new")
    assert list(drawer.entries.values()) == ["new"]


async def test_an_empty_line_keeps_nothing(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        await keep(it, "password", "")
    assert drawer.entries == {}


async def test_a_secret_is_copied_without_being_shown(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        await keep(it, "password")
        await it.press("c")
        assert it.app.clipboard == SECRET
        assert it.said == "Sent to the terminal’s clipboard."
        assert SECRET not in it.sheet


async def test_a_secret_is_removed_once_that_was_confirmed(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        await keep(it, "password")
        await it.press("delete", "enter")
        assert list(drawer.entries.values()) == [SECRET]
        await it.press("delete", "down", "enter")
        assert "kept" not in it.options[1].split(";")[0].removeprefix("Password").split()[:1]
    assert drawer.entries == {}


async def test_letters_of_a_secret_are_no_keys(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        await keep(it, "login", "me")
        await it.choose("password")
        await it.press(*"ccq?", "enter")
    assert drawer.entries["consentui", "default/x-7k3f/password"] == "ccq?"


async def test_each_account_has_its_own(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        await keep(it, "password")
        await it.press("escape", "escape")
        await it.choose("account:meta-3h6x")
        await it.press("i")
        assert "credential.copy" not in it.keys


async def test_a_locked_keyring_says_so_and_never_what_it_holds(demo: Session, drawer: Drawer) -> None:
    drawer.is_locked = True
    async with opened(demo) as it:
        await open_credentials(it)
        assert "The keyring is locked." in it.sheet
        assert "s3cr3t" not in it.sheet
        await it.press("escape")
        assert type(it.app.screen).__name__ == "AccountScreen"


@pytest.mark.parametrize("act", ["keep", "copy", "remove"])
async def test_a_keyring_that_locks_meanwhile_says_so(demo: Session, drawer: Drawer, act: str) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        await keep(it, "password")
        drawer.is_locked = True
        if act == "keep":
            await keep(it, "token", "another")
        else:
            await it.press(*{"copy": ("c",), "remove": ("delete", "down", "enter")}[act])
        assert "The keyring is locked." in it.sheet
        assert it.app.clipboard == ""
        assert it.app.screen.query_one(Input).value == ""
    assert list(drawer.entries.values()) == [SECRET]


async def test_a_keyring_that_is_switched_off_is_a_normal_state(demo: Session) -> None:
    async with opened(demo) as it:
        await open_credentials(it)
        assert "The keyring is switched off." in it.sheet
        await it.press("c", "delete", "enter", "escape", "w")
        assert type(it.app.screen).__name__ == "Walk"


async def test_a_keyring_that_is_not_trusted_is_not_used(demo: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    drawer: Any = Drawer()
    monkeypatch.setattr(keyring, "get_keyring", lambda: drawer)
    async with opened(demo) as it:
        await open_credentials(it)
        assert "is not trusted." in it.sheet
    assert drawer.entries == {}


async def test_closing_while_the_keyring_is_asked_does_no_harm(demo: Session, drawer: Drawer) -> None:
    async with opened(demo) as it:
        await it.choose("account:x-7k3f")
        await it._pilot.press("i", "escape")
        await it.settled()
        assert type(it.app.screen).__name__ == "AccountScreen"
