"""The screen of one account: its checklist, its name and type, taking it off the list."""

from __future__ import annotations

from typing import get_args

import pytest

from consentui.journal.entries import AccountType
from consentui.journal.fold import Account
from consentui.profile.session import Session, open_session
from consentui.tui.accounts.account import WANTED_LIST
from consentui.tui.shared.panes import list_width
from tests.tui.driving import Driver, opened

X = "account:x-7k3f"
NEW = "account:instagram-9t4w"


def held(account_id: str) -> Account:
    """The account as the journal on disk has it."""
    return open_session().journal.ledger.accounts[account_id]


def headings(it: Driver) -> list[str]:
    return [line for line in it.options if line.isupper()]


async def test_an_account_shows_what_is_open_settled_and_optional(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(X)
        assert it.text.split("\n")[0].startswith(" X · @marie_l")
        assert it.text.split("\n")[0].endswith("personal · 5 of 15 settled")
        assert headings(it)[:3] == ["TO DO", "SETTLED", "IF YOU WISH"]
        assert "settled, 18 days ago" in it.text


async def test_every_control_of_the_account_stands_there_once(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(X)
        items = demo.checklist.items(demo.journal.ledger.accounts["x-7k3f"])
        assert sorted(it.ids) == sorted(item.control.id for item in items)


async def test_what_does_not_exist_for_the_account_is_listed_with_the_reason(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("chatgpt"), "", "admin")
    async with opened(session) as it:
        await it.choose(f"account:{account.id}")
        at = it.options.index("DOES NOT EXIST FOR THIS ACCOUNT")
        left_out = it.options[at + 1 :]
        assert left_out
        assert all(line.endswith(("not for this type of account", "not in your country")) for line in left_out)


async def test_enter_opens_a_control_in_the_walk(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(X)
        await it.choose("grok-training")
        assert type(it.app.screen).__name__ == "Walk"
        assert "Settled: switched off" in it.text
        await it.press("escape")
        assert type(it.app.screen).__name__ == "AccountScreen"


async def test_the_walk_begins_at_the_first_open_control(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(NEW)
        await it.press("w")
        assert "1 of 6" in it.text


async def test_progress_made_in_the_walk_is_seen_on_return(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(NEW)
        assert "0 of 4 settled" in it.text
        await it.choose("private-account")
        await it.press("d")
        assert type(it.app.screen).__name__ == "AccountScreen"
        assert "1 of 5 settled" in it.text


async def test_the_name_can_be_changed(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(NEW)
        await it.press("e", "end", *"2", "enter")
        assert type(it.app.screen).__name__ == "AccountScreen"
        assert "@atelier.ml2" in it.text.split("\n")[0]
        await it.press("escape")
        assert "@atelier.ml2" in it.text
    assert held("instagram-9t4w").handle == "@atelier.ml2"


async def test_leaving_the_name_keeps_it(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(NEW)
        await it.press("e", *"zzz", "escape")
        assert "zzz" not in it.text
    assert held("instagram-9t4w").handle == "@atelier.ml"


async def test_a_name_that_is_too_long_is_refused_and_stays_in_the_line(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(NEW)
        await it.press("e", "end")
        await it.type("x" * 300)
        await it.press("enter")
        assert it.toasts == ["This account name is too long.\nIt has 311 characters; 200 are allowed."]
        assert type(it.app.screen).__name__ == "Rename"
    assert held("instagram-9t4w").handle == "@atelier.ml"


async def test_who_looks_after_it_for_whom_and_by_when_stand_beside_the_name(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(NEW)
        await it.press("e", "tab")
        await it.type("Zoé")
        await it.press("tab")
        await it.type("Dupont")
        await it.press("tab")
        await it.type("31/01/2027")
        assert "Sunday 31 January 2027" in it.text
        await it.press("enter")
        assert type(it.app.screen).__name__ == "AccountScreen"
    found = held("instagram-9t4w")
    assert (found.owner, found.client, str(found.due)) == ("Zoé", "Dupont", "2027-01-31")


async def test_by_when_is_a_day_to_come_also_without_its_year(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(NEW)
        await it.press("e", "tab", "tab", "tab")
        await it.type("31 January")
        assert "Sunday 31 January 2027" in it.text


async def test_a_day_that_is_none_is_refused_and_changes_nothing(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(NEW)
        await it.press("e", "tab", "tab", "tab")
        await it.type("soon")
        await it.press("enter")
        assert type(it.app.screen).__name__ == "Rename"
    assert held("instagram-9t4w").due is None


async def test_the_type_goes_round_and_decides_what_exists(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("chatgpt"))
    types = get_args(AccountType)
    async with opened(session) as it:
        await it.choose(f"account:{account.id}")
        personal = it.ids
        await it.press("t")
        assert it.said == "Type of account: business"
        assert held(account.id).account_type == "business"
        assert it.ids != personal
        await it.press(*"t" * (len(types) - 1))
        assert it.ids == personal
    assert held(account.id).account_type == "personal"


async def test_removing_takes_the_account_off_home_and_undo_brings_it_back_with_its_history(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(X)
        await it.press("delete")
        assert type(it.app.screen).__name__ == "Home"
        assert it.said == "The account was removed from the list. u brings it back."
        assert X not in it.ids
        await it.press("u")
        assert X in it.ids
        assert "5 of 15" in it.text


async def test_undo_works_here_too(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose("account:instagram-2m8q")
        await it.press("u")
        assert it.said.startswith("Undone: Instagram @marie.photo,")
        assert "waiting for an answer" not in it.text


async def test_the_report_is_of_this_account_alone(demo: Session) -> None:
    async with opened(demo, (100, 200)) as it:
        await it.choose(X)
        await it.press("r")
        assert "Grok" in it.text
        assert "Instagram" not in it.text


async def test_its_credentials_are_one_key_away(demo: Session) -> None:
    async with opened(demo) as it:
        await it.choose(X)
        await it.press("i")
        assert type(it.app.screen).__name__ == "Credentials"


@pytest.mark.parametrize("size", [(40, 12), (200, 50)])
async def test_the_rows_follow_the_window(demo: Session, size: tuple[int, int]) -> None:
    async with opened(demo) as it:
        await it.choose(X)
        await it.resize(*size)
        assert max(len(line) for line in it.options) == list_width(size[0], WANTED_LIST) - 3


async def test_tags_are_given_and_taken_in_the_line_below_the_day_and_stand_above_the_checklist(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await it.choose(NEW)
        await it.press("e", "tab", "tab", "tab", "tab")
        await it.type("Press, brand")
        await it.press("enter")
        assert "#brand #press" in it.text
        await it.press("e", "tab", "tab", "tab", "tab", "ctrl+u")
        await it.type("press old")
        await it.press("enter")
        assert "#old #press" in it.text
        await it.press("u")
        assert "#brand #press" in it.text
    assert held("instagram-9t4w").tags == ("brand", "press")


async def test_an_account_of_an_organisation_says_what_the_contract_and_the_administrator_decide(
    session: Session,
) -> None:
    account = session.accounts.add(session.knowledge.platform("zoom"), "team", "work")
    async with opened(session, (80, 30)) as it:
        await it.choose(f"account:{account.id}")
        assert "owners and administrators decide" in " ".join(it.text.split())
