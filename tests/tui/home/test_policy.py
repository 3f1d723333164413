"""The policy on Home: a row if anything deviates, the list that it opens, and the page for the board."""

from __future__ import annotations

from datetime import date

from consentui.checklist.outcomes import suitable_outcomes
from consentui.profile.policy import begin_policy
from consentui.profile.session import Session
from consentui.tui.home.policy_row import session_against_policy
from tests.tui.driving import opened


def with_policy(demo: Session, *platforms: str) -> Session:
    begin_policy(demo.folders.policy, map(demo.knowledge.platform, platforms))
    return demo


async def test_without_a_policy_home_says_nothing_of_one(demo: Session) -> None:
    async with opened(demo) as it:
        assert "policy:" not in it.ids


async def test_home_says_how_much_stands_otherwise_and_opens_the_list(demo: Session) -> None:
    async with opened(with_policy(demo, "x"), (80, 24)) as it:
        row = next(line for line in it.options if "Policy" in line)
        await it.choose("policy:")
        assert type(it.app.screen).__name__ == "Deviations"
        assert row == f"Policy: 1 deviates, {len(it.ids) - 1} not looked at yet"
        assert all(one.startswith("x-") for one in it.ids)
        await it.press("enter")
        assert type(it.app.screen).__name__ == "Walk"


async def test_titles_get_the_room_that_other_columns_do_not_need(session: Session) -> None:
    session.accounts.add(session.knowledge.platform("x"), "@m")
    async with opened(with_policy(session, "x"), (80, 24)) as it:
        await it.choose("policy:")
        assert it.options
        assert not any("…" in one for one in it.options)


async def test_what_is_due_comes_first_with_who_is_responsible(demo: Session) -> None:
    account = next(one for one in demo.accounts if one.platform == "meta")
    demo.accounts.set_due((demo.accounts.edit(account, owner="Zoé"),), date(2026, 11, 1))
    async with opened(with_policy(demo, "x", "meta"), (120, 30)) as it:
        await it.choose("policy:")
        assert it.ids[0].startswith("x-"), "what stands otherwise comes before what nobody looked at yet"
        assert it.ids[1].startswith(account.id)
        await it.press("down")
        assert "Zoé · by 1 November 2026" in it.line


async def test_the_row_goes_once_all_stands_as_it_is_wanted(demo: Session) -> None:
    with_policy(demo, "x")
    async with opened(demo) as it:
        assert "policy:" in it.ids
        found = session_against_policy(demo)
        assert found
        for one in found.deviations:
            outcomes = suitable_outcomes(one.item.control)
            outcome = next(one for one in outcomes if one.effect in {"settles", "waits"})
            demo.checklist.record(one.item.account, one.item.control, outcome)
        await it.press("s", "escape")
        assert "policy:" not in it.ids


async def test_what_is_wrong_with_the_policy_stands_on_home(demo: Session) -> None:
    with_policy(demo, "x").folders.policy.write_text('[[rule]]\nwant = "refuse"\nplatform = ["facebok"]\n', "utf-8")
    async with opened(demo) as it:
        assert any("line 3" in line and "facebok" in line for line in it.options)
        await it.choose("policy:")
        assert "Did you mean “facebook”?" in it.toasts[0]


async def test_a_policy_that_is_removed_or_spoilt_leaves_no_list_behind(demo: Session) -> None:
    policy = with_policy(demo, "x").folders.policy
    written = policy.read_bytes()
    async with opened(demo) as it:
        await it.choose("policy:")
        assert it.ids
        policy.unlink()
        it.app._look_again()
        await it.settled()
        assert it.options == ["There is no policy yet."]
        assert "of what the policy" not in it.text
        policy.write_bytes(written)
        it.app._look_again()
        await it.settled()
        assert it.ids
        policy.write_text("want", "utf-8")
        it.app._look_again()
        await it.settled()
        assert not it.options
        assert "not valid TOML" in it.toasts[0]
        policy.unlink()
        await it.press("escape")
        assert "policy:" not in it.ids


async def test_the_page_for_the_board_is_one_key_away(demo: Session) -> None:
    async with opened(with_policy(demo, "x")) as it:
        await it.choose("policy:")
        await it.press("r")
        assert "Policy: a page for the board" in it.text
        await it.seen("Against the policy")


async def test_an_account_says_on_home_by_when_it_is_to_be_done_while_something_is_left(demo: Session) -> None:
    account = next(one for one in demo.accounts if one.platform == "meta")
    demo.accounts.set_due((account,), date(2026, 11, 1))
    async with opened(demo, (80, 24)) as it:
        row = next(one for one in it.rows.options if one.id == f"account:{account.id}")
        assert "by 1 November 2026" in str(row.prompt)
