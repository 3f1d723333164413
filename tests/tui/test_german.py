"""Screens in German, whose words are the longest: in a terminal of the usual size, no word of the interface is cut."""

from __future__ import annotations

import re
from collections.abc import Callable

from consentui.i18n import Language
from consentui.profile.session import Session
from tests.catalogues import catalogue, forms, messages
from tests.tui.all_screens import every_screen, go_to
from tests.tui.driving import opened

SHORTEST = 4
"""In characters; shorter pieces begin too many texts."""
CUT = re.compile(r"((?:[^\s│▊]| (?! ))+)…")
"""The text before an ellipsis, back to the beginning of its column."""


def beginnings() -> tuple[str, ...]:
    """Every German text up to its first placeholder, without sentences, which wrap and may also begin letters."""
    texts = (text for message in messages(catalogue("de")) for text in forms(message.string))
    return tuple(text.partition("{")[0] for text in texts if not text.endswith("."))


TEXTS = beginnings()


def cut_on(screen: str) -> list[str]:
    """The texts of the interface cut by an ellipsis; names of platforms, accounts and letters may be cut."""
    found = (match[1].strip() for line in screen.split("\n") for match in CUT.finditer(line))
    return [one for one in found if len(one) >= SHORTEST and any(is_part(one, text) for text in TEXTS)]


def is_part(words: str, text: str) -> bool:
    """Whether the words are the beginning of a text that has no ellipsis of its own there."""
    return text.startswith(words) and text != words and not text.startswith(f"{words}…")


def test_a_text_that_is_cut_is_noticed() -> None:
    assert cut_on(" Instagram   0 von 4     nicht gefun…") == ["nicht gefun"]
    assert cut_on(" Object to AI training on your… gesendet vor 18 Tagen") == []
    assert cut_on(" Konten aus einer Datei…") == []


@every_screen
async def test_no_word_of_the_interface_is_cut(demo_in: Callable[[Language], Session], screen: str) -> None:
    async with opened(demo_in("de"), (80, 24)) as it:
        await go_to(it, screen)
        assert cut_on(it.text) == []
