"""Two panes from 100 columns on, one pane below that, and the same keys in both cases."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from consentui.i18n import LANGUAGES, Language
from consentui.profile.session import Session
from consentui.tui.shared.panes import LEAST_PAGE, READING_WIDTH, Page, list_width, page_width, text_width
from consentui.tui.walk.walk import Walk
from tests.tui.all_screens import LETTER, SENT, go_to
from tests.tui.driving import Driver, opened

NARROW, WIDE = (99, 30), (120, 30)
RULE = "│"


def halves(it: Driver) -> tuple[str, str]:
    """The texts left and right of the rule between the panes."""
    parts = [line.partition(RULE) for line in it.text.split("\n")]
    return "\n".join(left for left, rule, _right in parts if rule), "\n".join(
        right for _left, rule, right in parts if rule
    )


@pytest.mark.parametrize("window", range(40, 240, 7))
def test_no_line_is_longer_than_is_read_with_ease_and_none_wider_than_its_pane(window: int) -> None:
    width = text_width(page_width(window, 46))
    assert width <= READING_WIDTH
    assert width <= window


@pytest.mark.parametrize("window", [100, 120, 160, 240])
@pytest.mark.parametrize("wanted", [36, 46, 92])
def test_a_list_has_what_it_wants_unless_no_page_could_be_read_beside_it(window: int, wanted: int) -> None:
    page, listed = page_width(window, wanted), list_width(window, wanted)
    assert page >= LEAST_PAGE
    assert listed >= wanted or page == LEAST_PAGE
    assert page + listed < window


async def test_below_100_columns_a_list_has_the_window_for_itself(demo: Session) -> None:
    async with opened(demo, NARROW) as it:
        assert RULE not in it.text
        await it.resize(100, 30)
        assert RULE in it.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [99, 140, 160])
async def test_the_titles_on_home_are_whole_where_there_is_room_for_them(
    demo_in: Callable[[Language], Session], language: Language, width: int
) -> None:
    async with opened(demo_in(language), (width, 30)) as it:
        rows = [str(one.prompt) for one in it.rows.options if (one.id or "").startswith(("item:", "group:"))]
        assert len(rows) > 5
        assert [one for one in rows if "…" in one] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 99, 114, 140])
async def test_the_titles_in_an_account_are_whole_where_there_is_room_for_them(
    demo_in: Callable[[Language], Session], language: Language, width: int
) -> None:
    async with opened(demo_in(language), (width, 30)) as it:
        await it.choose("account:instagram-9t4w")
        rows = [one for one in it.options if one.endswith(" min")]
        assert len(rows) > 3
        assert [one for one in rows if "…" in one] == []


async def test_the_card_of_the_row_under_the_cursor_stands_beside_home(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        assert "Object to AI training on your Instagram data" in halves(it)[1]
        await it.press("down")
        assert "Object to AI training on your Facebook data" in halves(it)[1]


async def test_an_account_stands_beside_its_row_on_home(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        it.rows.highlighted = it.rows.get_option_index("account:x-7k3f")
        await it.settled()
        assert "X · @marie_l" in halves(it)[1]
        assert "SETTLED" in halves(it)[1]


async def test_the_card_of_a_row_stands_beside_an_account(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        await it.choose("account:instagram-9t4w")
        before = halves(it)[1]
        await it.press("down")
        assert halves(it)[1] != before


async def test_the_cards_of_a_walk_stand_beside_the_one_that_is_read(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        await it.press("enter")
        left, right = halves(it)
        assert "Object to AI training on" in left
        assert "Object to AI training on your Instagram data" in right
        await it.press("d")
        assert "✓" not in right
        assert "…" in halves(it)[0]


async def test_the_card_that_is_read_is_marked_in_the_list_by_a_sign(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        await it.press("enter")
        marked = [line for line in halves(it)[0].split("\n") if "▸" in line]
        assert len(marked) == 1
        assert "Object to AI training" in marked[0]
        await it.press("tab")
        (now,) = [line for line in halves(it)[0].split("\n") if "▸" in line]
        assert now != marked[0]


@pytest.mark.parametrize("key", ["tab", "shift+tab", "down", "right", "p", "j"])
async def test_a_key_does_the_same_in_a_walk_whether_there_are_two_panes_or_one(demo: Session, key: str) -> None:
    seen = []
    for size in (NARROW, WIDE):
        async with opened(demo, size) as it:
            it.app.push_screen(Walk("instagram-9t4w", "ai-objection"))
            await it.settled()
            await it.press(key)
            top = it.text.split("\n")[0].split()
            seen.append((top, it.keys, it.app.focused.id if it.app.focused else ""))
            await it.press("u")
    assert seen[0] == seen[1]


async def test_a_click_on_a_card_of_a_walk_goes_to_it(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        await it.press("enter")
        await it.click_at(5, 3)
        assert "2 of 6" in it.text
        assert it.app.focused is it.app.screen.query_one("#card")


async def test_selection_and_focus_outlive_a_change_of_size(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        await it.press("down", "down")
        line, focused = it.rows.highlighted, it.app.focused
        for width in (80, 120, 99, 100):
            await it.resize(width, 30)
            assert (it.rows.highlighted, it.app.focused) == (line, focused)


async def test_who_reads_in_a_pane_that_goes_comes_to_the_list(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        await it.press("tab")
        assert it.app.screen.query_one(Page).has_focus
        await it.resize(80, 24)
        assert it.rows.has_focus


async def test_the_page_is_scrolled_with_the_arrows_and_opened_with_enter(demo: Session) -> None:
    async with opened(demo, (120, 16)) as it:
        await it.press("tab", "down", "down")
        assert it.app.screen.query_one(Page).scroll_offset.y == 2
        await it.press("enter")
        assert type(it.app.screen).__name__ == "Walk"


async def test_another_row_is_read_from_its_beginning(demo: Session) -> None:
    async with opened(demo, (120, 16)) as it:
        await it.press("tab", "down", "down", "shift+tab", "down")
        assert it.app.screen.query_one(Page).scroll_offset.y == 0


async def test_the_letter_that_a_move_opens_stands_beside_the_history(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        await it.press(*LETTER[:2], LETTER[2])
        await it.type("Marie Lefèvre")
        await it.press("f2")
        await it.reached("LetterScreen")
        await it.press("escape")
        left, right = halves(it)
        assert "send the letter" in left
        assert "Marie Lefèvre" in right


async def test_the_text_that_went_out_stands_beside_a_move_without_a_letter(demo: Session) -> None:
    async with opened(demo, WIDE) as it:
        for step in SENT:
            await (it.type(step.removeprefix("type ")) if step.startswith("type ") else it.press(step))
            if step == "f2":
                await it.reached("LetterScreen")
        await it.reached("RequestScreen")
        assert "AS SENT" in halves(it)[1]


@pytest.mark.parametrize("screen", ["compose", "letter", "request", "walk", "account", "home"])
async def test_no_sentence_on_a_wide_screen_is_longer_than_is_read_with_ease(demo: Session, screen: str) -> None:
    async with opened(demo, (200, 60)) as it:
        await go_to(it, screen)
        pieces = [piece.strip() for line in it.text.split("\n")[2:-2] for piece in re.split(r"│|\s{3,}", line)]
        assert [
            piece
            for piece in pieces
            if len(piece) > READING_WIDTH and "─" not in piece and not set(piece) <= set("▊▔▁▎")
        ] == []
