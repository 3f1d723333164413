"""A walk of ten minutes: the best controls of all accounts in turn, then what was gained."""

from __future__ import annotations

from consentui.checklist.minutes import best_within, minutes_of
from consentui.journal.entries import Decision, Recorded
from consentui.profile.session import Session, open_session
from tests.tui.driving import Driver, opened


def two_accounts() -> Session:
    """A session with accounts on X and LinkedIn, where nothing is recorded."""
    session = open_session()
    for platform in ("x", "linkedin"):
        session.accounts.add(session.knowledge.platform(platform), "@marie")
    return session


def recorded(session: Session) -> list[tuple[str, str]]:
    """The recorded outcomes: the account's platform and the control."""
    accounts = session.journal.ledger.accounts
    return [
        (accounts[one.account].platform, one.control) for one in session.journal.entries if isinstance(one, Recorded)
    ]


async def through(it: Driver, count: int) -> None:
    """Answer so many cards with done."""
    for _turn in range(count):
        await it.press("d")


async def test_a_walk_of_ten_minutes_goes_through_the_best_of_all_accounts_and_ends() -> None:
    session = two_accounts()
    best = best_within(session.checklist.all_items(), 10)
    assert minutes_of(best) <= 10
    assert len({item.account.id for item in best}) == 2
    async with opened(session, (80, 24)) as it:
        await it.press("t")
        await it.reached("MinutesWalk")
        assert f"1 of {len(best)} · {len(best)} left, about {minutes_of(best)} min" in it.text
        await through(it, len(best))
        await it.reached("Done")
        assert f"Done for today: {len(best)} things, about {minutes_of(best)} min" in it.text
        assert "(LinkedIn @marie)" in it.text
        await it.press("enter")
        await it.reached("Home")
    assert recorded(session) == [(item.platform.id, item.control.id) for item in best]


async def test_ten_more_minutes_take_what_is_best_then() -> None:
    session = two_accounts()
    best = best_within(session.checklist.all_items(), 10)
    async with opened(session, (80, 24)) as it:
        await it.press("t")
        await through(it, len(best))
        await it.reached("Done")
        following = best_within(session.checklist.all_items(), 10)
        assert not {item.ref for item in best} & {item.ref for item in following}
        await it.choose("more")
        await it.reached("MinutesWalk")
        assert f"1 of {len(following)}" in it.text


async def test_who_leaves_before_the_end_sees_what_was_gained() -> None:
    async with opened(two_accounts(), (80, 24)) as it:
        await it.press("t", "d", "escape")
        await it.reached("Done")
        assert "Done for today: 1 thing" in it.text


async def test_who_leaves_with_nothing_done_is_back_at_once() -> None:
    async with opened(two_accounts(), (80, 24)) as it:
        await it.press("t", "escape")
        await it.reached("Home")


async def test_what_was_put_off_is_passed_and_named() -> None:
    session = two_accounts()
    best = best_within(session.checklist.all_items(), 10)
    async with opened(session, (80, 24)) as it:
        await it.press("t")
        for _turn in best:
            await it.press("p")
        await it.reached("Done")
        assert "Postponed:" in it.text


async def test_what_was_taken_back_was_not_gained() -> None:
    async with opened(two_accounts(), (80, 24)) as it:
        await it.press("t", "d", "shift+tab", "u", "escape")
        await it.reached("Home")


async def test_where_nothing_is_open_none_begins(session: Session) -> None:
    account = session.accounts.add(session.knowledge.platform("linkedin"), "@marie")
    for item in session.checklist.items(account):
        session.checklist.decide(account, item.control, Decision.ALLOW)
    async with opened(session, (80, 24)) as it:
        await it.press("t")
        await it.reached("Home")
        assert it.said


async def test_the_pack_of_ten_minutes_begins_with_them(session: Session) -> None:
    async with opened(session, (80, 24)) as it:
        await it.press("enter")
        await it.reached("PickPlatforms")
        await it.press("down")
        await it.choose("pack:ten-minutes")
        await it.choose("on:")
        await it.reached("NameAccounts")
        await it.press("f2")
        await it.reached("MinutesWalk")
        assert "about 10 min" in it.text or "about 9 min" in it.text


async def test_the_command_opens_it(demo: Session) -> None:
    from consentui.tui.app import ConsentuiApp

    app = ConsentuiApp(demo, minutes=5)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert type(app.screen).__name__ == "MinutesWalk"
