"""Letters of people in the United Kingdom: under their own law, first to the company, and to one authority only."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from consentui.i18n import Language
from consentui.requests.letters.kinds import ABOUT_COMPLAINT, REPLIES, REQUESTS, Kind
from consentui.requests.letters.letters import Letter, letter
from consentui.requests.letters.mandates import Capacity
from consentui.requests.rights import Regime, Right
from tests.builders import an_entry_id
from tests.requests.letter_facts import LETTERS_IN, a_message, an_authority, full, writing_for
from tests.requests.letters.test_letters import FAULTS, faults

ICO = an_authority(country="GB", name="Information Commissioner's Office", short="ICO", languages=("en",))
EU_LAW = {
    "en": ("Article 77", "Article 56", "supervisory authority", "European", " of the GDPR", " the GDPR"),
    "fr": ("article 77", "article 56", "autorité de contrôle", "européen", "du RGPD,", "du RGPD)", "du RGPD "),
    "de": ("Art. 77", "Art. 56", "Aufsichtsbehörde", "uropäisch", "DSGVO"),
}
OWN_LAW = {"en": "UK GDPR", "fr": "RGPD britannique", "de": "UK-DSGVO"}

both = pytest.mark.parametrize("words", LETTERS_IN)


def written(kind: Kind, words: Language, right: Right = Right.OBJECT_TRAINING, *, company_told: bool = False) -> Letter:
    facts = full(words, regime=Regime.UK, right=right, authority=ICO, lead=None, proceedings=())
    if kind not in ABOUT_COMPLAINT:
        facts = replace(facts, complaint=None)
    if company_told:
        told = a_message("controller-complaint", id=an_entry_id(7), on=date(2026, 10, 20))
        facts = replace(facts, messages=(*facts.messages, told))
    return letter(kind, facts, words)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("right", Right)
@both
def test_no_letter_of_theirs_names_the_law_of_the_union(kind: Kind, right: Right, words: Language) -> None:
    found = written(kind, words, right)
    text = (found.subject + found.body).replace("\u202f", " ").replace(OWN_LAW[words], "")
    assert [one for one in EU_LAW[words] if one in text] == []
    assert OWN_LAW[words] in found.body
    assert [one for text in (found.subject, found.body) for one in faults(text, FAULTS[words])] == []


@pytest.mark.parametrize("kind", sorted({*REPLIES, *REQUESTS, Kind.REMINDER}))
@both
def test_the_company_is_complained_to_first(kind: Kind, words: Language) -> None:
    assert "164A" in written(kind, words).text
    assert "ection 165" in written(kind, words).text


@both
def test_once_it_was_only_the_authority_is_left(words: Language) -> None:
    text = written(Kind.REMINDER, words, company_told=True).text
    assert "164A" not in text
    assert "ection 165" in text


@both
def test_what_the_authority_has_already_is_not_announced(words: Language) -> None:
    facts = full(words, regime=Regime.UK, authority=ICO, lead=None, proceedings=())
    assert facts.complaint
    text = letter(Kind.REMINDER, facts, words).text
    assert "164A" not in text
    assert "ection 165" not in text


@both
def test_the_complaint_to_the_company_has_its_thirty_days_and_names_the_next_door(words: Language) -> None:
    text = written(Kind.CONTROLLER_COMPLAINT, words).text.replace("\u202f", " ")
    said = {"en": "within 30 days", "fr": "dans les 30 jours", "de": "innerhalb von 30 Tagen"}
    assert "ection 164A" in text
    assert said[words] in text
    assert re.search(r"Information Commissioner’s Office (beschweren )?\([sS]ection 165", text)


@both
def test_the_authority_is_written_to_under_the_act(words: Language) -> None:
    found = written(Kind.COMPLAINT, words)
    assert "ection 165" in found.subject
    assert "ection 165" in found.text


def test_a_body_that_is_mandated_says_so_under_the_act_too() -> None:
    facts = full(regime=Regime.UK, authority=ICO, lead=None, person=writing_for(Capacity.ASSOCIATION))
    found = letter(Kind.COMPLAINT, facts, "en")
    assert "section 165 of the Data Protection Act 2018 and Article 80(1) of the UK GDPR" in found.text


@both
def test_outside_the_united_kingdom_a_complaint_to_the_company_cites_none_of_its_law(words: Language) -> None:
    for regime in (Regime.EU, Regime.CH, Regime.US_CA):
        text = letter(Kind.CONTROLLER_COMPLAINT, full(words, regime=regime), words).text
        assert "164A" not in text
        assert "2018" not in text
