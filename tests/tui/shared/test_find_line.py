"""Jumping to a row by typing what it shows, in every list, without conflicts with single-letter keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consentui.i18n import Language
from consentui.profile.session import Session, open_session
from consentui.tui.accounts.account import AccountScreen
from consentui.tui.home.home import Home
from consentui.tui.shared.find_line import FindLine
from tests.tui.all_screens import go_to
from tests.tui.driving import opened

SIZES = [(60, 20), (80, 24), (160, 45)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["ctrl+f", "f3"])
async def test_typing_goes_to_the_row_and_enter_opens_it(demo: Session, size: tuple[int, int], key: str) -> None:
    async with opened(demo, size) as it:
        await it.press(key)
        await it.type("atelier 0 of")
        assert "@atelier.ml" in it.line
        assert it.text.count("@atelier.ml") >= 1
        await it.press("enter")
        await it.reached(AccountScreen)
        await it.press("escape")
        assert not it.app.screen.query(FindLine)


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_above_keeps_its_width(demo: Session, size: tuple[int, int]) -> None:
    async with opened(demo, size) as it:
        before = it.rows.scrollable_content_region.width
        await it.press("ctrl+f")
        assert it.rows.scrollable_content_region.width == before


async def test_letters_that_are_keys_of_the_screen_are_letters_there(demo: Session) -> None:
    before = len(demo.journal.entries)
    async with opened(demo) as it:
        await it.press("ctrl+f", *"quart")
        assert isinstance(it.app.screen, Home)
        assert it.said == "No row matches."
        await it.press("escape", "escape")
        assert isinstance(it.app.screen, Home)
    assert len(open_session().journal.entries) == before


async def test_it_goes_from_one_row_that_fits_to_the_next_and_round(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("ctrl+f", *"facebook")
        first = it.rows.highlighted
        await it.press("down")
        second = it.rows.highlighted
        assert first != second
        await it.press("up")
        assert it.rows.highlighted == first
        await it.press("up", "down")
        assert it.rows.highlighted == first


async def test_words_are_found_in_any_order_without_accents_or_capitals(demo_in: Callable[[Language], Session]) -> None:
    async with opened(demo_in("fr")) as it:
        await it.press("ctrl+f")
        await it.type("ENTRAINEMENT face")
        assert "Facebook" in it.line


async def test_leaving_leads_back_to_where_the_cursor_was(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("down")
        at = it.rows.highlighted
        await it.press("ctrl+f", *"atelier", "down", "escape")
        assert it.rows.highlighted == at
        assert it.rows.has_focus
        assert not it.app.screen.query(FindLine)


async def test_the_keys_of_the_line_are_shown_and_the_key_that_opens_it_is_in_the_help(demo: Session) -> None:
    async with opened(demo, (80, 40)) as it:
        await it.press("ctrl+f")
        assert it.text.split("\n")[-1].split("  ") == [" ↓ next", "⏎ open", "esc back", "f1 help"]
        await it.press("escape", "question_mark")
        assert "ctrl+f      find a row by typing" in it.sheet


async def test_a_screen_with_lines_of_its_own_does_nothing_with_it(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("slash")
        await it.type("photo")
        await it.press("down", "ctrl+f", *"selfie")
        assert "selfie" in it.line.lower()
        await it.press("escape")
        assert it.app.screen.query_one("#query").value == "photo"  # type: ignore[attr-defined]
        assert "51 results" in it.text.split("\n")[0]


async def test_the_platforms_to_add_and_the_rows_of_a_sheet_are_found_too(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("a", "down", "ctrl+f", *"discord", "enter")
        assert "1 chosen" in it.text.split("\n")[0]
        await it.press("escape", "slash", "escape")
        await go_to(it, "answer")
        await it.press("ctrl+f", *"canned", "enter")
        await it.reached("AnswerSheet")
