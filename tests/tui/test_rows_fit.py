"""No row of columns wraps: it is drawn for the width of its list, with room for the scroll bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from rich.cells import cell_len
from textual.css.styles import RulesMap
from textual.widgets import Input

from consentui.i18n import LANGUAGES, Language
from consentui.profile.session import Session
from consentui.tui.shared.rows import Rows
from tests.tui.all_screens import every_screen, go_to
from tests.tui.driving import opened

every_language = pytest.mark.parametrize("language", LANGUAGES)
COLUMNS = "   "
"""The space between columns, which does not occur in prose, whose rows may wrap."""


def broken(rows: Rows) -> list[str]:
    """The rows of columns that take more lines than they have."""
    width = rows.scrollable_content_region.width
    rules = cast("RulesMap", rows.styles)
    return [
        str(one.prompt)
        for one in rows.options
        if COLUMNS in str(one.prompt)
        and rows._get_visual(one).get_height(rules, width) > str(one.prompt).count("\n") + 1
    ]


@every_screen
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (160, 45)])
async def test_no_row_takes_more_lines_than_it_was_given(
    demo_in: Callable[[Language], Session], screen: str, size: tuple[int, int]
) -> None:
    async with opened(demo_in("fr"), size) as it:
        await go_to(it, screen)
        await it.settled()
        for rows in it.app.screen.query(Rows):
            assert broken(rows) == []


@every_language
@pytest.mark.parametrize(
    "screen", ["search", "palette", "platforms", "accounts from a file", "answer", "country", "new person"]
)
async def test_what_an_empty_line_asks_for_is_read_whole_in_the_smallest_window(
    demo_in: Callable[[Language], Session], language: Language, screen: str
) -> None:
    async with opened(demo_in(language), (60, 20)) as it:
        await go_to(it, screen)
        for line in it.app.screen.query(Input):
            assert cell_len(line.placeholder) <= line.content_size.width


@every_language
async def test_settings_are_read_whole_in_the_smallest_window(
    demo_in: Callable[[Language], Session], language: Language
) -> None:
    async with opened(demo_in(language), (60, 20)) as it:
        await go_to(it, "settings")
        assert "…" not in "".join(one for one in it.options if not one.endswith("…"))


@every_language
async def test_home_gives_titles_the_room_that_names_do_not_need(
    session: Session, speak: Callable[[Language], None], language: Language
) -> None:
    session.accounts.add(session.knowledge.platform("x"))
    speak(language)
    async with opened(session, (80, 24)) as it:
        todo = [one for one in it.options if one.startswith("X ") and one.endswith("min")]
        assert todo
        assert not any("…" in one for one in todo)


async def test_a_long_name_of_another_account_takes_no_room_from_titles(session: Session) -> None:
    session.accounts.add(session.knowledge.platform("x"), "@m")
    session.accounts.add(session.knowledge.platform("bluesky"), "marie.with.a.long.name.bsky.social")
    async with opened(session, (80, 24)) as it:
        todo = [one for one in it.options if one.startswith("X @m") and one.endswith("min")]
        assert todo
        assert not any("…" in one for one in todo)


@every_language
async def test_an_account_of_the_portfolio_keeps_its_name_in_the_smallest_window(
    demo_in: Callable[[Language], Session], language: Language
) -> None:
    async with opened(demo_in(language), (60, 20)) as it:
        await go_to(it, "portfolio")
        assert any("Instagram @marie.photo" in one for one in it.options)


@every_screen
async def test_no_line_begins_with_french_punctuation(demo_in: Callable[[Language], Session], screen: str) -> None:
    async with opened(demo_in("fr"), (60, 20)) as it:
        await go_to(it, screen)
        lines = [line.strip(" ▊▎\N{NARROW NO-BREAK SPACE}") for line in it.text.split("\n")]
        assert [line for line in lines if line[:1] in set(";:!?»") and not line.startswith("?  ")] == []
