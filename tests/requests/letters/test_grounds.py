"""Questions that help to find one's own grounds."""

from __future__ import annotations

import re

import pytest

from consentui.i18n import LANGUAGES, Language
from consentui.requests.letters.grounds import questions


@pytest.mark.parametrize("words", LANGUAGES)
def test_only_questions_are_asked_and_no_answer_is_put_into_anybodys_mouth(words: Language) -> None:
    asked = questions(words)
    assert all(one.endswith({"en": "?", "fr": "\u202f?", "de": "?"}[words]) for one in asked)
    assert [
        one for one in asked if re.search(r"\b(I|my|me|je|j’|mes|mon|ma|moi|ich|mich|mir|meine?)\b", one, re.IGNORECASE)
    ] == []


def test_every_question_is_asked_in_every_language() -> None:
    asked = [questions(language) for language in LANGUAGES]
    assert {len(one) for one in asked} == {len(asked[0])}
    assert asked[0]
    assert len(set().union(*asked)) == len(asked[0]) * len(LANGUAGES)


@pytest.mark.parametrize(
    "matter",
    ["secrecy", "voice", "health", "children", "18", "harassed", "deleted", "model"],
)
def test_each_example_that_the_law_file_names_is_asked_for(matter: str) -> None:
    assert any(matter in one for one in questions("en"))
