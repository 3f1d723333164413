"""The window: what all screens share."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest
from textual.events import Key
from textual.screen import Screen
from textual.worker import WorkerFailed

from consentui.profile.session import Session
from consentui.tui.accounts.account import AccountScreen
from consentui.tui.app import ConsentuiApp
from consentui.tui.home.search import Search
from consentui.tui.settings.pick_country import PickCountry
from consentui.tui.settings.settings import Settings
from consentui.tui.shared.ending import Dropped
from consentui.tui.walk.walk import Walk
from tests.tui.driving import opened


@pytest.mark.parametrize("turns", range(6))
@pytest.mark.parametrize("screen", [Search, Walk, PickCountry])
async def test_a_screen_that_opens_while_the_program_ends_does_no_harm(
    demo: Session, screen: type[Screen[None]], turns: int
) -> None:
    async with opened(demo) as driver:
        opening = Walk(demo.accounts[0].id) if screen is Walk else screen()
        driver.app.push_screen(opening)
        for _turn in range(turns):
            await asyncio.sleep(0)
        driver.app.exit()
    assert driver.app.return_code == 0


async def test_what_a_thread_finds_after_the_end_is_not_drawn(demo: Session) -> None:
    ended, drawn = threading.Event(), list[str]()
    async with opened(demo) as driver:
        screen = Search()
        await driver.app.push_screen(screen)

        def search_long() -> None:
            ended.wait(30)
            screen.hand_over(drawn.append, "found")

        driver.app.run_worker(search_long, thread=True)
        driver.app.exit()
        ended.set()
    assert driver.app.return_code == 0
    assert drawn == []


async def test_what_a_thread_finds_for_a_screen_that_stands_is_drawn(demo: Session) -> None:
    drawn = list[str]()
    async with opened(demo) as driver:
        screen = Search()
        await driver.app.push_screen(screen)
        driver.app.run_worker(lambda: screen.hand_over(drawn.append, "found"), thread=True)
        await driver.settled()
        assert drawn == ["found"]


async def test_a_fault_is_kept_for_the_report_and_nothing_of_it_is_printed(
    demo: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    app = ConsentuiApp(demo)
    with pytest.raises(KeyError):
        async with app.run_test():
            app.call_later(lambda: dict[str, str]()["Marie Lefèvre"])
    assert isinstance(app.fault, KeyError)
    assert "Marie" not in "".join(capsys.readouterr())


async def test_of_a_fault_in_a_thread_the_report_has_what_went_wrong_there(demo: Session) -> None:
    app = ConsentuiApp(demo)
    with pytest.raises(WorkerFailed):
        async with app.run_test():
            app.run_worker(lambda: dict[str, str]()["x"], thread=True)
    assert isinstance(app.fault, KeyError)


async def test_it_is_said_that_something_was_left_out(demo: Session) -> None:
    async with opened(demo) as driver:
        driver.app.post_message(Dropped(2))
        await driver.seen("2 things that are neither text nor keys were left out")


@pytest.mark.parametrize("turns", range(5))
@pytest.mark.parametrize("screen", ["account", "walk", "search", "settings"])
async def test_a_key_or_news_between_two_screens_finds_the_second_one_standing(
    demo: Session, screen: str, turns: int
) -> None:
    account = demo.accounts[0].id
    async with opened(demo) as driver:
        made: dict[str, Callable[[], Screen[None]]] = {
            "account": lambda: AccountScreen(account),
            "walk": lambda: Walk(account),
            "search": Search,
            "settings": Settings,
        }
        driver.app.push_screen(made[screen]())
        for key in ("w", "tab", "1"):
            driver.app.post_message(Key(key, key if len(key) == 1 else None))
        for _turn in range(turns):
            driver.app.refresh_screens()
            await asyncio.sleep(0)
        await driver.settled()
    assert driver.app.fault is None


async def test_undo_and_enter_at_once_open_nothing_that_has_gone(session: Session) -> None:
    for platform in ("x", "facebook", "linkedin"):
        session.accounts.add(session.knowledge.platform(platform), "me")
    async with opened(session) as driver:
        for key in ("end", "u", "enter", "u", "enter", "escape", "u", "enter", "u", "enter"):
            driver.app.post_message(Key(key, key if len(key) == 1 else None))
        await driver.settled()
    assert driver.app.fault is None
