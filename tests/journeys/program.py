"""Start consentui in a terminal, in a language and a size, for the journeys."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from consentui.i18n import Language, _, speaking
from tests.demo import NOW
from tests.journeys.terminal import Terminal

ROOT = Path(__file__).parents[2]
LOCALES: dict[Language, str] = {"en": "en_GB.UTF-8", "fr": "fr_FR.UTF-8", "de": "de_AT.UTF-8"}
FIXED = {"CONSENTUI_NOW": NOW, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
"""The environment of every run: a stopped clock, and the code of this checkout."""


class Setting(NamedTuple):
    """A language and the size of the window."""

    language: Language
    cols: int
    rows: int

    def words(self, text: str) -> str:
        """A text of the interface as this setting shows it."""
        with speaking(self.language):
            return _(text)


_TWICE: tuple[Language, ...] = ("en", "fr")
SETTINGS = [
    *(Setting(language, *size) for language in _TWICE for size in ((80, 24), (120, 40))),
    Setting("de", 80, 24),
]
"""English and French in two sizes; German, whose words are the longest, in the smallest size."""

in_every_setting = pytest.mark.parametrize(
    "setting", SETTINGS, ids=[f"{one.language}-{one.cols}x{one.rows}" for one in SETTINGS]
)


def start(home: Path, setting: Setting = SETTINGS[0], *arguments: str, **more: str) -> Terminal:
    """Start the program in a home; `more` are further environment variables."""
    return Terminal(
        sys.executable,
        "-m",
        "consentui",
        *arguments,
        cols=setting.cols,
        rows=setting.rows,
        lang=LOCALES[setting.language],
        home=home,
        env=FIXED | more,
    )


def press(terminal: Terminal, key: str) -> None:
    """Press a key and wait until the program draws.

    First wait until the effect of the previous key is over, or its last frame would count as this key's. On a busy
    machine that frame can still come later; so a screen that looks as before, such as one that a late sheet was opened
    over and closed, must not be waited on for ever.
    """
    terminal.wait_quiet()
    terminal.forget_drawn()
    terminal.press(key)
    terminal.wait_until(lambda: terminal.has_drawn, what=f"{key} to change the screen")


def resize(terminal: Terminal, cols: int, rows: int) -> None:
    """Change the size of the window and wait until the rule under the top line fits it."""
    terminal.resize(cols, rows)
    terminal.wait_until(lambda: terminal.rows[1] == "─" * cols, what=f"{cols} columns")
