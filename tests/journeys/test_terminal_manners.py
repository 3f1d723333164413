"""How the program treats the terminal: how it starts, what it respects, and that it leaves it clean."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from consentui.i18n import Language
from tests.demo import write_demo
from tests.journeys.emulator import ALTERNATE_SCREEN
from tests.journeys.environment import isolated_environment
from tests.journeys.program import FIXED, LOCALES, SETTINGS, Setting, in_every_setting, press, start
from tests.journeys.terminal import Terminal

pytestmark = pytest.mark.journey

MOUSE_AND_FOCUS = (1000, 1002, 1003, 1004, 1006, 2004)
STYLE = re.compile(rb"\x1b\[([0-9;:]*)m")
COLOURLESS = {"", "0", "1", "2", "3", "4", "7", "9", "22", "23", "24", "27", "29", "39", "49"}
"""The parameters of SGR (ECMA-48) that set no colour: bold, dim, underline and the like, and the default colours."""


def left_clean(terminal: Terminal) -> bool:
    """Whether the terminal is as before: the main screen, empty, with a cursor and without mouse reports."""
    screen = terminal._emulator.screen
    modes = any(screen.is_set(mode) for mode in (ALTERNATE_SCREEN, *MOUSE_AND_FOCUS))
    return terminal.cursor.visible and not modes and terminal.text.strip() == ""


@in_every_setting
def test_quitting_leaves_the_terminal_clean(home: Path, setting: Setting) -> None:
    write_demo(setting.language)
    with start(home, setting) as terminal:
        terminal.wait_for(setting.words("Accounts").upper())
        assert not terminal.cursor.visible
        assert terminal._emulator.screen.is_set(ALTERNATE_SCREEN)
        terminal.press("q")
        terminal.ends_well()
        assert left_clean(terminal)


@pytest.mark.parametrize("keys", [(), ("enter",), ("enter", "m"), ("/",), ("?",)])
def test_ctrl_q_leaves_it_clean_from_anywhere(home: Path, keys: tuple[str, ...]) -> None:
    write_demo("en")
    with start(home) as terminal:
        terminal.wait_for("ACCOUNTS")
        for key in keys:
            press(terminal, key)
        terminal.press("ctrl+q")
        terminal.ends_well()
        assert left_clean(terminal)


def test_the_terminals_modes_are_given_back(home: Path) -> None:
    with Terminal(
        "/bin/sh", "-c", f"stty -a; {sys.executable} -m consentui; stty -a; echo end", home=home, env=FIXED
    ) as terminal:
        terminal.wait_for("Start")
        terminal.press("q")
        terminal.wait_for("end")
        settings = terminal.text.split("speed ")[1:]
        assert len(settings) == 2
        assert settings[0].split("\n")[0:8] == settings[1].split("\n")[0:8]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_told_to_end_it_gives_the_terminal_back(home: Path, number: signal.Signals) -> None:
    write_demo("en")
    with start(home) as terminal:
        terminal.wait_for("ACCOUNTS")
        terminal.kill(number)
        assert terminal.wait_exit() == 128 + number
        assert left_clean(terminal)


BUSY = """
import time
from consentui.tui.home.search import Search
from consentui.__main__ import main
Search.compose = lambda self: time.sleep(600)
main()
"""


def test_told_to_end_while_it_does_not_come_round_to_it_it_gives_the_terminal_back(home: Path) -> None:
    write_demo("en")
    with Terminal(sys.executable, "-c", BUSY, home=home, env=FIXED) as terminal:
        terminal.wait_for("ACCOUNTS")
        terminal.press("/")
        terminal.wait_quiet(1)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit(30) == 128 + signal.SIGTERM
        assert left_clean(terminal)


BROKEN = """
from consentui.tui.home.search import Search
from consentui.__main__ import main
def fail(self):
    raise KeyError("swordfish")
