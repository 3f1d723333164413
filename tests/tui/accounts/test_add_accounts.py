"""Adding accounts: finding platforms, and naming several accounts on one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consentui.i18n import Language
from consentui.profile.session import Session, open_session
from consentui.tui.accounts.add_accounts import matching, split_handles, with_companions
from consentui.tui.home.home import Home
from tests.tui.driving import opened


def found(session: Session, typed: str) -> list[str]:
    return [platform.id for platform in matching(session.knowledge, typed)]


def test_everything_fits_when_nothing_is_typed(session: Session) -> None:
    assert sorted(found(session, "")) == sorted(platform.id for platform in session.knowledge)


@pytest.mark.parametrize("typed", ["X", "x", " x ", "Twitter", "twitter", "twitter.com", "https://x.com/marie"])
def test_a_platform_is_first_by_each_of_its_names(session: Session, typed: str) -> None:
    assert found(session, typed)[0] == "x"


def test_names_that_begin_so_come_before_names_that_contain_it(session: Session) -> None:
    names = found(session, "meta")
    assert names[0] in {"meta", "meta-ai"}
    assert found(session, "gram")[0] == "grammarly"
    assert "instagram" in found(session, "gram")


def test_accents_and_case_do_not_matter(session: Session) -> None:
    assert found(session, "DÖCTOLIB") == ["doctolib"]


def test_nothing_fits_a_name_that_is_not_known(session: Session) -> None:
    assert found(session, "zzzz") == []


@pytest.mark.parametrize(
    ("typed", "handles"),
    [
        ("", [""]),
        ("   ", [""]),
        (",;,", [""]),
        ("@marie", ["@marie"]),
        (" @marie , @atelier ;@x", ["@marie", "@atelier", "@x"]),
        ("Marie L.", ["Marie L."]),
    ],
)
def test_names_are_separated_by_commas_or_semicolons(typed: str, handles: list[str]) -> None:
    assert split_handles(typed) == handles


def with_companions_of(session: Session, chosen: list[str], held: set[str]) -> list[str]:
    platforms = [session.knowledge.platform(one) for one in chosen]
    return [platform.id for platform in with_companions(platforms, held, session.knowledge)]


def test_the_holder_of_shared_settings_is_added_once_and_last(session: Session) -> None:
    assert with_companions_of(session, ["instagram", "facebook", "x"], set()) == ["instagram", "facebook", "x", "meta"]


def test_the_holder_of_shared_settings_is_not_added_twice(session: Session) -> None:
    assert with_companions_of(session, ["meta", "instagram"], set()) == ["meta", "instagram"]
    assert with_companions_of(session, ["instagram"], {"meta"}) == ["instagram"]


async def test_adding_comes_back_home(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("a")
        await it.type("linkedin")
        await it.press("enter", "enter")
        await it.type("@new")
        await it.press("enter")
        assert type(it.app.screen).__name__ == "Home"
        assert "LinkedIn @new" in it.text
        await it.press("u")
        assert "LinkedIn @new" in it.text
        await it.press("enter")
        assert not any("LinkedIn @new" in one for one in it.options)


async def test_a_shared_account_that_is_there_is_not_added_again(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("a")
        await it.type("instagram")
        await it.press("enter", "enter")
        assert "Meta" not in it.text


async def test_leaving_adds_nothing(demo: Session) -> None:
    before = demo.accounts
    async with opened(demo) as it:
        await it.press("a")
        await it.type("linkedin")
        await it.press("enter", "enter", "escape", "escape")
        assert type(it.app.screen).__name__ == "Home"
    assert demo.accounts == before


async def test_the_list_is_reached_with_the_arrow(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("a")
        await it.type("reddit")
        await it.press("down")
        assert it.line.strip() == "Reddit"
        await it.press("enter")
        assert "1 chosen" in it.text


async def test_a_platform_that_nobody_knows_is_added_and_chosen(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("a")
        await it.type("zzyzx")
        await it.choose("own:")
        await it.press("ctrl+s")
        assert "1 chosen" in it.text.split("\n")[0]
        assert "Go on with zzyzx" in it.text
        await it.press("f2", "f2")
    assert open_session().accounts[-1].platform == "zzyzx"


@pytest.mark.parametrize(
    ("typed", "platform"),
    [("chat gpt", "chatgpt"), ("Linked In", "linkedin"), ("tik tok", "tiktok"), ("lechat", "le-chat")],
)
def test_spaces_in_a_name_do_not_matter(session: Session, typed: str, platform: str) -> None:
    assert matching(session.knowledge, typed)[0].id == platform
    assert session.knowledge.named(typed).id == platform


async def test_what_was_chosen_is_kept_until_it_is_added(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("a")
        await it.type("linkedin")
        await it.press("enter")
        await it.type("reddit")
        await it.press("enter", "escape", "a")
        assert "Go on with LinkedIn, Reddit" in it.text
        assert it.said == "What you had chosen is back."
        await it.press("f2", "f2")
        await it.reached(Home)
        await it.press("a")
        assert "Go on with" not in it.text


async def test_a_row_of_two_lines_keeps_both_when_the_list_grows(demo_in: Callable[[Language], Session]) -> None:
    async with opened(demo_in("fr"), (80, 24)) as it:
        await it.press("a")
        await it.type("insta")
        await it.press("enter")
        assert "\n liste…" in it.text
