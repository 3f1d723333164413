"""The days ahead, on Home and in the calendar."""

from __future__ import annotations

from collections.abc import Callable

from consentui.i18n import Language
from consentui.journal.entries import Outcome
from consentui.profile.session import Session
from tests.tui.all_screens import SENT
from tests.tui.driving import Driver, opened


async def sent(it: Driver) -> None:
    for step in SENT:
        await (it.type(step.removeprefix("type ")) if step.startswith("type ") else it.press(step))
        if step == "f2":
            await it.reached("LetterScreen")
    await it.reached("RequestScreen")


def calendar_of(it: Driver) -> list[str]:
    return it.options[it.rows.get_option_index("calendar:")].split("\n")


async def test_home_has_the_next_of_the_days_in_words_above_its_line(demo: Session) -> None:
    async with opened(demo, (80, 40)) as it:
        await it.seen("CALENDAR")
        words, months, line = calendar_of(it)
        assert words == "in 11 months: X @marie_l: 5 to review"
        assert months.split()[0] == "Dec"  # the nine days that end November give way to it
        assert line.count("◇") == 1


async def test_an_answer_that_is_due_comes_before_a_review(demo: Session) -> None:
    async with opened(demo, (80, 40)) as it:
        await sent(it)
        await it.press("escape", "escape")
        words, _months, line = calendar_of(it)
        assert words.startswith("in 1 month" if "month" in words else "in 3")
        assert "answer due" in words
        assert "○" in line


async def test_the_days_stand_one_below_the_other_and_lead_to_what_they_are_about(demo: Session) -> None:
    async with opened(demo) as it:
        await sent(it)
        await it.press("escape", "escape", "c")
        assert [one.partition(":")[0] for one in it.ids] == ["request", "review"]
        assert "5 to review" in it.options[1]
        await it.press("enter")
        await it.reached("RequestScreen")
        await it.press("escape", "down", "enter")
        await it.reached("AccountScreen")


async def test_the_row_of_home_leads_to_the_calendar(demo: Session) -> None:
    async with opened(demo) as it:
        await it.seen("CALENDAR")
        await it.choose("calendar:")
        await it.reached("Calendar")


async def test_the_calendar_speaks_french(demo_in: Callable[[Language], Session]) -> None:
    async with opened(demo_in("fr")) as it:
        await it.press("c")
        assert "dans 11 mois" in it.text
        assert "5 à revoir" in it.text


async def test_where_nothing_is_ahead_the_calendar_says_so_and_home_has_none(demo: Session) -> None:
    for account in list(demo.accounts):
        demo.accounts.remove(account)
    async with opened(demo) as it:
        assert "CALENDAR" not in it.text
        await it.press("c")
        assert "Nothing is due" in it.text


async def test_a_long_name_leaves_what_is_to_be_done_in_sight(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("x"), "the-very-long-name-of-a-brand-that-is-everywhere")
    session.checklist.record(account, session.knowledge.control("x/grok-training"), Outcome.SWITCHED_OFF)
    async with opened(session, (80, 24)) as it:
        await it.seen("CALENDAR")
        await it.press("c")
        assert ": 1 to review" in it.text
