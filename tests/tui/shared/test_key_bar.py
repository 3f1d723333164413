"""The keys at the foot of the screen, and the passing messages there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from consentui.i18n import Language
from consentui.profile.session import Session
from consentui.tui.settings.settings import Settings
from consentui.tui.shared.key_bar import MOST_KEYS, key_name
from tests.tui.all_screens import go_to
from tests.tui.driving import Driver, opened


def bar(it: Driver) -> list[str]:
    """The lines under the last rule of the screen."""
    lines = it.text.split("\n")
    rule = max(number for number, line in enumerate(lines) if line.startswith("─"))
    return [line for line in lines[rule + 1 :] if line.strip()]


def parts_of(it: Driver) -> list[str]:
    """The keys at the foot of the screen, each with what it does."""
    (line,) = bar(it)
    return line.strip().split("  ")


@pytest.mark.parametrize("width", [60, 80, 99])
async def test_the_keys_take_one_line_and_none_is_broken(demo: Session, width: int) -> None:
    async with opened(demo, (width, 30)) as it:
        await it.press("enter")
        parts = [part.split(" ", 1)[1] for part in parts_of(it)]
        words = list(it.keys.values())
        assert parts == [*words[: len(parts) - 2], *words[-2:]]
        assert len(parts) >= 4


async def test_no_more_keys_are_shown_than_are_read_at_a_glance(demo: Session) -> None:
    async with opened(demo, (60, 30)) as it:
        await it.press("enter")
        narrow = len(parts_of(it))
        await it.resize(180, 30)
        assert narrow < len(parts_of(it)) == MOST_KEYS + 2


async def test_the_five_keys_of_home_fit_in_french_too(demo_in: Callable[[Language], Session]) -> None:
    async with opened(demo_in("fr"), (80, 24)) as it:
        assert [part.split(" ")[0] for part in parts_of(it)] == ["⏎", "t", "a", "/", "r", "?"]


@pytest.mark.parametrize("screen", ["account", "letter", "request", "compose", "report"])
async def test_the_first_keys_with_the_way_back_and_the_help_fit_in_french(
    demo_in: Callable[[Language], Session], screen: str
) -> None:
    async with opened(demo_in("fr"), (80, 24)) as it:
        await go_to(it, screen)
        assert len(parts_of(it)) >= 5


async def test_back_and_help_come_last(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter")
        assert list(it.keys)[-2:] == ["back", "help"]


async def test_keys_are_named_as_they_are_printed(demo: Session) -> None:
    async with opened(demo) as it:
        shown = " ".join(bar(it))
        for part in ("⏎ open", "/ search", "? help"):
            assert part in shown


async def test_what_is_said_covers_no_key(demo: Session) -> None:
    async with opened(demo) as it:
        before = bar(it)
        it.app.say("In passing.")
        await it.settled()
        assert "In passing." in it.text
        assert bar(it) == before


async def test_what_is_said_is_seen_on_a_screen_that_opens_with_it(demo: Session) -> None:
    async with opened(demo) as it:
        it.app.say("In passing.", title="Saved")
        it.app.push_screen(Settings())
        await it.settled()
        assert it.said == "Saved: In passing."


@pytest.mark.parametrize("key", ["enter", "s", "escape", "tab"])
async def test_what_is_said_goes_with_the_next_thing_the_person_does(demo: Session, key: str) -> None:
    async with opened(demo) as it:
        it.app.say("In passing.")
        await it.press(key)
        assert it.said == ""


@pytest.mark.parametrize("key", ["down", "up", "pagedown", "end"])
async def test_what_is_said_stays_while_the_person_only_looks(demo: Session, key: str) -> None:
    async with opened(demo) as it:
        it.app.say("In passing.")
        await it.press(key)
        assert it.said == "In passing."


async def test_a_field_that_was_asked_for_is_no_longer_asked_for_once_it_is_filled(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("enter", "w", "f2")
        assert it.said == "The letter needs your name."
        await it.press("M")
        assert it.said == ""


async def test_what_was_wrong_is_shown_no_longer_once_it_is_put_right(demo: Session) -> None:
    async with opened(demo) as it:
        await it.press("r", "k", "k", "k", "d")
        it.app.screen.query_one("#on", Input).value = "soon"
        await it.press("ctrl+s")
        assert "soon" in it.toasts[-1]
        it.app.screen.query_one("#on", Input).value = "2026-01-31"
        await it.press("ctrl+s")
        assert it.toasts == []


def test_the_space_bar_is_named_in_the_language_of_the_screen(speak: Callable[[Language], None]) -> None:
    assert key_name("space") == "space"
    speak("fr")
    assert key_name("space") == "espace"


@pytest.mark.parametrize(
    ("screen", "shown"),
    [
        ("country", "⏎ choose"),
        ("new person", "⏎ go on"),
        ("line of the report", "⏎ write to a file"),
        ("accounts from a file", "⏎ read the file"),
    ],
)
async def test_where_there_is_one_line_enter_is_among_the_keys(demo: Session, screen: str, shown: str) -> None:
    async with opened(demo, (80, 24)) as it:
        await go_to(it, screen)
        assert shown in it.text
        assert "⇥ write to a file" not in it.text


async def test_where_no_row_is_enter_is_not_among_the_keys(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await go_to(it, "credentials")
        assert "The keyring" in it.sheet
        assert "⏎" not in it.sheet


async def test_a_key_that_a_line_takes_is_not_shown_as_one_of_the_screen(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await it.press("ctrl+f")
        assert "/ search" not in it.text
        await it.type("/")
        assert it.said == "No row matches."


async def test_whose_letters_it_holds_for_has_a_key_once_somebody_writes_for_another(demo: Session) -> None:
    words = "this request or every letter"
    async with opened(demo, (80, 40)) as it:
        await go_to(it, "compose")
        assert words not in it.keys.values()
        await it.press("f1")
        assert words not in it.sheet
        await it.press("escape", "f9", "f1")
        assert words in it.sheet


def place_of(it: Driver, words: str) -> tuple[int, int]:
    """The column and the line of words at the foot of the screen or of the sheet."""
    lines = it.text.split("\n")
    line = max(number for number, line in enumerate(lines) if words in line)
    return cell_len(lines[line].partition(words)[0]), line


async def test_a_click_on_a_key_presses_it(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await it.click_at(*place_of(it, "search"))
        await it.reached("Search")
        await it.click_at(*place_of(it, "esc"))
        await it.reached("Home")
        await it.click_at(*place_of(it, "open"))
        await it.reached("Walk")
        await it.click_at(*place_of(it, "later"))
        assert "2 of 6" in it.text


async def test_a_click_on_a_key_of_a_sheet_presses_it_and_one_between_keys_does_nothing(demo: Session) -> None:
    async with opened(demo, (80, 24)) as it:
        await it.press("enter", "m")
        await it.reached("NoteSheet")
        column, line = place_of(it, "esc close")
        await it.click_at(column - 1, line)
        await it.reached("NoteSheet")
        await it.click_at(column + 5, line)
        await it.reached("Walk")


@pytest.mark.parametrize(("language", "words"), [("en", "not found"), ("fr", "introuvable"), ("de", "fehlt")])
async def test_what_to_press_when_a_control_is_not_there_stands_at_the_foot_of_the_smallest_window(
    demo_in: Callable[[Language], Session], language: Language, words: str
) -> None:
    async with opened(demo_in(language), (60, 20)) as it:
        await it.choose("account:x-7k3f")
        await it.press("w")
        await it.reached("Walk")
        assert f"n {words}" in parts_of(it)


async def test_writing_a_report_is_among_the_keys_of_the_smallest_window(demo: Session) -> None:
    async with opened(demo, (60, 20)) as it:
        await go_to(it, "report")
        assert "⇥ write to a file" in parts_of(it)


@pytest.mark.parametrize("width", [60, 80])
async def test_a_message_too_long_for_the_window_keeps_what_it_ends_with(demo: Session, width: int) -> None:
    async with opened(demo, (width, 24)) as it:
        await it.press("enter", "p")
        await it.press("u")
        assert it.said.startswith("Undone: Instagram @atelier.ml")
        assert it.said.endswith("(U redoes it)")
        for size in (width, 60, 80):
            await it.resize(size, 24)
            (line,) = [one for one in it.text.split("\n") if one.startswith("─Undone: Instagram")]
            assert "later (U redoes it)" in line
            assert "…" in line
