"""The cautions that a person sees before a letter is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from consentui.i18n import LANGUAGES, Language
from consentui.knowledge.records import Contact
from consentui.requests.letters.cautions import Caution, CautionCode, cautions
from consentui.requests.letters.facts import Facts, NamedAccount, Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import letter
from consentui.requests.letters.said import Said
from consentui.requests.rights import Regime
from consentui.words.cautions import caution_words
from tests.builders import a_control, a_text
from tests.requests.letter_facts import a_controller, a_message, an_authority, few, full
from tests.requests.stories import facts_from


def warnings_of(kind: Kind, facts: Facts, language: Language = "en") -> list[str]:
    return [caution_words(one) for one in cautions(kind, facts, language)]


def changed(**now: Any) -> Facts:
    """Facts of a request after which the knowledge base names the company with these changes."""
    company = a_controller()
    message = a_message(company=company.name, address=company.contact.address)
    return few(messages=(message,), known_now=replace(company, **now))


CALM = full(controller=a_controller(contact=Contact(address="Dublin", email="privacy@chirp.example")))
"""Facts that cause no caution about address, channel or account."""


@pytest.mark.parametrize(
    ("kind", "facts", "said"),
    [
        (Kind.ERASE, few(person=Person(" ")), "Your name is missing"),
        (Kind.ERASE, few(accounts=(NamedAccount("Chirp"),)), "which account is yours"),
        (Kind.OBJECT_TRAINING, few(), "Your own grounds are missing"),
        (Kind.OBJECT_TRAINING, few(said=Said(grounds=(" ",))), "Your own grounds are missing"),
        (Kind.OBJECT_MARKETING, CALM, "needs no reason"),
        (Kind.ACCESS, CALM, "needs no reason"),
        (Kind.WITHDRAW, CALM, "No reason is needed"),
        (Kind.WITHDRAW, few(), "Say which consent"),
        (Kind.ERASE, few(), "Say why the data must be erased"),
        (Kind.ERASE, CALM, "Save your data first"),
        (Kind.OBJECT_TRAINING, few(control=a_control()), "Start with the switch"),
        (Kind.REMINDER, few(due=date(2027, 1, 4)), "They have until 4 January 2027"),
        (Kind.REMINDER, few(channel="post", messages=(a_message(),)), "Enclose a copy"),
        (Kind.IDENTITY_DEMANDED, CALM, "Never give a password"),
        (Kind.WRONG_CHANNEL, CALM, "the time runs from then"),
        (Kind.ONE_ACCOUNT_ONLY, few(), "Name the accounts"),
        (Kind.INCOMPLETE, few(), "Name the points"),
        (Kind.ERASE, few(), "Chirp Europe Ltd accepts no e-mail for this"),
        (Kind.ERASE, few(channel="form"), "No form from Chirp Europe Ltd"),
        (Kind.ERASE, few(channel="post"), "No postal address of Chirp Europe Ltd"),
        (Kind.OBJECT_TRAINING, full(), "They name a form for this: https://chirp.example/object."),
        (Kind.ERASE, full(person=Person("M", email="other@x.example")), "Send it from marie@example.org"),
        (Kind.ERASE, few(regime=Regime.BR), "people where you live"),
        (Kind.OBJECT_TRAINING, few(regime=Regime.US_CA), "no right to refuse training as such"),
        (Kind.ERASE, few(law_is_known=False), "No law is known here"),
        (Kind.ERASE, few(controller=a_controller(verified_on=date(2026, 5, 1))), "last checked on 1 May 2026"),
        (Kind.ERASE, few(controller=a_controller(evidence="reported")), "last checked today"),
        (Kind.REMINDER, changed(name="Chirp Tomorrow Ltd"), "Today, Chirp Tomorrow Ltd is known for this service."),
        (Kind.COMPLAINT, changed(name="Chirp Tomorrow Ltd"), "with the address it had then"),
        (
            Kind.REMINDER,
            changed(contact=Contact(address="2 New Street\nDublin 2")),
            "has a different address from when",
        ),
        (Kind.ERASE, few(controller=a_controller(evidence="contested", doubt=a_text("It moved."))), "It moved."),
        (Kind.COMPLAINT, few(), "No authority is chosen"),
        (Kind.COMPLAINT, few(), "Write to the company first"),
        (Kind.COMPLAINT, few(), "names no breach"),
        (Kind.COMPLAINT, few(), "No proof is enclosed"),
        (Kind.COMPLAINT, few(due=date(2027, 1, 4), messages=(a_message(),)), "turn away a complaint made before"),
        (Kind.ASK_AUTHORITY, few(), "No complaint is recorded as sent"),
        (Kind.ASK_AUTHORITY, full(news_due=date(2027, 1, 20)), "The authority has until 20 January 2027"),
        (Kind.OBJECT_SETTLEMENT, full(), "Answer by the day the authority names"),
        (Kind.ASK_AUTHORITY, full(), "AE wants a complaint in one of these languages: fr."),
        (Kind.COMPLAINT, full(), "AE wants a complaint in one of these languages: fr."),
        (Kind.COMPLAINT, full(authority=an_authority(first=a_text("Ask first."))), "Ask first."),
        (Kind.COMPLAINT, few(controller=a_controller(evidence="contested", doubt=a_text("It moved."))), "It moved."),
    ],
)
def test_a_person_is_told(kind: Kind, facts: Facts, said: str) -> None:
    assert any(said in one for one in warnings_of(kind, facts))


@pytest.mark.parametrize(
    ("kind", "facts", "unsaid"),
    [
        (Kind.OBJECT_TRAINING, CALM, "grounds"),
        (Kind.OBJECT_TRAINING, CALM, "switch"),
        (Kind.ACCESS, few(control=a_control()), "switch"),
        (Kind.OBJECT_TRAINING, few(control=a_control(kind="objection-form")), "switch"),
        (Kind.ERASE, full(channel="form"), "They name a form"),
        (Kind.ERASE, CALM, "Say why"),
        (Kind.REMINDER, full(channel="form"), "Enclose"),
        (Kind.REMINDER, full(), "They have until"),
        (Kind.ONE_ACCOUNT_ONLY, full(), "Name the accounts"),
        (Kind.INCOMPLETE, full(), "Name the points"),
        (Kind.ERASE, CALM, "last checked"),
        (Kind.COMPLAINT, full(), "Write to the company first"),
        (Kind.COMPLAINT, full(authority=an_authority(languages=())), "languages"),
        (Kind.ERASE, few(accounts=()), "which account"),
    ],
)
def test_a_person_is_not_told_what_does_not_concern_them(kind: Kind, facts: Facts, unsaid: str) -> None:
    assert not any(unsaid in one for one in warnings_of(kind, facts))


def test_a_letter_with_nothing_amiss_has_no_warning() -> None:
    assert cautions(Kind.OBJECT_TRAINING, CALM, "en") == ()
    assert cautions(Kind.CANNED_ANSWER, CALM, "en") == ()


def test_what_the_company_itself_published_is_not_called_doubtful() -> None:
    facts = few(controller=a_controller(doubt=a_text("Choose the entry about privacy.")))
    assert not any("check them before sending" in one for one in warnings_of(Kind.ERASE, facts))


def test_a_letter_of_which_nobody_knows_when_it_arrived_asks_for_the_day() -> None:
    posted = full(messages=(a_message(how="post"),), received=None)
    assert any(
        "Nothing you recorded shows when your letter arrived" in one for one in warnings_of(Kind.REMINDER, posted)
    )
    assert not any("Nobody knows" in one for one in warnings_of(Kind.REMINDER, full()))


def test_another_request_that_asks_the_same_is_noticed_until_this_one_is_sent() -> None:
    alike = "Another request already asks them for the same: CU-2026-001."
    assert any(alike in one for one in warnings_of(Kind.ACCESS, few(alike=("CU-2026-001",))))
    sent = few(alike=("CU-2026-001",), messages=(a_message(),))
    assert not any(alike in one for one in warnings_of(Kind.ACCESS, sent))


def test_a_complaint_in_the_authoritys_language_has_no_warning_about_it() -> None:
    facts = full("fr", messages=(a_message(),))
    assert cautions(Kind.COMPLAINT, facts, "fr") == ()


def test_warnings_come_in_the_language_spoken_whatever_that_of_the_letter(speak: Callable[[Language], None]) -> None:
    facts = few(controller=a_controller(contact=Contact(), evidence="reported", doubt=a_text("It moved.", "Déménagé.")))
    assert "It moved." in map(caution_words, letter(Kind.ERASE, facts, "fr").warnings)
    speak("fr")
    warnings = [caution_words(one) for one in letter(Kind.ERASE, facts, "en").warnings]
    assert "Déménagé." in warnings
    assert not any("the" in one.split() for one in warnings)


def test_every_code_has_its_words_in_every_language(speak: Callable[[Language], None]) -> None:
    codes = [code for code in CautionCode if code is not CautionCode.KNOWN]
    spoken = []
    for language in LANGUAGES:
        speak(language)
        spoken.append({caution_words(Caution(code, name="X", values=("a",), on=date(2026, 11, 20))) for code in codes})
    assert [len(words) for words in spoken] == [len(codes)] * len(LANGUAGES)
    assert not spoken[0] & spoken[1]


def test_a_posted_letter_whose_latest_day_has_passed_is_not_called_early_to_be_reminded_of() -> None:
    def warned(today: str) -> bool:
        found = letter(Kind.REMINDER, facts_from("9-01 sent post", today), "en").warnings
        return CautionCode.REMINDER_EARLY in {one.code for one in found}

    assert warned("9-20")
    assert not warned("10-14")


def test_a_complaint_of_which_every_breach_was_struck_out_says_that_it_accuses_of_nothing() -> None:
    facts = facts_from("9-01 sent email; 9-18 refused", "9-20")
    assert CautionCode.NO_BREACH not in [one.code for one in cautions(Kind.COMPLAINT, facts, "en")]
    said = Said(changed={Kind.COMPLAINT: {"right-not-respected-refused": ""}})
    struck = cautions(Kind.COMPLAINT, replace(facts, said=said), "en")
    assert CautionCode.NO_BREACH in [one.code for one in struck]
