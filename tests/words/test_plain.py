"""Cards and platforms as lines of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consentui.i18n import Language
from consentui.knowledge.base import bundled
from consentui.knowledge.records import Route, Source
from consentui.words.cards import card
from consentui.words.plain import WIDTH, card_text, control_text, platform_text, source_line
from tests.builders import TODAY, a_control, a_platform, a_route, a_source, a_text, an_event

Speak = Callable[[Language], None]


def text_of(**changes: object) -> str:
    control = a_control(**changes)
    return card_text(card(a_platform(control), control, control.route, TODAY))


def test_a_card_reads_from_top_to_bottom() -> None:
    text = text_of(route=(a_route(sure=False, steps=a_text("Scroll down.")),))
    assert text.splitlines() == [
        "Training on your chirps (on by default)",
        "Chirp trains its models on what you write.",
        "",
        "On the web:",
        "  Settings › Privacy",
        "  Look for “Train our models”",
        "  Scroll down.",
        "  https://chirp.example/web",
        "  (Not everyone sees this route.)",
        "",
        "Stops: What you write from now on.",
        "Does not stop: What was trained already.",
        "Check: cannot be checked: no file of the platform is known to show it",
        "Facts checked on 2 October 2026 · 1 source · documented",
    ]


def test_an_address_keeps_its_lines() -> None:
    route = Route(surface="post", address="Chirp Ltd\n1 Nest Street\nDublin")
    assert "Letter by post:\n  Chirp Ltd\n  1 Nest Street\n  Dublin\n" in text_of(route=(route,))


def test_addresses_on_the_web_are_never_broken() -> None:
    url = "https://chirp.example/" + "a-very-long-path/" * 20
    assert f"\n  {url}\n" in text_of(route=(a_route(url=url),))


@pytest.mark.parametrize("word", ["a_very_long_file_name_" * 5, "a-very-long-file-name-" * 5])
def test_a_word_that_is_too_long_for_a_line_stays_whole(word: str) -> None:
    assert word in text_of(about=a_text(f"See {word} there.")).splitlines()


def test_long_paragraphs_are_wrapped() -> None:
    text = text_of(about=a_text("word " * 100))
    assert max(len(line) for line in text.splitlines()) <= WIDTH


def test_a_control_comes_with_its_sources() -> None:
    control = a_control()
    text = control_text(a_platform(control), control, control.route, TODAY)
    assert text.startswith("Chirp · chirp/training\nTraining on your chirps (on by default)\n")
    assert text.endswith("\nSources\n  Chirp Help Center, 2 September 2026, first-hand\n    https://chirp.example/help")


def test_a_platform_comes_with_its_controls_and_what_happened_oldest_first() -> None:
    platform = a_platform(
        a_control(),
        event=(
            an_event(date="2026-06-01"),
            an_event(date="2025", what=a_text("Before."), url="https://chirp.example/1"),
        ),
    )
    assert platform_text(platform).splitlines() == [
        "Chirp (chirp)",
        "A place for short texts.",
        "",
        "chirp/training\tTraining on your chirps",
        "",
        "What happened",
        "2025: Before.",
        "    https://chirp.example/1",
        "1 June 2026: The policy changed.",
        "    https://chirp.example/news",
    ]


def test_a_platform_where_nothing_happened_has_no_such_heading() -> None:
    assert "What happened" not in platform_text(a_platform())


def test_a_platform_goes_by_its_french_name_in_french(speak: Speak) -> None:
    speak("fr")
    assert platform_text(a_platform(name_fr="Gazouillis")).startswith(
        "Gazouillis (chirp)\nUn lieu pour textes courts.\n"
    )


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (a_source(), "Chirp Help Center, 2 September 2026, first-hand"),
        (a_source(primary=False), "Chirp Help Center, 2 September 2026"),
        (a_source(date="2026-09"), "Chirp Help Center, September 2026, first-hand"),
        (a_source(date=None), "Chirp Help Center, undated, first-hand"),
        (a_source(date=None, about="2025"), "Chirp Help Center, undated, about 2025, first-hand"),
        (
            a_source(via="Open Terms Archive"),
            "Chirp Help Center, 2 September 2026, read in Open Terms Archive, first-hand",
        ),
    ],
)
def test_a_source_says_who_when_and_whether_first_hand(source: Source, line: str) -> None:
    assert source_line(source) == line


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_of_the_knowledge_base_is_too_long_but_for_words_that_cannot_be_broken(
    language: Language, speak: Speak
) -> None:
    speak(language)
    texts = [
        control_text(platform, control, control.route, TODAY) for platform in bundled() for control in platform.control
    ]
    too_long = [line for text in texts for line in text.splitlines() if len(line) > WIDTH]
    assert [line for line in too_long if " " in line.strip()] == []
