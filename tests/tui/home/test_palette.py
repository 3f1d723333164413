"""The palette: what the keys of the screen below do, in the current language, and places to jump to by typing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from consentui.i18n import Language
from consentui.journal.entries import Recorded
from consentui.profile.session import Session, open_session
from consentui.tui.home.deeds import area_name, deeds_of
from tests.test_keys_document import bindings
from tests.tui.all_screens import every_screen, go_to
from tests.tui.driving import Driver, opened


def lines(it: Driver) -> list[str]:
    """The rows of the palette, without the keys."""
    return [str(option.prompt).rsplit("  ", 1)[0].rstrip() for option in it.rows.options]


def top(it: Driver) -> str:
    return type(it.app.screen).__name__


@every_screen
async def test_it_names_everything_that_the_screen_can_do_by_its_area(demo: Session, screen: str) -> None:
    async with opened(demo) as it:
        await go_to(it, "home" if screen == "palette" else screen)
        expected = [deed.words for deed in deeds_of(it.app.screen)]
        await it.press("ctrl+p")
        assert top(it) == "Palette"
        assert lines(it)[: len(expected)] == expected
        assert all(re.fullmatch(r"[^:]+: .+", line) for line in lines(it))
        await it.press("escape")
        assert top(it) != "Palette"


@pytest.mark.parametrize("name", sorted({str(one.id).partition(".")[0] for one in bindings() if "." in str(one.id)}))
def test_every_area_has_a_name(name: str) -> None:
    assert name == "palette" or area_name(f"{name}.x") != "consentui"


async def test_what_is_chosen_is_done_on_the_screen_below(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "walk")
        await it.press("ctrl+p")
        await it.type("not found")
        await it.press("enter")
        assert top(it) == "Walk"
    last = open_session().journal.last_in_force()
    assert isinstance(last, Recorded)
    assert last.outcome == "not-found"


async def test_arrows_choose_while_one_types(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("ctrl+p", "down", "down", "up")
        assert it.rows.highlighted == 1
        await it.press("up", "up")
        assert it.rows.highlighted == it.rows.option_count - 1


async def test_home_is_reached_from_everywhere_but_from_a_sheet_that_waits(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "walk")
        await it.press("ctrl+p")
        assert "Home: settings" in lines(it)
        await it.type("settings")
        await it.press("enter")
        assert top(it) == "Settings"
    async with opened(demo) as it:
        await go_to(it, "note")
        await it.press("ctrl+p")
        assert not any(line.startswith("Home: ") for line in lines(it))
        await it.type("reddit")
        assert lines(it) == []
        assert "Nothing here has that name." in it.text


@pytest.mark.parametrize(
    ("typed", "line", "leads_to"),
    [
        ("atelier", "Account: Instagram @atelier.ml", "AccountScreen"),
        ("reddit", "Platform: Reddit", "TextSheet"),
        ("appear", "Settings: Appearance", "Settings"),
        ("grok training", "X: Refuse Grok training on your posts and chats", "Walk"),
    ],
)
async def test_one_jumps_by_typing(demo: Session, typed: str, line: str, leads_to: str) -> None:
    async with opened(demo) as it:
        await it.press("ctrl+p")
        await it.type(typed)
        while lines(it)[it.rows.highlighted or 0] != line:
            await it.press("down")
        await it.press("enter")
        assert top(it) == leads_to


async def test_a_request_is_found_by_its_reference_or_its_company(demo: Session) -> None:
    async with opened(demo) as it:
        await go_to(it, "request")
        await it.press("ctrl+p")
        (reference,) = {case.reference for case in it.app.session.requests.cases()}
        await it.type(reference)
        assert [line for line in lines(it) if line.startswith(f"Request: {reference} · ")]


async def test_before_there_is_a_profile_only_its_beginning_is_offered(session: Session) -> None:
    async with opened(session) as it:
        assert top(it) == "FirstRun"
        await it.press("ctrl+p")
        assert not any(line.startswith("Home: ") for line in lines(it))


async def test_it_opens_once_and_over_lines_to_type_in(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("slash", "ctrl+p", "ctrl+p")
        assert [type(one).__name__ for one in it.app.screen_stack] == ["Home", "Search", "Palette"]


async def test_it_speaks_french(demo_in: Callable[[Language], Session]) -> None:
    async with opened(demo_in("fr")) as it:
        await go_to(it, "walk")
        await it.press("ctrl+p")
        assert "Carte\u202f: introuvable" in lines(it)
        assert "Accueil\u202f: préférences" in lines(it)
        assert not re.search(r"\b(the|not|what|to|back|add|search)\b", "\n".join(lines(it)))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_chosen_line_is_in_sight_however_small_the_window_is(demo: Session, size: tuple[int, int]) -> None:
    async with opened(demo, size) as it:
        await it.press("ctrl+p")
        for _press in range(it.rows.option_count):
            line = lines(it)[it.rows.highlighted or 0]
            assert line[:20] in it.text
            await it.press("down")
