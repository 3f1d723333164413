"""No row of columns wraps: it is drawn for the width of its list, with room for the scroll bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from textual.css.styles import RulesMap

from consentui.i18n import Language
from consentui.profile.session import Session
from consentui.tui.shared.rows import Rows
from tests.tui.all_screens import every_screen, go_to
from tests.tui.driving import opened

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