Search.compose = fail
main()
"""


def test_a_fault_ends_in_a_page_with_a_report_and_leaves_the_journal_alone(home: Path) -> None:
    write_demo("en")
    (journal,) = home.rglob("journal.toml")
    before = journal.read_bytes()
    with Terminal(sys.executable, "-c", BROKEN, home=home, env=FIXED) as terminal:
        terminal.wait_for("ACCOUNTS")
        terminal.press("/")
        assert terminal.wait_exit() == 70
        assert "consentui has stopped because of a fault of its own." in terminal.text
        assert "KeyError" in terminal.text
        assert b"swordfish" not in terminal.raw
        assert not terminal._emulator.screen.is_set(ALTERNATE_SCREEN)
    assert journal.read_bytes() == before


def test_bytes_that_are_no_text_and_codes_of_no_key_end_nothing(home: Path) -> None:
    write_demo("en")
    with start(home) as terminal:
        terminal.wait_for("ACCOUNTS")
        press(terminal, "/")
        for spoilt in (b"caf\xe9", b"\x1b[1114112u", b"\x1b[200~\xff\xfe\x1b[201~"):
            os.write(terminal._master, spoilt)
        terminal.wait_for("left out")
        terminal.type(" reddit")
        terminal.wait_for("caf reddit")
        terminal.press("ctrl+q")
        terminal.ends_well()
        assert left_clean(terminal)


@pytest.mark.parametrize("language", LOCALES)
def test_without_a_terminal_a_sentence_says_what_to_use(home: Path, language: Language) -> None:
    lang = LOCALES[language]
    done = subprocess.run(
        [sys.executable, "-m", "consentui"],
        env=isolated_environment(home, lang) | FIXED,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "\x1b" not in done.stderr
    assert "consentui walk --plain" in done.stderr
    assert ("There is no terminal" in done.stderr) == (language == "en")


def test_a_terminal_that_cannot_be_drawn_on_gets_the_sentence_too(home: Path) -> None:
    with start(home, SETTINGS[0], TERM="dumb") as terminal:
        assert terminal.wait_exit() == 2
        assert "consentui walk --plain" in " ".join(terminal.text.split())


def open_all(terminal: Terminal, ready: str) -> None:
    """Open Home, a card, its back, a note, the report, the settings and the help."""
    terminal.wait_for(ready)
    for key in ("enter", "n", "m", "escape", "escape", "escape", "r", "escape", "s", "escape", "?"):
        press(terminal, key)


@pytest.fixture
def demo_home(home: Path) -> Path:
    """A home with the demonstration in it."""
    write_demo("en")
    return home


def colours(terminal: Terminal) -> set[str]:
    """The SGR parameters sent that set a colour."""
    parameters = (bytes(one).decode() for found in STYLE.findall(terminal.raw) for one in found.split(b";"))
    return {one for one in parameters if one not in COLOURLESS}


def test_no_color_means_no_colour_at_all(demo_home: Path) -> None:
    with start(demo_home, NO_COLOR="1") as terminal:
        open_all(terminal, "ACCOUNTS")
        assert colours(terminal) == set()
        assert STYLE.search(terminal.raw)


def test_without_no_color_there_is_colour(demo_home: Path) -> None:
    with start(demo_home) as terminal:
        terminal.wait_for("ACCOUNTS")
        assert colours(terminal)


def test_the_chosen_row_is_seen_without_colour(demo_home: Path) -> None:
    with start(demo_home, NO_COLOR="1") as terminal:
        terminal.wait_for("ACCOUNTS")
        assert looks(terminal, 3) != looks(terminal, 4)


def looks(terminal: Terminal, row: int) -> set[tuple[bool, bool, bool]]:
    """The styles at the beginning of a row: bold, reversed, underlined."""
    line = terminal._emulator.screen.buffer[row]
    return {(line[column].bold, line[column].reverse, line[column].underscore) for column in range(2, 20)}
