"""A list of thousands of rows: the first are made at once, the others between keys, and none is missing."""

from __future__ import annotations

from functools import partial

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets.option_list import Option

from consentui.tui.shared.rows import AT_ONCE, LazyRow, Rows

MANY = 3 * AT_ONCE + 7


class Long(App[None]):
    """An app with only a list, which records the rows that were made."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.made: list[int] = []
        self._count = count

    def compose(self) -> ComposeResult:
        yield Rows(*self.options(range(self._count)))

    def options(self, numbers: range) -> list[Option]:
        return [Option(LazyRow(partial(self._row, number)), id=str(number)) for number in numbers]

    def _row(self, number: int) -> Content:
        self.made.append(number)
        return Content(f"row {number}")

    @property
    def rows(self) -> Rows:
        return self.query_one(Rows)


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, AT_ONCE + 1, MANY])
async def test_all_rows_come_and_only_those_in_sight_are_made(count: int) -> None:
    app = Long(count)
    async with app.run_test(size=(40, 10)) as pilot:
        for _turn in range(20):
            await pilot.pause()
        assert [one.id for one in app.rows.options] == [str(number) for number in range(count)]
        assert set(app.made) <= set(range(12))


async def test_the_cursor_stays_on_a_row_that_is_far_down() -> None:
    app = Long(MANY)
    async with app.run_test(size=(40, 10)) as pilot:
        for _turn in range(20):
            await pilot.pause()
        app.rows.highlighted = MANY - 2
        await pilot.pause()
        app.rows.renew(app.options(range(MANY)))
        assert app.rows.highlighted == MANY - 2
        for _turn in range(20):
            await pilot.pause()
        assert (app.rows.option_count, app.rows.highlighted) == (MANY, MANY - 2)


async def test_rows_that_were_still_to_come_do_not_come_once_others_are_shown() -> None:
    app = Long(MANY)
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.renew(app.options(range(MANY)))
        app.rows.renew(app.options(range(5)))
        for _turn in range(20):
            await pilot.pause()
        assert [one.id for one in app.rows.options] == ["0", "1", "2", "3", "4"]
