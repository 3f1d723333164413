"""Rights named by the article that grants them, in every language, as the letters cite them."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from consentui.i18n import Language, speaking
from consentui.journal.entries import RequestRight
from consentui.knowledge.base import bundled
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.rights import Regime, Right
from consentui.words.rights import cited, erasure_article, right_alone, right_name
from tests.requests.letter_facts import LETTERS_IN, full

RIGHTS: tuple[RequestRight, ...] = get_args(RequestRight)
CITED = (Regime.EU, Regime.UK, Regime.CH, Regime.US_CA)
"""The laws that letters cite as the person's own."""


@pytest.mark.parametrize(
    ("right", "regime", "name"),
    [
        ("object-training", Regime.EU, "objection to AI training, Art. 21(1)"),
        ("object-training", Regime.UK, "objection to AI training, Art. 21(1) UK GDPR"),
        ("object-training", Regime.CH, "refusal of AI training, Art. 30(2)(b) FADP"),
        ("object-training", Regime.US_CA, "refusal of AI training, § 1798.120 CCPA"),
        ("object-training", Regime.BR, "objection to AI training"),
        ("object-training", None, "objection to AI training"),
        ("erase", Regime.CH, "deletion, Art. 32(2)(c) FADP"),
        ("access", Regime.US_CA, "access, § 1798.110 CCPA"),
    ],
)
def test_a_right_is_named_by_the_law_of_where_the_person_lives(
    right: RequestRight, regime: Regime | None, name: str
) -> None:
    assert right_name(right, regime) == name


@pytest.mark.parametrize("right", RIGHTS)
@pytest.mark.parametrize("regime", CITED)
@pytest.mark.parametrize("words", LETTERS_IN)
def test_the_interface_names_the_article_that_the_letter_cites(
    right: RequestRight, regime: Regime, words: Language
) -> None:
    text = letter(Kind(right), full(words, regime=regime, right=Right(right)), words)
    with speaking(words):
        named = re.findall(r"\d+", right_name(right, regime))
    assert named
    assert re.findall(r"\d+", text.subject)[: len(named)] == named


@pytest.mark.parametrize("words", LETTERS_IN)
def test_where_no_law_is_known_no_article_is_named(words: Language) -> None:
    with speaking(words):
        for right in RIGHTS:
            assert right_alone(right) == right_name(right, None) == right_name(right, Regime.BR)
            assert not re.search(r"\d|GDPR|RGPD|DSGVO", right_alone(right))


@pytest.mark.parametrize(
    ("words", "ref", "article"),
    [
        ("en", "UK GDPR Art. 17", "Art. 17(1) UK GDPR"),
        ("fr", "RGPD britannique, article 17", "article 17, paragraphe 1, du RGPD britannique"),
        ("de", "Art. 17 UK-DSGVO", "Art. 17 Abs. 1 UK-DSGVO"),
    ],
)
def test_a_person_in_the_united_kingdom_reads_the_uk_gdpr(words: Language, ref: str, article: str) -> None:
    (rule,) = bundled().law().named(["gdpr-17"])
    with speaking(words):
        assert cited(rule, Regime.UK) == ref
        assert cited(rule, Regime.EU) == rule.ref.in_language(words)
        assert erasure_article(Regime.UK) == article


def test_a_rule_that_is_british_already_is_cited_as_it_is() -> None:
    (rule,) = bundled().law().named(["uk-month"])
    assert cited(rule, Regime.UK) == "UK GDPR Art. 12(3) and 12A"
