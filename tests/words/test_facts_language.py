"""The language in which facts are shown."""

from __future__ import annotations

from consentui.bundled import data_folder
from consentui.i18n import speaking
from consentui.knowledge.base import KnowledgeBase
from consentui.knowledge.lint.finding import texts_of
from consentui.knowledge.records import BUNDLED_IN
from consentui.words.facts_language import facts_language_words


def test_nothing_is_said_where_the_facts_are_written_in_the_language_spoken() -> None:
    assert facts_language_words() == ""
    with speaking("fr"):
        assert facts_language_words() == ""


def test_in_german_it_is_said_that_they_stand_in_english() -> None:
    with speaking("de"):
        assert "nicht auf Deutsch" in facts_language_words()


def test_all_of_the_bundled_facts_are_written_in_the_languages_that_are_said_to_have_them() -> None:
    texts = [text for platform in KnowledgeBase(data_folder()) for text in texts_of(platform)]
    assert all(set(text.languages) >= BUNDLED_IN for text in texts)
