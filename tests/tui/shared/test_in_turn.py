"""Keys pressed at the same moment: each takes effect where the one before has led."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.widgets import Input

from consentui.profile.session import Session
from consentui.tui.shared import in_turn
from consentui.tui.shared.window import Window
from tests.tui.driving import opened


def press_at_once(app: Window, *keys: str) -> None:
    """Queue all keys before the first is handled, as with fast typing or a slow machine."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


async def test_what_is_typed_in_the_same_instant_as_enter_stands_in_the_next_line(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("backup")
        first, second, third = it.app.screen.query(Input)
        first.value = ""
        press_at_once(it.app, "a", "enter", "b", "c", "enter", "d")
        await it.settled()
        assert (first.value, second.value, third.value) == ("a", "bc", "d")


async def test_a_key_after_enter_is_the_next_screen_s(demo: Session) -> None:
    async with opened(demo) as it:
        press_at_once(it.app, "enter", "s")
        await it.reached("Sources")


async def test_a_day_typed_at_once_after_the_keys_that_ask_for_it_is_the_day_that_is_told(demo: Session) -> None:
    async with opened(demo) as it:
        press_at_once(it.app, "r", "k", "k", "k", "d", "-", "3")
        await it.reached("WhenSheet")
        assert it.app.screen.query_one("#on", Input).value == "-3"


async def test_a_widget_that_hangs_holds_the_keys_for_a_moment_only(
    demo: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_turn, "_WITHIN_SECONDS", 0.05)
    async with opened(demo) as it:
        monkeypatch.setattr(it.app.screen, "call_later", lambda *_: True)
        press_at_once(it.app, "down", "s")
        await it.seen("Settings")
