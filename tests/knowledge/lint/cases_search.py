"""Cases of the rules about search words."""

from __future__ import annotations

from consentui.knowledge.lint import rules_search as rules
from consentui.knowledge.records.search_words import SearchWords, Synonyms
from tests.knowledge.lint.cases import broken, sound

CASES = (
    broken(rules.words_stand_once, SearchWords(small=("the", "a", "The")), "$.small[2]"),
    broken(rules.words_stand_once, SearchWords(small=("stop",), refuse=("stop",)), "$.refuse[0]"),
    broken(
        rules.words_stand_once,
        SearchWords(small=("my",), meaning=(Synonyms(("delete account",)), Synonyms(("gone", "Delete my account")))),
        "$.meaning[1].words[1]",
    ),
    sound(rules.words_stand_once, SearchWords(small=("my",), refuse=("stop*",), meaning=(Synonyms(("stop it",)),))),
    broken(rules.meanings_lead_somewhere, SearchWords(ordinary=("Other", "Nobody")), "$.ordinary[1]"),
    broken(
        rules.meanings_lead_somewhere,
        SearchWords(meaning=(Synonyms(("a",)), Synonyms(("b",), control=("other/switch", "other/gone")))),
        "$.meaning[1].control",
    ),
    sound(
        rules.meanings_lead_somewhere,
        SearchWords(ordinary=("other",), meaning=(Synonyms(("b",), control=("other/second",)),)),
    ),
)
