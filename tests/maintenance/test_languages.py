"""How complete each translation is."""

from __future__ import annotations

import pytest

from maintenance.languages import Coverage, coverage, line
from tests.catalogues import COMPLETE


@pytest.mark.parametrize("language", COMPLETE)
def test_a_complete_language_has_every_message_and_every_letter(language: str) -> None:
    found = coverage("fr" if language == "fr" else "de")
    assert found.messages[0] == found.messages[1] > 1000
    assert found.letters[0] == found.letters[1] > 30


def test_english_is_whole_and_what_is_missing_elsewhere_is_counted() -> None:
    english, german = coverage("en"), coverage("de")
    assert {there == all_ for there, all_ in (english.messages, english.letters, english.facts)} == {True}
    assert german.facts[0] < german.facts[1] == english.facts[1]


def test_a_line_says_it_in_numbers() -> None:
    found = Coverage("de", (950, 1000), (1, 3), (0, 10))
    assert line(found) == "Deutsch: 950 of 1000 messages (95 %), 1 of 3 letters (33 %), 0 of 10 facts (0 %)"
