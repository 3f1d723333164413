"""An issue about a control that is not where the knowledge base says: complete, and without personal data."""

from __future__ import annotations

import pytest

from consentui.i18n import LANGUAGES, Language, speaking
from consentui.knowledge.base import bundled
from consentui.knowledge.records import Printed, PrintedPath
from consentui.words.moved import issue
from tests.builders import TODAY, a_control, a_platform, a_route


def test_it_names_the_control_what_was_seen_and_what_we_said() -> None:
    route = a_route("android", url=None)
    control = a_control(route=(a_route(), route))
    assert str(issue(a_platform(), control, TODAY, "ios", "Improve Chirp", "FR")).splitlines() == [
        "# Chirp: “Training on your chirps” has moved",
        "",
        "- Control: chirp/training",
        "- Seen on: 2026-11-21",
        "- Where: iPhone app",
        "- Country: FR",
        "- Language of the screen: (fill in)",
        "- Label seen: Improve Chirp",
        "- Menu steps seen: (fill in)",
        "",
        "What the knowledge base says (checked on 2026-10-02):",
        "",
        "- web: Settings › Privacy · Train our models · https://chirp.example/web",
        "- android: Settings › Privacy · Train our models",
    ]


def test_what_is_not_known_is_left_to_fill_in() -> None:
    lines = str(issue(a_platform(), a_control(), TODAY)).splitlines()
    unknown = [line.split(":")[0] for line in lines if line.endswith(": (fill in)")]
    assert unknown == ["- Where", "- Country", "- Language of the screen", "- Label seen", "- Menu steps seen"]


def test_where_no_english_words_are_known_the_french_ones_are_quoted() -> None:
    route = a_route(path=PrintedPath(fr=("Réglages",)), label=Printed(fr="Entraîner"), url=None)
    assert "- web: Réglages · Entraîner\n" in str(issue(a_platform(), a_control(route=(route,)), TODAY))


def test_a_control_without_a_way_has_an_issue_too() -> None:
    assert str(issue(a_platform(), a_control(route=()), TODAY)).endswith("(checked on 2026-10-02):\n\n")


def test_what_was_seen_stays_on_its_line_however_it_was_noted() -> None:
    text = str(issue(a_platform(), a_control(), TODAY, seen="Improve\n\n# Chirp\n- Country: XX"))
    assert "- Label seen: Improve # Chirp - Country: XX\n" in text
    assert len([line for line in text.splitlines() if line.startswith("#")]) == 1


@pytest.mark.parametrize(("language", "first"), [("en", "# X: “"), ("fr", "# X\u202f: «\u202f")])
def test_it_is_in_the_language_spoken_and_quotes_the_platform_in_its_own(language: Language, first: str) -> None:
    control = bundled().control("x/grok-training")
    with speaking(language):
        text = str(issue(bundled().platform("x"), control, TODAY))
    assert text.startswith(first + control.title.in_language(language))
    for route in control.route:
        assert (route.label.en or "") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bundled_control_has_one(language: Language) -> None:
    with speaking(language):
        for platform in bundled():
            for control in platform.control:
                text = str(issue(platform, control, TODAY, "web", "seen", "FR"))
                assert f"{platform.id}/{control.id}\n" in text
                assert len(text.splitlines()) == 12 + len(control.route)
