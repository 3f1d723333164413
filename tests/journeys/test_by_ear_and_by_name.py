"""Other ways to use the program: a walk line by line, the palette, terminals with sixteen colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.journal.entries import Recorded
from consentui.profile.session import open_session
from tests.demo import write_demo
from tests.journeys.program import LOCALES, Setting, in_every_setting, start

pytestmark = pytest.mark.journey

SMALL = [Setting(language, 40, 12) for language in LOCALES]


def last_outcome() -> str:
    last = open_session().journal.last_in_force()
    return str(last.outcome) if isinstance(last, Recorded) else ""


@in_every_setting
def test_a_walk_line_by_line_is_answered_and_left(home: Path, setting: Setting) -> None:
    write_demo(setting.language)
    first, second = (setting.words("{number} of {count}").split("{count}")[0].format(number=at) for at in (1, 2))
    with start(home, setting, "walk", "@atelier.ml", "--plain") as terminal:
        terminal.wait_for(first)
        terminal.type("p\r")
        terminal.wait_for(second)
        terminal.type("q\r")
        terminal.wait_for(setting.words("Everything so far is saved."))
    assert last_outcome() == "later"
    with start(home, setting, "walk", "@atelier.ml", "--plain") as terminal:
        terminal.wait_for(first)


@pytest.mark.parametrize("setting", SMALL, ids=lambda one: one.language)
def test_what_the_palette_names_is_done(home: Path, setting: Setting) -> None:
    write_demo(setting.language)
    with start(home, setting) as terminal:
        terminal.wait_for(setting.words("To do").upper())
        terminal.press("ctrl+p")
        terminal.wait_for(setting.words("What to do, or where to go"))
        terminal.type(setting.words("settings"))
        named = setting.words("Home") + setting.words(":") + " " + setting.words("settings")
        terminal.wait_until(lambda: named in terminal.rows[5], what="the settings to come first")
        terminal.press("enter")
        terminal.wait_for(setting.words("Appearance"))


def test_with_sixteen_colours_the_chosen_row_has_a_ground_of_its_own(home: Path) -> None:
    write_demo("en")
    with start(home, TERM="xterm", COLORTERM="") as terminal:
        terminal.wait_for("ACCOUNTS")
        grounds = [terminal._emulator.screen.buffer[row][4].bg for row in (3, 4)]
        assert grounds == ["blue", "default"]
