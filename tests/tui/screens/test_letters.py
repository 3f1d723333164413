"""From a control to a letter, to what was sent, to the request that Home reminds of."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, TextArea

from consentui.session import Session, open_session
from tests.tui.all_screens import go_to
from tests.tui.driving import Driver, opened


async def write_letter(it: Driver, name: str = "Marie Lefèvre", grounds: str = "") -> None:
    await go_to(it, "compose")
    it.app.screen.query_one(TextArea).text = grounds
    it.app.screen.query_one("#name", Input).value = name
    await it.press("f2")


async def test_the_letter_says_whose_account_and_what_for(demo: Session) -> None:
    async with opened(demo, (100, 120)) as it:
        await write_letter(it, grounds="My photos show my children.")
        assert type(it.app.screen).__name__ == "LetterScreen"
        for words in ("@atelier.ml", "Meta Platforms Ireland", "21(1)", "My photos show my children."):
            assert words in it.text


async def test_a_letter_needs_a_name(demo: Session) -> None:
    async with opened(demo) as it:
        await write_letter(it, name="")
        assert it.said == "The letter needs your name."
        assert type(it.app.screen).__name__ == "Compose"


async def test_another_right_may_need_no_grounds(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "compose")
        assert it.app.screen.query_one(TextArea).display
        await it.press("f3")
        assert "This right needs no reason." in it.text
        assert not it.app.screen.query_one(TextArea).display


async def test_leaving_before_the_letter_writes_nothing(demo: Session) -> None:
    before = len(demo.entries)
    async with opened(demo) as it:
        await go_to(it, "compose")
        await it.press("escape")
        assert type(it.app.screen).__name__ == "Walk"
    assert len(open_session().entries) == before


async def test_markup_in_the_persons_own_words_is_text(demo: Session) -> None:
    async with opened(demo, (100, 120)) as it:
        await write_letter(it, grounds="[/] [@click=app.quit]x[/] \x1b[31m")
        assert "[/] [@click=app.quit]x[/]" in it.text
        assert "\x1b" not in it.text


async def test_nothing_of_the_name_is_in_the_journal(demo: Session) -> None:
    async with opened(demo) as it:
        await write_letter(it, name="Zébulon")
    assert "Zébulon" not in demo.folders.journal.read_text()


async def test_what_was_sent_becomes_a_request_that_home_shows(demo: Session, tmp_path: Path) -> None:
    async with opened(demo) as it:
        await write_letter(it)
        await it.press("s")
        assert type(it.app.screen).__name__ == "RequestScreen"
        await it.press("escape", "escape")
        await it.settled()
        assert any("21(1)" in line or "bject" in line for line in it.options)
    assert open_session().ledger.requests


async def test_undoing_a_letter_that_was_begun_leaves_its_screen(demo: Session) -> None:
    async with opened(demo) as it:
        await write_letter(it)
        other = open_session()
        other.undo()
        it.app._look_again()
        await it.settled()
        assert type(it.app.screen).__name__ in {"Walk", "Home"}
