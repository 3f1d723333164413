"""Help: the keys of the screen below, as they are at that moment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consentui.i18n import Language
from consentui.profile.session import Session
from tests.tui.all_screens import go_to
from tests.tui.driving import Driver, opened


def keys_in(it: Driver) -> dict[str, str]:
    """The keys that the help lists, with their words."""
    rows = [line.split(maxsplit=1) for line in it.sheet.split("\n") if line.startswith("  ")]
    return {row[0]: row[1].strip() for row in rows if len(row) == 2}


@pytest.mark.parametrize("screen", ["home", "walk", "account", "report", "settings"])
async def test_help_lists_every_key_that_is_shown_below(demo: Session, screen: str) -> None:
    async with opened(demo, (100, 70)) as it:
        await go_to(it, screen)
        below = list(it.keys.values())
        await it.press("question_mark")
        assert type(it.app.screen).__name__ == "Help"
        listed = keys_in(it).values()
        assert [words for words in below if words not in listed] == []


async def test_help_lists_keys_too_seldom_used_for_the_bar(demo: Session) -> None:
    async with opened(demo, (100, 70)) as it:
        await go_to(it, "walk")
        await it.press("question_mark")
        listed = keys_in(it)
    assert listed["⇥"] == "next card"
    assert listed["o"] == "open"


async def test_help_knows_only_what_works_on_this_card(demo: Session) -> None:
    async with opened(demo, (100, 70)) as it:
        await it.choose("item:meta-3h6x/off-meta-activity")
        await it.press("question_mark")
        assert "f" not in keys_in(it)
        assert keys_in(it)["d"] == "switched off"


async def test_help_follows_keys_that_were_changed(demo: Session) -> None:
    with demo.folders.config_file.open("a") as config:
        config.write('\n[keys]\n"home.report" = "f8"\n')
    demo.preferences.reload()
    async with opened(demo, (100, 70)) as it:
        await it.press("question_mark")
        assert keys_in(it)["f8"] == "report"
        assert "r" not in keys_in(it)


async def test_help_is_there_in_a_line_to_type_in(demo: Session) -> None:
    async with opened(demo, (100, 70)) as it:
        await it.press("slash", "question_mark")
        assert type(it.app.screen).__name__ == "Search"
        await it.press("f1")
        assert type(it.app.screen).__name__ == "Help"


async def test_help_opens_once_and_closes(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("question_mark", "question_mark", "f1", "escape")
        assert type(it.app.screen).__name__ == "Home"


async def test_help_speaks_french(demo_in: Callable[[Language], Session]) -> None:
    async with opened(demo_in("fr"), (100, 70)) as it:
        await it.press("question_mark")
        assert keys_in(it)["q"] == "quitter"
        assert "quit" not in keys_in(it).values()


async def test_help_says_how_consentui_keeps_its_word(demo: Session) -> None:
    async with opened(demo, (100, 70)) as it:
        await it.press("question_mark")
        assert "on this machine only" in it.text
        assert "consentui --help" in it.text
