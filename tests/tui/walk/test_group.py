"""One control on many accounts: marked, and settled with one key."""

from __future__ import annotations

import pytest

from consentui.journal.entries import Recorded
from consentui.profile.accounts import NewAccount
from consentui.profile.session import Session, open_session
from tests.tui.driving import Driver, opened

CONTROL = "grok-training"


@pytest.fixture
def brands(session: Session) -> Session:
    """A session with four accounts on X, two of which belong to the same client."""
    x = session.knowledge.platform("x")
    session.accounts.add_all(
        NewAccount(x, f"@a-brand-with-a-long-name-{number}", client="Acme" if number < 3 else "")
        for number in (1, 2, 3, 4)
    )
    return session


def outcomes() -> list[list[str]]:
    ledger = open_session().journal.ledger
    about = [ledger.about(account, CONTROL) for account in ledger.accounts]
    return [[entry.outcome for entry in entries if isinstance(entry, Recorded)] for entries in about]


async def to_group(it: Driver) -> None:
    group = next(name for name in it.ids if name.startswith("group:") and name.endswith(CONTROL))
    await it.choose(group)
    await it.reached("GroupScreen")


async def test_what_is_the_same_on_many_accounts_is_one_row_that_opens_on_them(brands: Session) -> None:
    async with opened(brands) as it:
        assert "X · 4 accounts" in it.text
        assert "2 min each" in it.text
        await to_group(it)
        assert "4 of 4 marked" in it.text
        for number in (1, 2, 3, 4):
            assert f"@a-brand-with-a-long-name-{number}" in it.text


async def test_one_key_settles_it_on_all_and_one_undo_takes_it_back(brands: Session) -> None:
    async with opened(brands) as it:
        await to_group(it)
        await it.press("d")
        await it.reached("Home")
        assert outcomes() == [["switched-off"]] * 4
        assert "4 accounts" in it.text
    brands.journal.undo()
    assert outcomes() == [[]] * 4


async def test_only_those_marked_are_settled_and_what_stands_otherwise_is_seen(brands: Session) -> None:
    async with opened(brands) as it:
        await to_group(it)
        await it.press("space", "d")
        assert outcomes() == [[], ["switched-off"], ["switched-off"], ["switched-off"]]
        assert it.text.count("settled") == 3
        assert "1 of 4 marked" in it.text
        await it.press("a", "a", "n")
        assert outcomes() == [[], ["switched-off"], ["switched-off"], ["switched-off"]]
        assert "Choose at least one account." in it.text


async def test_the_accounts_of_a_client_are_marked_with_one_key(brands: Session) -> None:
    async with opened(brands) as it:
        await to_group(it)
        await it.press("c", "p")
        assert outcomes() == [["later"], ["later"], [], []]


async def test_enter_opens_the_card_of_one(brands: Session) -> None:
    async with opened(brands) as it:
        await to_group(it)
        await it.press("down", "enter")
        await it.reached("Walk")
        assert "@a-brand-with-a-long-name-2" in it.text


async def test_names_that_differ_at_the_end_are_told_apart_on_home(brands: Session) -> None:
    async with opened(brands, (80, 24)) as it:
        for number in (1, 2):
            assert f"-name-{number}" in it.text
    async with opened(brands, (200, 60)) as it:
        assert "@a-brand-with-a-long-name-4" in it.text


async def test_search_says_which_of_several_accounts_and_marks_none(brands: Session) -> None:
    async with opened(brands) as it:
        await it.press("slash")
        await it.type("grok training")
        await it.press("down")
        await it.choose(f"x/{CONTROL}")
        await it.reached("GroupScreen")
        assert "0 of 4 marked" in it.text
        await it.press("d")
        assert outcomes() == [[]] * 4


async def test_search_finds_accounts_by_their_client(brands: Session) -> None:
    async with opened(brands) as it:
        await it.press("slash")
        await it.type("acme")
        assert [name.partition(":")[0] for name in it.ids[:2]] == ["account", "account"]
        await it.press("down", "enter")
        await it.reached("AccountScreen")
        assert "@a-brand-with-a-long-name-1" in it.text


async def test_a_click_on_its_mark_turns_it_and_one_on_the_name_does_not(brands: Session) -> None:
    async with opened(brands) as it:
        await to_group(it)
        second = it.rows.region.y + 1
        await it.click_at(1, second)
        assert "3 of 4 marked" in it.text
        await it.click_at(1, second)
        assert "4 of 4 marked" in it.text
        await it.click_at(20, second + 1)
        assert "4 of 4 marked" in it.text


async def test_a_tag_marks_the_accounts_that_carry_it(brands: Session) -> None:
    brands.accounts.tag(brands.accounts[1:3], "press")
    async with opened(brands, (80, 24)) as it:
        await to_group(it)
        await it.press("t")
        assert "#press  2 accounts" in it.text
        await it.choose("tag:press")
        await it.reached("GroupScreen")
        assert "2 of 4 marked" in it.text
        await it.press("t")
        await it.choose("all:")
        await it.reached("GroupScreen")
        assert "4 of 4 marked" in it.text


async def test_where_no_account_has_a_tag_there_is_no_key_for_it(brands: Session) -> None:
    async with opened(brands) as it:
        await to_group(it)
        await it.press("t")
        assert type(it.app.screen).__name__ == "GroupScreen"
