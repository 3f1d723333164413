"""With several fields, Enter goes from one to the next."""

from __future__ import annotations

from textual.widgets import Input

from consentui.profile.session import Session
from consentui.tui.shared.next_line import go_to_next_line
from tests.tui.driving import opened


async def test_what_is_typed_at_once_after_enter_stands_in_the_next_line(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("backup")
        path, passphrase, again = it.app.screen.query(Input)
        go_to_next_line(path, lambda: None)
        assert it.app.focused is passphrase
        go_to_next_line(passphrase, lambda: None)
        assert it.app.focused is again


async def test_enter_in_the_last_line_does_what_they_are_for(demo: Session) -> None:
    done: list[str] = []
    async with opened(demo) as it:
        await it.press("s")
        await it.choose("backup")
        go_to_next_line(it.app.screen.query(Input).last(), lambda: done.append("written"))
    assert done == ["written"]
