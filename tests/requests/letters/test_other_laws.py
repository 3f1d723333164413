"""Letters to a company and to an authority under the laws of Switzerland and California."""

from __future__ import annotations

import pytest

from consentui.i18n import Language
from consentui.knowledge.authorities import authority_for
from consentui.knowledge.base import bundled
from consentui.requests.letters.cautions import cautions
from consentui.requests.letters.kinds import Kind, cited_alone
from consentui.requests.letters.letters import Letter, letter
from consentui.requests.rights import Regime, Right
from consentui.words.cautions import caution_words
from tests.requests.letter_facts import GROUNDS, HANDLE, LETTERS_IN, few, full
from tests.requests.letters.test_letters import FAULTS, faults
from tests.requests.stories import facts_from

OTHERS = (Regime.CH, Regime.US_CA)
KINDS = tuple(Kind)

every_kind = pytest.mark.parametrize("kind", KINDS)
every_right = pytest.mark.parametrize("right", Right)
every_law = pytest.mark.parametrize("regime", OTHERS)
both = pytest.mark.parametrize("words", LETTERS_IN)


def written(kind: Kind, right: Right, regime: Regime, words: Language) -> Letter:
    return letter(kind, full(words, regime=regime, right=right), words)


def test_only_switzerland_and_california_have_a_law_with_other_articles() -> None:
    assert [cited_alone(one) for one in Regime] == ["", "", "ch", "us-ca", ""]


@every_kind
@every_right
@every_law
@both
def test_no_word_of_the_gdpr_stands_in_them(kind: Kind, right: Right, regime: Regime, words: Language) -> None:
    found = written(kind, right, regime, words)
    text = found.subject + found.body
    for foreign in (
        "GDPR",
        "RGPD",
        "DSGVO",
        "Art. 12",
        "Art. 77",
        "Art. 21",
        "Art. 17",
        "Article 12",
        "article 12",
        "Article 77",
        "article 77",
        "Article 21",
        "Article 17(",
    ):
        assert foreign not in text
    swiss = {"en": "FADP", "fr": "LPD", "de": "DSG"}
    assert (swiss[words] if regime is Regime.CH else "CCPA") in text


@every_kind
@every_right
@every_law
@both
def test_they_are_set_as_their_language_is(kind: Kind, right: Right, regime: Regime, words: Language) -> None:
    found = written(kind, right, regime, words)
    for text in (found.subject, found.body, *found.sentences):
        assert faults(text, FAULTS[words]) == []


@pytest.mark.parametrize(
    ("regime", "right", "articles"),
    [
        (Regime.CH, Right.ACCESS, ("Article 25 of the FADP", "Article 25(7)")),
        (Regime.CH, Right.ERASE, ("Article 32(2)(c) of the FADP", "30 days")),
        (Regime.CH, Right.OBJECT_TRAINING, ("Article 30(2)(b) of the FADP", "Articles 30 and 31")),
        (Regime.CH, Right.OBJECT_MARKETING, ("Article 30(2)(b) of the FADP",)),
        (Regime.US_CA, Right.ACCESS, ("section 1798.110", "45 days")),
        (Regime.US_CA, Right.ERASE, ("section 1798.105", "section 1798.130(a)(2)")),
        (Regime.US_CA, Right.OBJECT_MARKETING, ("section 1798.120", "15 business days")),
    ],
)
def test_each_right_has_its_article(regime: Regime, right: Right, articles: tuple[str, ...]) -> None:
    text = written(Kind(right), right, regime, "en").text
    assert [one for one in articles if one not in text] == []
    assert HANDLE in text
    assert (GROUNDS["en"][1] in text) is (right in {Right.OBJECT_TRAINING, Right.ERASE})


def test_in_switzerland_the_authority_is_told_and_has_no_lead() -> None:
    text = written(Kind.COMPLAINT, Right.ACCESS, Regime.CH, "fr").text
    assert "article 49, alinéa 1, de la LPD" in text
    assert "chef de file" not in text


def test_swiss_law_sets_a_time_for_access_alone_and_no_other_request_is_said_to_have_missed_one() -> None:
    for right, is_late in (("access", True), ("erase", False)):
        facts = facts_from("9-01 sent email", "11-20", Regime.CH, right)  # type: ignore[arg-type]
        text = letter(Kind.COMPLAINT, facts, "en").text
        assert ("Article 25(7)" in text) is is_late
        assert ("received more than 30 days ago" in text) is not is_late


@every_kind
@every_law
def test_they_are_not_said_to_cite_another_law(kind: Kind, regime: Regime) -> None:
    told = map(caution_words, cautions(kind, full(regime=regime), "en"))
    assert not [one for one in told if "GDPR" in one]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("en", "I may turn to the competent authority (Federal Data Protection and Information Commissioner)."),
        ("fr", "m’adresser à l’autorité compétente\u202f: Préposé fédéral à la protection des données"),
        ("de", "an die zuständige Behörde (Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter) wenden"),
    ],
)
def test_the_swiss_authority_has_one_name_within_a_sentence(words: Language, sentence: str) -> None:
    swiss = authority_for(bundled().authorities(), "CH")
    facts = full(words, regime=Regime.CH, right=Right.OBJECT_TRAINING, authority=swiss)
    assert sentence in letter(Kind.OBJECT_TRAINING, facts, words).text


@pytest.mark.parametrize(
    ("right", "sentence"),
    [
        (Right.OBJECT_TRAINING, "Bitte antworten Sie innerhalb von 30 Tagen nach Eingang, auf Deutsch"),
        (Right.ACCESS, "Die Frist für Ihre Antwort beträgt 30 Tage ab Eingang (Art. 25 Abs. 7); bitte"),
    ],
)
def test_thirty_days_are_said_to_be_law_in_switzerland_for_access_alone(right: Right, sentence: str) -> None:
    assert sentence in letter(Kind(right), full("de", regime=Regime.CH, right=right), "de").text


@every_law
@both
def test_where_no_ground_is_needed_none_is_made_of_being_the_person(regime: Regime, words: Language) -> None:
    text = letter(Kind.OBJECT_TRAINING, few(regime=regime), words).text
    assert not any(one in text for one in ("My situation is", "Ma situation est", "Meine Situation ist"))
