"""The file with the words that people use."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.errors import KnowledgeError
from consentui.knowledge.load import parse_record
from consentui.knowledge.records.search_words import SearchWords
from consentui.knowledge.search.words import Patterns, forms, patterns_in, words_in


def test_words_are_folded() -> None:
    assert words_in("L’Entraînement d’IA, œuvre 2") == ["l", "entrainement", "d", "ia", "oeuvre", "2"]
    assert patterns_in("Entraîn* d’une IA") == ("entrain*", "d", "une", "ia")


def test_the_french_verb_have_is_not_read_as_ai() -> None:
    assert words_in("ce que j’ai publié, je n'ai pas") == ["ce", "que", "publie", "je", "pas"]
    assert words_in("j’aide l’IA, ai off") == ["j", "aide", "l", "ia", "ai", "off"]


def test_a_star_stands_for_any_ending_and_nothing_else_does() -> None:
    patterns = Patterns(("refus*", "stop"))
    assert all(word in patterns for word in ("refus", "refuse", "refuser", "stop"))
    assert not any(word in patterns for word in ("refu", "stopping", "unrefused", ""))
    assert list(forms("abc")) == ["abc", "abc*", "ab*"]


@pytest.mark.parametrize(
    "text", ["smal = []", '[[meaning]]\nword = ["a"]', '[[meaning]]\nwords = ["a"]\nkind = ["deleting"]']
)
def test_what_the_file_does_not_know_is_an_error(text: str) -> None:
    with pytest.raises(KnowledgeError):
        parse_record(text, SearchWords, Path("search.toml"))
