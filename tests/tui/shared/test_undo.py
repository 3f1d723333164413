"""Undo says what it will undo if that is not in sight; redo puts it in force again."""

from __future__ import annotations

import pytest

from consentui.profile.session import Session, open_session
from consentui.tui.shared.confirm import Confirm
from consentui.tui.walk.walk import Walk
from tests.tui.driving import opened

X = "account:x-7k3f"
LAST = "Instagram @marie.photo, Object to AI training"


async def test_what_is_not_in_sight_is_named_before_it_is_undone(demo: Session) -> None:
    before = len(demo.journal.entries)
    async with opened(demo) as it:
        await it.choose(X)
        await it.press("u")
        assert "Undo this?" in it.sheet
        assert "Recorded 18 days ago: Instagram @marie.photo" in " ".join(it.sheet.split())
        await it.press("escape")
        assert len(demo.journal.entries) == before
        await it.press("u", "enter")
        assert it.said.startswith(f"Undone: {LAST}")
    assert len(open_session().journal.entries) == before + 1


async def test_what_was_said_just_now_is_undone_at_once(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "d")
        assert it.said.startswith("Saved: ")
        await it.press("u")
        assert not isinstance(it.app.screen, Confirm)
        assert it.said.startswith("Undone: Instagram @atelier.ml")


async def test_pressed_once_too_often_it_asks_before_it_takes_an_account_away(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("x"), "@only")
    async with opened(session) as it:
        await it.choose(f"account:{account.id}")
        await it.press("enter", "d", "u")
        await it.reached(Walk)
        await it.press("u")
        assert "X @only: account added" in it.sheet
        await it.press("escape")
    assert [one.handle for one in open_session().accounts] == ["@only"]


async def test_an_account_that_was_taken_back_is_called_by_its_name(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("x"), "@only")
    session.accounts.add(session.knowledge.platform("reddit"), "u/marie")
    async with opened(session) as it:
        await it.choose(f"account:{account.id}")
        await it.press("escape", "u", "enter")
        assert it.said == "Undone: Reddit u/marie: account added (U redoes it)"


async def test_what_is_no_longer_said_is_named_first(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "d", "tab", "u")
        assert isinstance(it.app.screen, Confirm)


async def test_another_thing_that_was_written_meanwhile_is_named_in_its_turn(demo: Session) -> None:
    other = open_session()
    async with opened(demo) as it:
        await it.press("u")
        assert "Instagram @marie.photo" in it.sheet
        other.accounts.add(other.knowledge.platform("reddit"), "u/marie")
        it.app._look_again()
        await it.press("enter")
        assert "Reddit u/marie: account added" in it.sheet
        await it.press("escape")
    assert open_session().journal.last_in_force() == other.journal.entries[-1]


@pytest.mark.parametrize("where", [(), (X,), (X, "enter")])
async def test_redo_puts_back_what_was_undone_and_says_it(demo: Session, where: tuple[str, ...]) -> None:
    async with opened(demo) as it:
        for step in where:
            await (it.choose(step) if step == X else it.press(step))
        await it.press("u", "enter", "U")
        assert it.said.startswith(f"Redone: {LAST}")
        await it.press("U")
        assert it.said == "There is nothing to redo."
    assert open_session().journal.ledger.about("instagram-2m8q", "ai-objection") != ()
