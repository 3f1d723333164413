"""Lists that change while somebody looks at them: what opens is what the row under the cursor showed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.events import Click
from textual.geometry import Offset

from consentui.journal.entries import Outcome
from consentui.profile.session import Session, open_session
from consentui.tui.walk.opening import open_walk
from tests.tui.all_screens import go_to
from tests.tui.driving import Driver, opened

FIRST = "item:instagram-9t4w/ai-objection"


def settled_elsewhere(account_id: str, control: str) -> None:
    """Record in another session that the control of the account was settled already."""
    other = open_session()
    account = other.accounts.called(account_id)
    other.checklist.record(account, other.accounts.control(account, control), Outcome.ALREADY)


def removed_elsewhere(account_id: str) -> None:
    other = open_session()
    other.accounts.remove(other.accounts.called(account_id))


def taken_back_elsewhere() -> None:
    open_session().journal.undo()


def highlight(it: Driver, option: str) -> None:
    it.rows.highlighted = it.rows.get_option_index(option)


def chosen(it: Driver) -> str | None:
    assert it.rows.highlighted_option is not None
    return it.rows.highlighted_option.id


def screen(it: Driver) -> str:
    return type(it.app.screen).__name__


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
@pytest.mark.parametrize(
    "elsewhere",
    [
        lambda: settled_elsewhere("instagram-9t4w", "ai-objection"),
        lambda: settled_elsewhere("x-7k3f", "grok-memory"),
        lambda: removed_elsewhere("instagram-9t4w"),
        taken_back_elsewhere,
    ],
    ids=["the first is done", "another is done", "an account is removed", "something is taken back"],
)
async def test_the_cursor_of_home_stays_on_its_row_whatever_another_program_writes(
    demo: Session, size: tuple[int, int], elsewhere: Callable[[], object]
) -> None:
    async with opened(demo, size) as it:
        highlight(it, "account:facebook-5c1d")
        elsewhere()
        await it.look_again()
        assert chosen(it) == "account:facebook-5c1d"
        await it.press("enter")
        assert it.text.lstrip().startswith("Facebook · Marie L.")


async def test_enter_opens_what_the_row_under_the_cursor_shows_on_every_row_of_home(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("down", "up")
        for row in [one for one in it.ids if one.startswith(("item:", "waiting:", "account:"))]:
            highlight(it, row)
            await it.settled()
            platform_and_handle = it.line[:24].split()
            await it.press("enter")
            assert it.text.split("\n")[0].replace("·", " ").split()[: len(platform_and_handle)] == platform_and_handle
            await it.press("escape")
            while screen(it) != "Home":
                await it.press("escape")


async def test_enter_before_the_changed_rows_are_seen_opens_nothing_else(demo: Session) -> None:
    async with opened(demo) as it:
        highlight(it, FIRST)
        settled_elsewhere("instagram-9t4w", "ai-objection")
        it.app._look_again()
        assert chosen(it) != FIRST
        it.rows.action_select()
        await it.settled()
        assert screen(it) == "Home"
        line = it.line
        await it.press("enter")
        assert screen(it) == "Walk"
        assert line.split()[0] in it.text.split("\n")[0]


async def test_enter_on_a_row_that_only_moved_opens_it_at_once(demo: Session) -> None:
    async with opened(demo) as it:
        highlight(it, "account:x-7k3f")
        settled_elsewhere("instagram-9t4w", "ai-objection")
        it.app._look_again()
        it.rows.action_select()
        await it.settled()
        assert it.text.lstrip().startswith("X · @marie_l")


async def test_a_click_before_the_changed_rows_are_seen_opens_nothing(demo: Session) -> None:
    async with opened(demo) as it:
        at = it.rows.region.offset + Offset(4, it.rows.get_option_index(it.ids[1]))
        settled_elsewhere("instagram-9t4w", "ai-objection")
        it.app._look_again()
        click = Click(it.rows, *at, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=at.x, screen_y=at.y)
        it.app.screen._forward_event(click)
        await it.settled()
        assert screen(it) == "Home"


async def test_the_cursor_of_an_account_stays_on_its_control(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose("account:x-7k3f")
        await it.press("down")
        control, title = chosen(it), it.line.split("  ")[0]
        settled_elsewhere("x-7k3f", it.ids[0])
        await it.look_again()
        assert chosen(it) == control
        await it.press("enter")
        assert title.rstrip("…") in it.text


async def test_the_cursor_stays_on_a_control_that_another_program_settled(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose("account:x-7k3f")
        control = it.ids[0]
        highlight(it, control)
        settled_elsewhere("x-7k3f", control)
        await it.look_again()
        assert chosen(it) == control


async def test_the_next_move_of_a_request_stays_under_the_cursor(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "request")
        await it.press("a")
        await it.choose("refused")
        await it.press("ctrl+s")
        await it.reached("RequestScreen")
        await it.press("end")
        move = chosen(it)
        assert move != it.ids[0]
        settled_elsewhere("x-7k3f", "grok-memory")
        await it.look_again()
        assert chosen(it) == move


async def test_the_way_that_is_looked_at_stays_under_the_cursor(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "back of a card")
        await it.press("end")
        way = it.line
        assert it.rows.highlighted != 0
        settled_elsewhere("x-7k3f", "grok-memory")
        await it.look_again()
        assert it.line == way


async def test_a_new_card_s_back_begins_at_its_first_way(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "back of a card")
        await it.press("end", "tab", "n")
        assert it.rows.highlighted == 0


async def test_a_list_that_was_scrolled_stays_where_it_is(demo: Session) -> None:
    async with opened(demo, (80, 12)) as it:
        await it.choose("account:x-7k3f")
        await it.press("end", "up", "up")
        at, line = it.rows.scroll_offset, it.line
        other = open_session()
        account = other.accounts.called("x-7k3f")
        other.checklist.note(account, other.accounts.control(account, "grok-memory"), "seen")
        await it.look_again()
        assert (it.rows.scroll_offset, it.line) == (at, line)


async def test_a_setting_stays_under_the_cursor_when_another_goes(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("s")
        highlight(it, "mouse")
        await it.look_again()
        it.app.refresh_screens()
        await it.settled()
        assert chosen(it) == "mouse"


async def test_what_was_chosen_on_a_row_whose_account_went_in_the_same_moment_opens_nothing(demo: Session) -> None:
    async with opened(demo) as it:
        highlight(it, FIRST)
        it.rows.action_select()
        removed_elsewhere("instagram-9t4w")
        it.app._look_again()
        await it.settled()
        assert screen(it) == "Home"


async def test_a_report_on_an_account_that_another_program_removed_does_not_become_one_on_all(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose("account:instagram-9t4w")
        await it.press("r")
        removed_elsewhere("instagram-9t4w")
        await it.look_again()
        assert screen(it) == "Home"


async def test_a_control_that_another_program_took_off_the_account_s_list_is_not_opened_as_another(
    demo: Session,
) -> None:
    async with opened(demo) as it:
        open_walk(it.app, demo.accounts.called("x-7k3f"), "gone")
        await it.settled()
        assert screen(it) == "Home"
        assert it.said == "This is no longer on the account’s list."


async def test_a_click_brings_the_cursor_and_another_opens(demo: Session) -> None:
    async with opened(demo) as it:
        at = it.rows.region.y + it.rows.get_option_index(it.ids[1])
        await it.click_at(10, at)
        assert type(it.app.screen).__name__ == "Home"
        assert chosen(it) == it.ids[1]
        await it.click_at(10, at)
        assert type(it.app.screen).__name__ == "Walk"


async def test_a_double_click_opens_any_row(demo: Session) -> None:
    async with opened(demo) as it:
        await it.click_at(10, it.rows.region.y + it.rows.get_option_index(it.ids[2]), times=2)
        assert type(it.app.screen).__name__ == "Walk"


async def test_a_click_on_a_heading_does_nothing(demo: Session) -> None:
    async with opened(demo) as it:
        await it.click_at(10, it.rows.region.y)
        assert chosen(it) == it.ids[0]


async def test_the_wheel_scrolls_the_card(demo: Session) -> None:
    async with opened(demo, (80, 16)) as it:
        await it.press("enter", "space")
        await it.wheel_at(10, 8)
        assert it.app.screen.query_one("#card").scroll_offset.y > 0


@pytest.mark.parametrize(("key", "row"), [("pageup", "language"), ("pagedown", "forget"), ("end", "forget")])
async def test_a_page_up_or_down_never_loses_the_cursor(demo: Session, key: str, row: str) -> None:
    async with opened(demo, (60, 20)) as it:
        await go_to(it, "settings")
        await it.press("down", key)
        assert chosen(it) == row
        await it.press("pageup", "pageup")
        assert chosen(it) == "language"


async def test_what_stands_below_the_last_row_comes_into_sight_with_it(demo: Session) -> None:
    async with opened(demo, (60, 20)) as it:
        await go_to(it, "settings")
        assert "WHERE THINGS ARE KEPT" not in it.text
        await it.press("end")
        assert "WHERE THINGS ARE KEPT" in it.text
        assert "config.toml" in it.text


async def test_the_heading_above_the_first_row_comes_back_with_it(demo: Session) -> None:
    async with opened(demo, (60, 20)) as it:
        assert "TO DO" in it.text
        await it.press("end")
        assert "TO DO" not in it.text
        await it.press("down")
        assert "TO DO" in it.text
        await it.press("pageup")
        assert chosen(it) == FIRST
