"""The line at the top: two texts, one of which is cut if there is no room."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from consentui.tui.shared.top_line import TopLine


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (30, "Instagram · @marie      1 of 5"),
        (26, "Instagram · @marie  1 of 5"),
        (20, "Instagram ·…  1 of 5"),
        (8, "1 of 5"),
        (4, "1 o…"),
        (1, "…"),
    ],
)
async def test_the_right_text_gives_way_last(width: int, shown: str) -> None:
    class Small(App[None]):
        def compose(self) -> ComposeResult:
            yield TopLine("Instagram · @marie", "1 of 5")

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return {"muted": "ansi_default"}

    app = Small()
    async with app.run_test(size=(width, 3)) as pilot:
        await pilot.pause()
        assert app.query_one(TopLine).render().plain.strip() == shown


async def test_markup_in_a_name_is_text() -> None:
    class Small(App[None]):
        def compose(self) -> ComposeResult:
            yield TopLine("[/] [@click=app.quit]x[/]")

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return {"muted": "ansi_default"}

    app = Small()
    async with app.run_test(size=(60, 3)) as pilot:
        await pilot.pause()
        assert app.query_one(TopLine).render().plain.startswith("[/] [@click=app.quit]x[/]")
