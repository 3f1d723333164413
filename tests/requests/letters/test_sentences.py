"""Each sentence of a letter is a fact, the law or a request, the same in every language; requests can be struck out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from consentui.bundled import data_folder
from consentui.i18n import Language
from consentui.knowledge.base import KnowledgeBase
from consentui.requests.letters.citations import places, rules_cited
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import REQUESTS, Kind
from consentui.requests.letters.letters import Letter, letter
from consentui.requests.letters.sentences import Sort
from consentui.requests.letters.short import short
from consentui.requests.rights import Regime, Right
from consentui.words.claims import rests_on
from tests.requests.letter_facts import LETTERS_IN, full
from tests.requests.letters.test_claims import LEADS_IN
from tests.requests.stories import facts_from

LAW = KnowledgeBase(data_folder()).law()
CITED = (Regime.EU, Regime.UK, Regime.CH, Regime.US_CA)

every_kind = pytest.mark.parametrize("kind", Kind)
every_law = pytest.mark.parametrize("regime", CITED)


def facts_in(words: Language, regime: Regime, right: Right = Right.OBJECT_TRAINING) -> Facts:
    return full(words, regime=regime, right=right)


def struck(kind: Kind, facts: Facts, *codes: str) -> Facts:
    said = replace(facts.said, changed={kind: dict.fromkeys(codes, "")})
    return replace(facts, said=said)


def code_of(found: Letter, words: str) -> str:
    return next(one.code for one in found.stated if words in one.text)


@every_kind
@every_law
def test_a_sentence_is_the_same_in_every_language(kind: Kind, regime: Regime) -> None:
    for right in Right:
        sorts = [
            [(one.sort, one.claim.code if one.claim else "") for one in found.stated]
            for found in (letter(kind, facts_in(words, regime, right), words) for words in LETTERS_IN)
        ]
        assert sorts[0]
        assert all(one == sorts[0] for one in sorts)


@every_kind
@every_law
def test_every_sentence_of_a_letter_is_listed_and_rests_on_something(kind: Kind, regime: Regime) -> None:
    facts = facts_in("en", regime)
    found = letter(kind, facts, "en")
    listed = " ".join(one.text for one in found.stated).casefold()
    assert [one for one in found.sentences if LEADS_IN.sub("", one).casefold() not in listed] == []
    assert all(rests_on(one, LAW, facts) for one in found.stated)


@every_kind
@every_law
def test_no_sentence_is_listed_twice(kind: Kind, regime: Regime) -> None:
    for words in LETTERS_IN:
        texts = [one.text for one in letter(kind, facts_in(words, regime), words).stated]
        assert [text for text in set(texts) if texts.count(text) > 1] == []


@pytest.mark.parametrize("words", LETTERS_IN)
@every_law
def test_the_rules_that_a_letter_names_are_found_in_each_language(regime: Regime, words: Language) -> None:
    for kind in REQUESTS:
        named = [rules_cited(one.text, LAW, regime) for one in letter(kind, facts_in(words, regime), words).stated]
        english = [rules_cited(one.text, LAW, regime) for one in letter(kind, facts_in("en", regime), "en").stated]
        assert named == english
        assert any(named)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at the latest within one month (Article 12(3))", [("12", "3")]),
        ("les articles 18, paragraphe 1, point d), et 19", [("18", "1"), ("19", "")]),
        ("nach Art. 18 Abs. 1 Buchst. d und Art. 19", [("18", "1"), ("19", "")]),
        ("section 1798.130(a)(2) and section 164A", [("1798.130", ""), ("164A", "")]),
        ("l’article 25, alinéa 7", [("25", "7")]),
        ("nothing of the kind in 2026", []),
    ],
)
def test_articles_are_read_in_each_language(text: str, found: list[tuple[str, str]]) -> None:
    assert set(found) <= set(places(text))
    assert bool(found) == bool(places(text))


def test_the_law_is_only_shown() -> None:
    for kind in Kind:
        for one in letter(kind, facts_in("en", Regime.EU), "en").stated:
            assert one.sort is not Sort.LAW or not one.code


@pytest.mark.parametrize("words", LETTERS_IN)
def test_a_request_that_was_struck_out_is_in_no_form_of_the_letter_and_the_list_is_numbered_anew(
    words: Language,
) -> None:
    facts = facts_in(words, Regime.EU)
    whole = letter(Kind.OBJECT_TRAINING, facts, words)
    third = next(one for one in whole.stated if one.text.startswith("3. "))
    found = letter(Kind.OBJECT_TRAINING, struck(Kind.OBJECT_TRAINING, facts, third.code), words)
    words_of_it = third.text.removeprefix("3. ")
    for limit in (300, 600, 1_000, 2_000, 5_000):
        assert words_of_it not in short(found, limit)
    assert words_of_it not in found.body
    numbers = [one[:2] for one in found.ask if one[1:3] == ". "]
    assert numbers == [f"{number}." for number in range(1, len(numbers) + 1)]
    assert [one.text for one in found.left_out] == [third.text]
    assert third.text not in [one.text for one in found.stated]


def test_a_list_of_which_everything_was_struck_out_has_no_heading() -> None:
    facts = facts_in("en", Regime.EU)
    whole = letter(Kind.OBJECT_TRAINING, facts, "en")
    items = [one.code for one in whole.stated if one.text[1:3] == ". "]
    found = letter(Kind.OBJECT_TRAINING, struck(Kind.OBJECT_TRAINING, facts, *items), "en")
    assert "I ask you to take the following steps." not in found.body
    assert "Article 12(3)" in found.body


def test_what_a_letter_is_about_cannot_be_struck_out() -> None:
    found = letter(Kind.OBJECT_TRAINING, facts_in("en", Regime.EU), "en")
    (first, *_others) = found.stated
    assert (first.sort, first.code) == (Sort.REQUEST, "")
    facts = struck(Kind.OBJECT_TRAINING, facts_in("en", Regime.EU), code_of(found, "Please answer"))
    assert first.text in letter(Kind.OBJECT_TRAINING, facts, "en").body


@pytest.mark.parametrize("words", LETTERS_IN)
def test_what_happened_on_two_days_is_a_fact_of_each(words: Language) -> None:
    happened = (
        "8-25 form form-unavailable; 8-28 form form-unavailable; 9-01 sent email; 9-18 refused; 9-19 reply refused"
    )
    found = letter(Kind.COMPLAINT, facts_from(f"{happened}; 10-20 reply refused", "11-10"), words)
    facts = [one.claim.code for one in found.stated if one.sort is Sort.FACT and one.claim]
    assert {"door-form-unavailable", "door-form-unavailable-2", "reply", "reply-2"} <= set(facts)
    assert [one.text for one in found.stated if one.sort is Sort.LAW and one.text.startswith("- ")] == []
