"""The base of all screens: what closes draws no more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from consentui.profile.session import Session
from consentui.tui.home.search import Search
from consentui.tui.requests.timeline_view import History
from consentui.tui.shared.rows import Rows
from tests.tui.all_screens import go_to
from tests.tui.driving import opened


async def test_a_screen_that_closes_takes_nothing_and_fits_no_size_while_its_widgets_go(
    demo: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, fitted = list[str](), list[str]()
    async with opened(demo) as it:
        screen = Search()
        await it.app.push_screen(screen)
        await it.settled()

        # The first half of closing: as long as it lasts, the screen is still attached.
        monkeypatch.setattr(screen, "remove", screen.remove_children)
        monkeypatch.setattr(screen, "fit", lambda: fitted.append("fitted"))
        it.app.pop_screen()
        await it.settled()
        assert screen.is_attached
        assert not screen.query(Rows)
        await asyncio.to_thread(screen.hand_over, taken.append, "found")
        screen.on_resize()
    assert (taken, fitted) == ([], [])


@pytest.mark.parametrize(
    ("screen", "do"),
    [
        ("request", lambda closing: closing._bring_into_sight(History((), (0, 0)))),
        ("compose", lambda closing: closing.check_action("letters", ())),
        ("report", lambda closing: closing.check_action("path", ())),
    ],
)
async def test_what_comes_to_a_screen_after_its_widgets_have_gone_does_no_harm(
    demo: Session, monkeypatch: pytest.MonkeyPatch, screen: str, do: Callable[[Any], object]
) -> None:
    async with opened(demo) as it:
        await go_to(it, screen)
        closing = it.app.screen
        monkeypatch.setattr(closing, "remove", closing.remove_children)
        it.app.pop_screen()
        await it.settled()
        do(closing)
