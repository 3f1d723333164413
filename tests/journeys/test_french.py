"""No English on any French screen: every main screen is opened in French and searched for texts left untranslated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from consentui.knowledge.records import Platform
from consentui.profile.session import open_session
from tests.catalogues import catalogue, forms, messages
from tests.demo import write_demo
from tests.journeys.program import Setting, press, start
from tests.journeys.terminal import Terminal

pytestmark = pytest.mark.journey

WIDE = Setting("fr", 140, 50)
MOVING = ("down", "up", "end")
"""Keys after which perhaps only the highlighting changes."""
_A_PANE = 10
"""The least number of lines of a border that divides the screen."""
SHORTEST = 4
"""In letters; shorter words are too often the same in both languages."""
BEFORE, AFTER = r"(?<![\w/.=?&’-])", r"(?![\w/’-]|[.=?&]\w)"
"""Patterns for what must not be next to a word, which would make it part of an address or of a longer word."""
CUT_BY_A_SHEET = re.compile(r"\S+▊|▎\S+")
IN_CUT_LABELS = frozenset({"from", "sent", "subject", "about", "august", "requests"})
"""Single words that platforms print in labels; a label cut by an ellipsis is not recognised as one."""
OWN_NAMES = frozenset({"uk gdpr"})
"""Names of laws that French texts give beside the French name."""
DRAWN = re.compile(r"[─▔-▟░•]")
PLACEHOLDER = re.compile(r"\{[^}]*\}")


def english_texts() -> frozenset[str]:
    """The English texts of the interface whose translation differs, in lower case, split at placeholders.

    Single words that also occur in French texts (`code`) are left out.
    """
    english: set[str] = set()
    french_words: set[str] = set()
    for message in messages(catalogue("fr")):
        for text, translated in zip(forms(message.id), forms(message.string), strict=True):
            french_words.update(re.findall(r"\w+", translated.lower()), re.findall(r"\w+(?:-\w+)+", translated.lower()))
            if text != translated:
                english.update(pieces(text))
    return frozenset(english - french_words - IN_CUT_LABELS - OWN_NAMES)


def pieces(text: str) -> Iterator[str]:
    parts = PLACEHOLDER.split(text)
    for part in parts:
        words = " ".join(part.split()).strip(" .,;:!?()“”«»\u202f").lower()
        # A single word beside a placeholder (`from {date}`) is too common in what platforms print.
        if sum(char.isalpha() for char in words) >= SHORTEST and (" " in words or len(parts) == 1):
            yield words


def printed_texts() -> frozenset[str]:
    """The texts that platforms and publishers print in English, which are shown as they are."""
    texts = (text for platform in open_session().knowledge for text in printed_by(platform))
    return frozenset(" ".join(text.split()) for text in texts)


def any_of(texts: frozenset[str]) -> re.Pattern[str]:
    """A pattern that finds each of these texts as whole words, the longest first."""
    alternatives = "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
    return re.compile(f"{BEFORE}(?:{alternatives}){AFTER}")


def printed_by(platform: Platform) -> Iterator[str]:
    yield from (platform.name, *platform.aliases)
    for control in platform.control:
        yield from (name for source in control.source for name in (source.publisher, source.via) if name)
        yield from (source.via for source in control.source if source.via)
        for route in control.route:
            yield from filter(None, (*route.path.en, route.label.en, route.address, route.url))


def one_pane_after_the_other(screen: str) -> str:
    """Two panes as a person reads them: first the whole left one, then the whole right one."""
    lines = screen.split("\n")
    borders = Counter(at for line in lines for at, sign in enumerate(line) if sign == "│")
    [(border, height)] = borders.most_common(1) or [(0, 0)]
    if height < _A_PANE:
        return screen
    return "\n".join([*(line[:border] for line in lines), *(line[border + 1 :] for line in lines)])


class Reader:
    """Looks for English on French screens."""

    def __init__(self) -> None:
        self._printed = any_of(printed_texts())
        self._english = any_of(english_texts())

    def english_on(self, screen: str) -> list[str]:
        text = " ".join(DRAWN.sub(" ", CUT_BY_A_SHEET.sub(" ", one_pane_after_the_other(screen))).split())
        return self._english.findall(self._printed.sub("¤", text).lower())


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_english_is_noticed(reader: Reader) -> None:
    assert reader.english_on("À FAIRE │ Nothing is left to do. │") == ["nothing is left to do"]
    assert reader.english_on("r report   s préférences") == ["report"]
    assert reader.english_on("Réglages › Settings and privacy, https://x.com/settings/report") == []


def test_first_run_speaks_french(home: Path, reader: Reader) -> None:
    with start(home, WIDE) as terminal:
        terminal.wait_for("Français")
        assert_french(reader, terminal)
        for key in ("?", "escape", "c", "escape", "enter"):
            press(terminal, key)
            assert_french(reader, terminal)
        terminal.type("linkedin")
        terminal.wait_until(lambda: "Adobe" not in terminal.text)
        press(terminal, "enter")
        terminal.wait_for("Adobe")
        assert_french(reader, terminal)
        press(terminal, "enter")
        assert_french(reader, terminal)
        press(terminal, "f2")
        terminal.wait_for("LinkedIn")
        assert_french(reader, terminal)


@pytest.mark.parametrize(
    "keys",
    [
        ("enter", "d", "u", "n", "end", "enter", "c", "escape", "v"),
        ("enter", "m", "escape", "s", "escape", "y", "escape", "k", "escape", "i", "escape", "c", "o", "?"),
        ("end", "up", "enter", "right", "tab", "tab", "j", "x", "p"),
        ("n", "escape", "s", "down", "enter", "escape", "down", "enter", "enter"),
        ("r", "n", "w", "enter", "w", "enter"),
        ("r", "k", "f", "k", "k"),
        ("/", "u", "down", "enter"),
        ("a", "enter", "f2", "x", "enter", "enter", "escape"),
        ("u", "enter", "u", "ctrl+c", "?"),
        ("t", "p", "p"),
        ("p", "a", "escape", "delete", "escape", "?"),
    ],
    ids=[
        "failure",
        "sheets",
        "outcomes",
        "settings",
        "report",
        "kinds of reports",
        "search",
        "adding",
        "undo",
        "minutes",
        "people",
    ],
)
def test_the_demonstration_speaks_french(home: Path, reader: Reader, keys: tuple[str, ...]) -> None:
    write_demo("fr")
    with start(home, WIDE) as terminal:
        terminal.wait_for("COMPTES")
        assert_french(reader, terminal)
        for key in keys:
            if key in MOVING:
                terminal.press(key)
            else:
                press(terminal, key)
            assert_french(reader, terminal)


def test_an_account_speaks_french(home: Path, reader: Reader) -> None:
    write_demo("fr")
    with start(home, WIDE) as terminal:
        terminal.wait_for("COMPTES")
        terminal.press("end", "up", "up", "up", "enter")
        terminal.wait_for("Facebook · Marie L.")
        for key in ("t", "t", "e", "escape", "i", "escape", "r", "k", "k", "escape", "delete", "u"):
            press(terminal, key)
            assert_french(reader, terminal)


def assert_french(reader: Reader, terminal: Terminal) -> None:
    found = reader.english_on(terminal.text)
    assert found == [], terminal.text
