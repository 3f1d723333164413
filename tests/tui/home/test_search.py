"""Search: what is found, and what the results open."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from consentui.profile.accounts import NewAccount
from consentui.profile.session import Session, open_session
from consentui.tui.accounts.own_platform import OwnPlatform
from consentui.tui.shared.rows import Rows
from consentui.tui.walk.walk import Walk
from tests.tui.driving import Driver, opened


async def search(it: Driver, query: str) -> None:
    await it.press("slash")
    await it.type(query)


async def test_nothing_is_found_before_anything_is_typed(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("slash")
        assert it.options == []
        assert "result" not in it.text
        await it.press("down", "enter")
        assert type(it.app.screen).__name__ == "Search"


async def test_results_are_counted(demo: Session) -> None:
    async with opened(demo) as it:
        await search(it, "grok")
        assert f"{len(it.ids)} results" in it.text.split("\n")[0]
        assert "x/grok-training" in it.ids


@pytest.mark.parametrize("words", ["entrainement grok", "formation et d’ajustement"])
async def test_french_words_find_a_control_whatever_the_language_spoken(demo: Session, words: str) -> None:
    async with opened(demo) as it:
        await search(it, words)
        assert "x/grok-training" in it.ids


async def test_a_control_of_an_account_opens_in_its_walk(demo: Session) -> None:
    async with opened(demo) as it:
        await search(it, "grok")
        await it.choose("x/grok-training")
        assert type(it.app.screen).__name__ == "Walk"
        assert it.text.lstrip().startswith("X · @marie_l")


async def test_a_control_without_an_account_opens_to_be_read(demo: Session) -> None:
    async with opened(demo, (100, 60)) as it:
        await search(it, "linkedin")
        await it.press("down", "enter")
        assert type(it.app.screen).__name__ == "CardSheet"
        assert "LinkedIn" in it.text
        assert "Facts checked on" in it.text
        await it.press("escape")
        assert type(it.app.screen).__name__ == "Search"
    assert demo.folders.journal.exists()


async def test_a_platform_that_is_not_followed_is_added_from_its_card(demo: Session) -> None:
    async with opened(demo) as it:
        await search(it, "linkedin")
        await it.press("down", "enter")
        assert it.keys["card.add"] == "add to my accounts"
        await it.press("a")
        await it.reached("Walk")
        assert it.text.lstrip().startswith("LinkedIn")
        assert it.said == "Added to your accounts: LinkedIn."
    assert "linkedin" in demo.accounts.platform_ids


async def test_what_is_known_of_the_platform_is_one_key_from_its_card(demo: Session) -> None:
    async with opened(demo, (100, 60)) as it:
        await search(it, "linkedin")
        await it.press("down", "enter", "g")
        for words in ("WHO IS RESPONSIBLE FOR YOUR DATA", "LinkedIn Ireland", "HOW OLD THIS IS", "last checked on"):
            assert words in it.sheet


async def test_the_first_enter_opens_what_fits_best_and_the_query_stays(demo: Session) -> None:
    async with opened(demo) as it:
        await search(it, "grok")
        assert "⏎ open" in it.text.split("\n")[-1]
        await it.press("enter")
        await it.reached("Walk")
        assert it.text.lstrip().startswith("X · @marie_l")
        await it.press("escape")
        await it.reached("Search")
        assert it.app.screen.query_one(Input).value == "grok"


async def test_enter_before_everything_is_read_opens_once_it_is(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("slash")
        it.app.screen.query_one(Input).value = "grok"
        await it.app.screen.query_one(Input).action_submit()
        await it.reached("Walk")


async def test_where_nothing_fits_enter_opens_no_form_at_once(demo: Session) -> None:
    async with opened(demo) as it:
        await search(it, "zzyzx")
        await it.press("enter")
        assert it.app.focused is it.rows
        assert "Add “zzyzx” yourself" in it.line


@pytest.mark.parametrize("query", ["[/]", "\\", "(((", "*", '"', "zzzzzz", "%s", "\u202e", "é" * 2000])
async def test_any_query_is_only_a_query(demo: Session, query: str) -> None:
    async with opened(demo) as it:
        await search(it, query)
        assert type(it.app.screen).__name__ == "Search"
        assert "result" in it.text.split("\n")[0]


async def test_what_nobody_knows_can_be_added_with_its_company_and_written_to(demo: Session) -> None:
    async with opened(demo) as it:
        await search(it, "zzyzx")
        assert "Nothing was found." in it.text
        assert "Add “zzyzx” yourself: a letter can go to any company" in it.text
        await it.press("enter", "enter")
        await it.reached(OwnPlatform)
        await it.press("tab")
        await it.type("Zzyzx SAS")
        await it.press("tab")
        await it.type("1 rue Neuve, 75002 Paris")
        await it.press("ctrl+s")
        await it.reached(Walk)
        assert it.text.lstrip().startswith("zzyzx")
        assert it.said == "Added to your accounts: zzyzx (your file)."
    session = open_session()
    assert session.accounts[-1].platform == "zzyzx"
    company = session.knowledge.controller("zzyzx")
    assert company is not None
    assert (company.name, company.is_own) == ("Zzyzx SAS", True)
    assert company.contact.address == "Zzyzx SAS\n1 rue Neuve\n75002 Paris"


async def test_the_offer_after_the_first_results_has_the_name_that_is_not_known(demo: Session) -> None:
    async with opened(demo) as it:
        await search(it, "Shein données")
        assert it.options[3].startswith("Add “Shein” yourself")


async def test_a_name_that_is_read_as_another_word_can_be_added_beside_what_that_word_finds(demo: Session) -> None:
    async with opened(demo) as it:
        await search(it, "vimeo")
        assert "“vimeo” is not known: read as “video”." in it.text
        assert len(it.options) > 1
        assert it.options[3].startswith("Add “vimeo” yourself")
        await search(it, "vimeo youtube")
        assert not any("yourself" in one for one in it.options)


async def test_what_was_added_is_found(demo: Session) -> None:
    async with opened(demo) as it:
        await search(it, "zzyzx")
        await it.press("enter", "enter", "ctrl+s")
        await it.reached(Walk)
        await it.press("escape")
        assert "zzyzx/objection" in it.ids


@pytest.mark.parametrize("query", ["bayern", "d", "datenschutz"])
async def test_two_authorities_of_one_land_are_two_results(demo: Session, query: str) -> None:
    async with opened(demo) as it:
        await search(it, query)
        assert len(set(it.ids)) == len(it.ids) > 1


async def test_results_use_the_width_of_the_window(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await search(it, "doctolib")
        assert it.app.screen.query_one(Rows).outer_size.width == 80


async def test_accounts_are_found_by_their_tags(demo: Session) -> None:
    demo.accounts.tag(demo.accounts[:1], "presse")
    async with opened(demo) as it:
        await it.press("slash")
        await it.type("pres")
        assert "#presse" in it.text


async def test_of_equals_what_the_person_follows_comes_first(session: Session) -> None:
    session.accounts.add(session.knowledge.platform("reddit"))
    async with opened(session) as it:
        await search(it, "advertising")
        assert it.ids[0].startswith("reddit/")


async def test_results_take_the_room_of_a_window_that_grows(demo: Session) -> None:
    async with opened(demo, (60, 20)) as it:
        await search(it, "photo")
        assert any("…" in one for one in it.options)
        await it.press("down", "down")
        await it.resize(160, 45)
        assert not any("…" in one.split("\n")[0] for one in it.options)
        assert it.rows.highlighted == 1


async def test_names_that_differ_at_their_ends_are_told_apart(session: Session) -> None:
    x = session.knowledge.platform("x")
    names = [f"the-very-long-name-of-a-brand-that-has-accounts-everywhere-{end}" for end in ("north", "south")]
    session.accounts.add_all(NewAccount(x, name, owner="Marie", client="The client of the north") for name in names)
    async with opened(session, (80, 24)) as it:
        await search(it, "marie")
        assert ["-north" in it.text, "-south" in it.text] == [True, True]
        assert "The client" in it.text


@pytest.mark.parametrize("width", [60, 80, 140])
async def test_accounts_and_controls_stand_in_the_same_columns(demo: Session, width: int) -> None:
    async with opened(demo, (width, 30)) as it:
        await it.press("slash")
        await it.type("photo")
        await it.seen("Grok")
        account = next(one for one in it.options if "@marie.photo" in one)
        control = next(one for one in it.options if one.startswith("Facebook"))
        assert account.index("@marie.photo") == len(control) - len(control.removeprefix("Facebook").lstrip())
