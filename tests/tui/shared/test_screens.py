"""The base of all screens: what closes draws no more."""

from __future__ import annotations

import asyncio

import pytest

from consentui.profile.session import Session
from consentui.tui.home.search import Search
from consentui.tui.shared.rows import Rows
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
