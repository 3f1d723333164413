"""The portfolio of all people on a machine: who is behind, what has waited longest, and what changed since."""

from __future__ import annotations

from datetime import date

from consentui.journal.entries import Outcome
from consentui.profile.memory import RememberedPortfolio, write_portfolio
from consentui.profile.session import Session
from tests.tui.driving import opened
from tests.tui.people.test_people import a_person


async def test_people_come_first_and_who_has_most_left_on_top(demo: Session) -> None:
    a_person("anna", "x", "facebook", "linkedin", "reddit", "tiktok", "chatgpt", "instagram")
    a_person("bob")
    async with opened(demo, (80, 24)) as it:
        await it.press("p", "o")
        people = [one.partition(":")[2] for one in it.ids if one.startswith("person:")]
        assert people[0] == "anna"
        assert set(people) == {"anna", "default"}, "nobody without a journal"


async def test_what_was_never_touched_comes_before_what_was_touched_long_ago(demo: Session) -> None:
    anna = a_person("anna", "x", "linkedin")
    touched = anna.accounts[0]
    anna.checklist.record(touched, anna.checklist.items(touched)[0].control, Outcome.SWITCHED_OFF)
    async with opened(demo, (120, 40)) as it:
        await it.press("p", "o")
        hers = [one for one in it.ids if one.startswith("account:anna/")]
        assert hers == [f"account:anna/{anna.accounts[1].id}", f"account:anna/{touched.id}"]
        assert "BY DUE DAY" not in it.text
        anna.accounts.set_due((touched,), date(2026, 11, 1))
        await it.press("escape", "o")
        assert it.ids[len([one for one in it.ids if one.startswith("person:")])] == f"account:anna/{touched.id}"
        assert "BY DUE DAY, THEN LONGEST UNTOUCHED" in it.text
        assert "by 1 November 2026" in it.text


async def test_it_says_what_changed_since_the_last_one_that_was_written(demo: Session) -> None:
    settled = sum(item.is_settled and item.is_counted for item in demo.checklist.all_items())
    write_portfolio(demo.folders.state, RememberedPortfolio(date(2026, 11, 1), {"default": settled - 2}))
    async with opened(demo, (80, 24)) as it:
        await it.press("p", "o")
        assert "+2 settled since 1 November 2026" in it.text
        assert "(+2)" in next(line for line in it.options if "default" in line)


async def test_an_account_of_ones_own_opens_and_another_person_is_gone_to(demo: Session) -> None:
    a_person("anna", "x")
    async with opened(demo, (80, 24)) as it:
        await it.press("p", "o")
        await it.choose(next(one for one in it.ids if one.startswith("account:default/")))
        assert type(it.app.screen).__name__ == "AccountScreen"
        await it.press("escape")
        await it.choose("person:anna")
        await it.reached("Home")
        assert it.app.session.profile == "anna"


async def test_the_report_on_all_people_is_written_from_there(demo: Session) -> None:
    a_person("anna", "x")
    async with opened(demo, (100, 30)) as it:
        await it.press("p", "o", "r")
        await it.seen("By client")
        assert "anna" in it.text
        await it.press("n")
        await it.seen("names accounts in full")


async def test_a_tag_keeps_to_the_accounts_that_carry_it_and_so_does_the_report(demo: Session) -> None:
    anna = a_person("anna", "x", "linkedin")
    anna.accounts.tag(anna.accounts[:1], "press")
    async with opened(demo, (120, 40)) as it:
        await it.press("p", "o", "t")
        await it.choose("tag:press")
        await it.reached("PortfolioScreen")
        accounts = [one for one in it.ids if one.startswith("account:")]
        assert accounts == [f"account:anna/{anna.accounts[0].id}"]
        assert "Portfolio  #press" in it.text
        await it.press("r")
        assert "Portfolio of accounts  #press" in it.text
        await it.press("escape", "t")
        await it.choose("all:")
        await it.reached("PortfolioScreen")
        assert len([one for one in it.ids if one.startswith("account:anna/")]) == 2
