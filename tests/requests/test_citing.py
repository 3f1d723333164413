"""An article is cited as the lawyers of each language cite it, on screens, in letters and in the list of the law."""

from __future__ import annotations

import re

import pytest

from consentui.i18n import LANGUAGES, Language, speaking
from consentui.knowledge.base import bundled
from consentui.requests.citing import Place, citation, place_of, place_words, span
from consentui.requests.rights import Regime, Right
from consentui.words.rights import right_name

EU, UK, CH, CA = Regime.EU, Regime.UK, Regime.CH, Regime.US_CA


@pytest.mark.parametrize(
    ("place", "regime", "english", "french", "german"),
    [
        (
            *(Place("21", ("1",)), EU),
            *("Article 21(1) of the GDPR", "article 21, paragraphe 1, du RGPD", "Art. 21 Abs. 1 DSGVO"),
        ),
        (
            *(Place("21", ("2", "3")), EU),
            *("Article 21(2) and (3) of the GDPR", "article 21, paragraphes 2 et 3, du RGPD"),
            "Art. 21 Abs. 2 und 3 DSGVO",
        ),
        (
            *(Place("18", ("1",), "d"), UK),
            *("Article 18(1)(d) of the UK GDPR", "article 18, paragraphe 1, point d), du RGPD britannique"),
            "Art. 18 Abs. 1 Buchst. d UK-DSGVO",
        ),
        (Place("15"), EU, "Article 15 of the GDPR", "article 15 du RGPD", "Art. 15 DSGVO"),
        (
            *(Place("30", ("2",), "b"), CH),
            *("Article 30(2)(b) of the FADP", "article 30, alinéa 2, lettre b, de la LPD", "Art. 30 Abs. 2 Bst. b DSG"),
        ),
        (
            *(Place("1798.120"), CA, "section 1798.120 of the California Civil Code, CCPA"),
            *("article 1798.120 du Code civil de Californie, CCPA", "§ 1798.120 des California Civil Code, CCPA"),
        ),
    ],
)
def test_a_place_in_a_law_is_cited_in_each_language(
    place: Place, regime: Regime, english: str, french: str, german: str
) -> None:
    assert [citation(place, regime, one) for one in ("en", "fr", "de")] == [english, french, german]


@pytest.mark.parametrize(
    ("words", "regime", "name"),
    [
        ("fr", EU, "opposition à la prospection, article 21, paragraphe 2"),
        ("fr", UK, "opposition à la prospection, article 21, paragraphe 2, du RGPD britannique"),
        ("fr", CA, "refus de la publicité, article 1798.120 du CCPA"),
        ("de", EU, "Widerspruch gegen Werbung, Art. 21 Abs. 2"),
    ],
)
def test_screens_cite_as_letters_do(words: Language, regime: Regime, name: str) -> None:
    with speaking(words):
        assert right_name("object-marketing", regime) == name


RULES = {
    Right.OBJECT_TRAINING: "gdpr-21-1",
    Right.OBJECT_MARKETING: "gdpr-21-2",
    Right.WITHDRAW: "gdpr-7-3",
    Right.ERASE: "gdpr-17",
    Right.ACCESS: "gdpr-15",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_the_law_cites_the_same_places_in_the_same_words(language: Language) -> None:
    for right, name in RULES.items():
        (rule,) = bundled().law().named([name])
        words = place_words(place_of(right, EU), EU, language, is_short=True)
        assert words in rule.ref.in_language(language)


def test_no_rule_is_cited_in_french_or_german_as_the_english_do() -> None:
    english = re.compile(r"\d\(\d")
    for rule in bundled().law().rule:
        for language in ("fr", "de"):
            ref = rule.ref.in_language(language).replace("COM(2025)", "").replace("COM(2021)", "")
            assert not english.search(ref), ref


def test_a_span_of_articles_is_written_in_each_language() -> None:
    assert [span("12 to 14", one) for one in ("en", "fr", "de")] == ["12 to 14", "12 à 14", "12 bis 14"]
