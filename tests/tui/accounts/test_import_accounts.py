"""Importing accounts from a file: they are shown, marked and added at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from consentui.i18n import Language
from consentui.profile.session import Session, open_session
from tests.imports import exports
from tests.tui.driving import Driver, opened

LIST = "platform,name\nx,@one\nx,@two\nreddit,marie\nNowhere,x\n"


@pytest.fixture
def some_list(tmp_path: Path) -> str:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return str(path)


@pytest.fixture
def begun(session: Session) -> Session:
    """A profile with one account, past its first run."""
    session.accounts.add(session.knowledge.platform("x"), "@one")
    return session


async def looked_into(it: Driver, path: str) -> None:
    """Open the screen from the list of platforms and read the file."""
    await it.press("a")
    await it.choose("file:")
    await it.reached("ImportAccounts")
    await it.type(path)
    await it.press("enter")
    await it.settled()


def handles() -> list[str]:
    return [account.handle for account in open_session().accounts]


async def test_what_is_new_is_marked_and_added_at_once_and_undone_at_once(begun: Session, some_list: str) -> None:
    async with opened(begun) as it:
        await looked_into(it, some_list)
        assert "Add 2 accounts" in it.text
        assert "Unknown, and left out: Nowhere." in it.text
        assert "already on the list" in it.text
        await it.press("f2")
        await it.reached("Home")
        assert "2 accounts added" in it.text
        assert handles() == ["@one", "marie", "@two"]
    begun.journal.undo()
    assert handles() == ["@one"]


async def test_undoing_it_says_how_many_accounts_go(session: Session, some_list: str) -> None:
    async with opened(session) as it:
        await it.choose("file")
        await it.reached("ImportAccounts")
        await it.type(some_list)
        await it.press("enter", "f2")
        await it.reached("Home")
        await it.press("tab", "u")
        text = it.text
        if "Undo this?" in text:
            assert "3 accounts added" in it.sheet
            await it.press("enter")
        assert it.said == "Undone: 3 accounts added (U redoes it)"


async def test_remarks_are_read_whole_and_the_number_marked_is_a_number_of_accounts(
    session: Session, tmp_path: Path, speak: Callable[[Language], None]
) -> None:
    speak("fr")
    path = tmp_path / "list.csv"
    path.write_text("platform,name\ninstagram,@one\n", encoding="utf-8")
    async with opened(session, (80, 24)) as it:
        await it.choose("file")
        await it.reached("ImportAccounts")
        await it.type(str(path))
        await it.press("enter")
        await it.settled()
        assert it.text.split("\n")[0].rstrip().endswith("2 comptes")
        assert not any("…" in one for one in it.options)


async def test_only_what_is_marked_is_added(begun: Session, some_list: str) -> None:
    async with opened(begun) as it:
        await looked_into(it, some_list)
        await it.press("a")
        assert "No account is marked" in it.text
        await it.press("f2")
        assert "Choose at least one account." in it.text
        await it.press("a")
        assert "Add 2 accounts" in it.text
        await it.press("down", "space", "f2")
        await it.reached("Home")
    assert handles() == ["@one", "@two"]


async def test_a_file_with_passwords_is_named_with_the_advice_to_delete_it(begun: Session, tmp_path: Path) -> None:
    path = tmp_path / "passwords.csv"
    path.write_text(exports.CHROME, encoding="utf-8")
    async with opened(begun) as it:
        await looked_into(it, str(path))
        assert exports.SECRET not in it.text
        await it.press("a", "f2")
        await it.reached("TextSheet")
        assert "delete it" in it.text


async def test_a_fault_is_told_and_the_path_can_be_mended(begun: Session, some_list: str, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("platform,type\nx,boss\n", encoding="utf-8")
    async with opened(begun) as it:
        await looked_into(it, str(wrong))
        assert "Nothing was imported." in it.text
        await it.press("end", *["backspace"] * len(str(wrong)))
        await it.type(some_list)
        await it.press("enter")
        await it.settled()
        assert "Add 2 accounts" in it.text


async def test_the_first_run_begins_with_a_file(session: Session, some_list: str) -> None:
    async with opened(session) as it:
        await it.choose("file")
        await it.reached("ImportAccounts")
        await it.type(some_list)
        await it.press("enter")
        await it.settled()
        await it.press("f2")
        await it.reached("Home")
    assert handles() == ["marie", "@one", "@two"]
