"""What every letter has and what no letter has, in every language and from any facts."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from consentui.i18n import LANGUAGES, Language, language, speaking
from consentui.i18n.dates import long_date
from consentui.journal.entries import Answer
from consentui.knowledge.records import Contact, Printed
from consentui.requests.letters import templates
from consentui.requests.letters.facts import Facts, Person
from consentui.requests.letters.kinds import ABOUT_COMPLAINT, REPLIES, REQUESTS, TO_HINDRANCES, Kind
from consentui.requests.letters.letters import language_for, letter
from consentui.requests.letters.said import Breach, ErasureGround, Said
from consentui.requests.rights import Regime, Right
from consentui.requests.time.own import NEW_TERM
from consentui.text import UNSEEN
from tests.builders import a_control, a_route
from tests.requests.letter_facts import (
    GROUNDS,
    HANDLE,
    LEGAL_NAME,
    REFERENCE,
    SITUATIONS,
    a_controller,
    a_message,
    an_answer,
    an_authority,
    few,
    full,
    hostile,
)

every_kind = pytest.mark.parametrize("kind", Kind)
every_right = pytest.mark.parametrize("right", Right)
both = pytest.mark.parametrize("words", LANGUAGES)
every_situation = pytest.mark.parametrize("situation", SITUATIONS)
follow_ups = pytest.mark.parametrize("kind", [*sorted(REPLIES), Kind.REMINDER, Kind.COMPLAINT])

ARTICLES = {
    Right.OBJECT_TRAINING: {
        "en": "Article 21(1) of the GDPR",
        "fr": "article 21, paragraphe 1, du RGPD",
        "de": "Art. 21 Abs. 1 DSGVO",
    },
    Right.OBJECT_MARKETING: {
        "en": "Article 21(2) of the GDPR",
        "fr": "article 21, paragraphe 2, du RGPD",
        "de": "Art. 21 Abs. 2 DSGVO",
    },
    Right.WITHDRAW: {
        "en": "Article 7(3) of the GDPR",
        "fr": "article 7, paragraphe 3, du RGPD",
        "de": "Art. 7 Abs. 3 DSGVO",
    },
    Right.ERASE: {"en": "Article 17 of the GDPR", "fr": "article 17 du RGPD", "de": "Art. 17 DSGVO"},
    Right.ACCESS: {"en": "Article 15 of the GDPR", "fr": "article 15 du RGPD", "de": "Art. 15 DSGVO"},
}
THE_MONTH = {"en": "one month", "fr": "un mois", "de": " Monat"}
NARROW = "\u202f"
FRENCH_FAULTS = {
    "a wide space before a sign": r"[ \u00a0][;:!?»]",
    "a wide space after «": r"«[ \u00a0]",
    "no space before a sign": rf"[^{NARROW}!?][;!?](?!\w)|[^{NARROW}]»",
    "no space before a colon": rf"[^{NARROW}]:(?=\s|$)",
    "no space after «": rf"«(?!{NARROW})",
    "typewriter quotes": r"['\"]",
    "an English quotation mark": r"[“”]",
}
ENGLISH_FAULTS = {
    "a narrow space": NARROW,
    "a space before a sign": r" [;:!?,.]",
    "typewriter quotes": r"['\"]",
    "a French quotation mark": r"[«»]",
}
GERMAN_FAULTS = {
    "a narrow space": NARROW,
    "a space before a sign": r" [;:!?,.]",
    "typewriter quotes": r"['\"]",
    "a quotation mark of another language": r"[«»”]|(?<![\w.?!])“",
    "a quotation that does not close": r"„[^“]*(„|$)",
}
FAULTS: dict[Language, dict[str, str]] = {"en": ENGLISH_FAULTS, "fr": FRENCH_FAULTS, "de": GERMAN_FAULTS}
ENGLISH_WORDS = r"\b(and|are|by|for|from|has|have|is|it|my|of|please|that|the|this|to|with|you|your|GDPR)\b"
FRENCH_WORDS = r"\b(à|au|ce|de|du|est|et|je|la|le|les|ma|mes|ou|par|pour|que|sur|un|une|vous|RGPD)\b"
GERMAN_WORDS = r"\b(auf|das|dem|den|der|die|für|ich|ihre|ist|meine|mir|mit|nicht|und|vom|von|wenn|wie|DSGVO)\b"
WORDS: dict[Language, str] = {"en": ENGLISH_WORDS, "fr": FRENCH_WORDS, "de": GERMAN_WORDS}
THREATS = (
    r"(?i)\b(fines|penalt\w+|damages|compensation|lawyers?|sue|tribuna\w+|courts?(?! à compter)"
    r"|amendes?|dommages|indemni\w+|avocats?|euros?)\b"
)


def faults(text: str, patterns: dict[str, str]) -> list[str]:
    return [
        f"{name}: {text[max(0, found.start() - 15) : found.end() + 15]!r}"
        for name, pattern in patterns.items()
        for found in re.finditer(pattern, text, re.MULTILINE)
    ]


@every_kind
@both
def test_every_letter_names_article_reference_account_company_and_the_month_or_a_day(
    kind: Kind, words: Language
) -> None:
    for facts in (few(), full(words)):
        written = letter(kind, facts, words)
        right = Right(kind) if kind in REQUESTS else facts.right
        assert ARTICLES[right][words] in written.text.replace("\u202f", " ")
        assert REFERENCE in written.body
        assert written.subject.endswith(REFERENCE)
        assert HANDLE in written.text
        assert LEGAL_NAME in written.body
        with speaking(words):
            by = {long_date(facts.today + NEW_TERM)} if kind in REPLIES - TO_HINDRANCES else set()
        assert kind in ABOUT_COMPLAINT or any(one in written.text for one in {THE_MONTH[words], *by})


@follow_ups
@every_right
@both
def test_what_follows_a_request_names_the_article_of_its_right(kind: Kind, right: Right, words: Language) -> None:
    assert ARTICLES[right][words] in letter(kind, full(words, right=right), words).text


@every_kind
@every_situation
@both
def test_no_letter_has_gaps_doubled_spaces_or_words_of_the_machine(kind: Kind, situation: str, words: Language) -> None:
    written = letter(kind, SITUATIONS[situation](), words)
    for text in (written.subject, written.body, *written.sentences):
        assert not re.search(r"  |\n\n\n|[ \t]\n|\n[ \t]|\(\)|“”|«\s*»| [.,]|\.\.", text.replace("[/]", ""))
        assert not re.search(r"\b(None|True|False|Undefined)\b|<\w+ object|tuple\(|@\w+\b(?=WHAT)", text)
    assert written.body.endswith("\n")
    assert not written.body.endswith("\n\n")


@every_kind
@both
def test_foreign_text_stays_text_on_the_line_it_was_put(kind: Kind, words: Language) -> None:
    written = letter(kind, hostile(), words)
    for text in (written.subject, written.body, written.text, *written.sentences):
        assert not UNSEEN.search(text)
        assert "49" not in text
        assert not re.search(r"^== Subject", text, re.MULTILINE)
    if kind is not Kind.COMPLAINT:
        assert "{{ 7 * 7 }}{% include '_head.txt' %} <b>[red]x[/]</b>" in written.body


@given(st.text(max_size=80))
def test_whatever_a_person_types_stands_in_the_letter_without_what_cannot_be_seen(typed: str) -> None:
    written = letter(Kind.OBJECT_TRAINING, few(said=Said(grounds=(typed,))), "en")
    assert not UNSEEN.search(written.body)
    visible = re.sub(r"[ \t\n]+", " ", UNSEEN.sub("", typed.replace("\r", "\n"))).strip().rstrip(",;: \u202f\xa0")
    assert visible in written.body


@every_kind
@every_right
@both
def test_letters_are_set_as_their_language_is(kind: Kind, right: Right, words: Language) -> None:
    for facts in (few(right=right), full(words, right=right)):
        written = letter(kind, facts, words)
        for text in (written.subject, written.body, *written.sentences):
            assert faults(text, FAULTS[words]) == []


@every_kind
@every_right
@both
def test_no_letter_speaks_another_language_than_its_own(kind: Kind, right: Right, words: Language) -> None:
    written = letter(kind, full(words, right=right, proceedings=(), file_said=()), words)
    for others in (found for spoken, found in WORDS.items() if spoken != words):
        assert re.findall(others, f"{written.subject}\n{written.text}") == []


@every_kind
@every_right
@both
def test_no_letter_threatens_or_speaks_of_money(kind: Kind, right: Right, words: Language) -> None:
    body = letter(kind, full(words, right=right), words).body
    # To name what the company should have said (GDPR Art. 12(4)) is no threat.
    assert re.findall(THREATS, body.replace("nor that I can go to court", "")) == []


@every_kind
@both
def test_no_letter_refuses_forms(kind: Kind, words: Language) -> None:
    written = letter(kind, full(words, channel="form"), words).body.lower()
    assert not re.search(r"(refuse|decline|not use|n’utiliser\w* pas|ne saisirai).{0,30}form", written)


@both
def test_a_letter_that_itself_goes_through_the_form_does_not_offer_to_fill_it_in(words: Language) -> None:
    offer = {"en": "I will gladly enter", "fr": "je saisirai volontiers", "de": "trage ich denselben"}[words]
    by_email = letter(Kind.WRONG_CHANNEL, full(words), words)
    by_form = letter(Kind.WRONG_CHANNEL, full(words, channel="form"), words)
    was_form = letter(Kind.WRONG_CHANNEL, full(words, messages=(a_message(how="form"),)), words)
    assert offer in by_email.text
    assert offer not in by_form.text
    assert offer not in was_form.text


@every_kind
@both
def test_the_language_spoken_is_not_touched_by_the_language_of_a_letter(kind: Kind, words: Language) -> None:
    letter(kind, full(words), words)
    assert language() == "en"


@both
def test_the_objection_gives_the_persons_own_grounds_word_for_word_and_ends_them(words: Language) -> None:
    why = letter(Kind.OBJECT_TRAINING, full(words), words).why
    assert why[1:3] == (f"{GROUNDS[words][0]}.", GROUNDS[words][1])


@both
def test_an_objection_without_grounds_has_the_least_that_holds_for_everybody(words: Language) -> None:
    written = letter(Kind.OBJECT_TRAINING, few(said=Said(grounds=("", "  "))), words)
    least = {
        "en": "My situation is that of the person named here",
        "fr": "Ma situation est celle",
        "de": "Meine Situation ist die",
    }
    assert least[words] in written.text
    own = letter(Kind.OBJECT_TRAINING, full(words), words)
    assert "least-ground" not in [one.claim.code for one in own.claims]


@both
def test_grounds_stay_out_of_the_objection_that_needs_none(words: Language) -> None:
    assert GROUNDS[words][1] not in letter(Kind.OBJECT_MARKETING, full(words), words).body


def test_the_objection_asks_for_restriction_recipients_and_names_the_burden_of_proof() -> None:
    english, french, german = (letter(Kind.OBJECT_TRAINING, few(), words).text for words in LANGUAGES)
    assert all(part in german for part in ("Art. 18 Abs. 1 Buchst. d", "Art. 19", "haben Sie zwingende schutzwürdige"))
    assert all(part in english for part in ("Article 18(1)(d)", "Article 19", "for you to demonstrate"))
    assert all(
        part in french for part in ("article 18, paragraphe 1, point d)", "article 19", "vous revient de démontrer")
    )


def test_the_words_beside_the_switch_are_quoted_in_the_language_of_the_letter() -> None:
    assert "“Train our models”" in letter(Kind.OBJECT_TRAINING, full(), "en").text
    assert "«\u202fEntraîner nos modèles\u202f»" in letter(Kind.OBJECT_TRAINING, full("fr"), "fr").text
    assert "„Train our models“" in letter(Kind.OBJECT_TRAINING, full("de"), "de").text


def test_a_former_french_label_gives_way_to_the_present_english_one() -> None:
    routes = (a_route(label=Printed(en="Train our models", fr="Ancien"), label_fr_until="2025-01"),)
    written = letter(Kind.OBJECT_TRAINING, full("fr", control=a_control(route=routes)), "fr")
    assert "«\u202fTrain our models\u202f»" in written.text


def test_the_title_of_a_form_is_not_quoted_as_a_switch() -> None:
    facts = full(control=a_control(kind="objection-form"))
    assert "Train our models" not in letter(Kind.OBJECT_TRAINING, facts, "en").text


@pytest.mark.parametrize(
    ("regime", "who"), [(Regime.EU, "Chirp Rep BV"), (Regime.UK, "Chirp UK Rep"), (Regime.CH, ""), (Regime.US_CA, "")]
)
def test_a_copy_goes_to_whoever_stands_for_the_company_where_the_person_lives(regime: Regime, who: str) -> None:
    body = letter(Kind.ERASE, full(regime=regime), "en").body
    assert (f"Copy: {who}" in body) if who else ("Copy:" not in body)


@every_kind
def test_in_the_united_kingdom_letters_cite_its_own_gdpr_and_no_european_opinion(kind: Kind) -> None:
    laws: dict[Language, str] = {"en": "UK GDPR", "fr": "RGPD britannique", "de": "UK-DSGVO"}
    for words, law in laws.items():
        text = letter(kind, full(words, regime=Regime.UK), words).text
        assert law in text
        assert not re.search(r"(?<!UK )GDPR|RGPD(?! britannique)|(?<!UK-)DSGVO|28/2024|[EU]\w+ [EUu]nion", text)


@pytest.mark.parametrize(
    ("channel", "shown"), [("email", "privacy@chirp.example"), ("form", "https://chirp.example/object")]
)
def test_the_head_says_which_way_the_letter_goes(channel: str, shown: str) -> None:
    assert shown in letter(Kind.OBJECT_TRAINING, full(channel=channel), "en").body


def test_a_letter_by_post_has_no_line_for_the_way() -> None:
    assert "By e-mail" not in letter(Kind.ERASE, full(channel="post"), "en").body


def test_the_companys_name_heads_its_address_once() -> None:
    contact = Contact(address="Privacy team\nDublin")
    named = letter(Kind.ERASE, full(controller=a_controller(contact=contact)), "en").body
    assert f"{LEGAL_NAME}\nPrivacy team\nDublin\n" in named
    assert letter(Kind.ERASE, full(), "en").body.count(LEGAL_NAME) == 1


@pytest.mark.parametrize(("words", "country"), [("en", "Ireland"), ("fr", "Irlande"), ("de", "Irland")])
def test_the_country_stands_in_the_language_of_the_letter(words: Language, country: str) -> None:
    contact = Contact(address="Privacy team\nDublin\nIreland")
    body = letter(Kind.ERASE, full(controller=a_controller(contact=contact)), words).body
    assert f"{LEGAL_NAME}\nPrivacy team\nDublin\n{country}\n" in body


def test_without_an_address_the_letter_asks_for_the_officer() -> None:
    facts = full(controller=a_controller(contact=Contact(dpo="dpo@chirp.example")))
    assert f"{LEGAL_NAME}\nAttn: Data Protection Officer\n" in letter(Kind.ERASE, facts, "en").body
    assert "dpo@chirp.example" in letter(Kind.ERASE, facts, "en").body


@pytest.mark.parametrize("ground", ErasureGround)
@both
def test_each_ground_of_erasure_is_said_with_its_article(ground: ErasureGround, words: Language) -> None:
    why = " ".join(letter(Kind.ERASE, few(said=Said(erasure_ground=ground)), words).why)
    assert re.search(
        r"Article 17\(1\)\([abcdf]\)|article 17, paragraphe 1, point [abcdf]\)|Art. 17 Abs. 1 Buchst. [abcdf]\b", why
    )


def test_no_ground_of_erasure_is_claimed_that_was_not_given() -> None:
    assert "17(1)" not in " ".join(letter(Kind.ERASE, few(), "en").why)


@both
def test_the_access_letter_demands_a_copy_once_and_asks_nine_numbered_questions(words: Language) -> None:
    asked = letter(Kind.ACCESS, few(), words).ask
    numbers = [found[1] for line in asked if (found := re.match(r"(\d+)\. .*\?", line))]
    assert numbers == [str(number) for number in range(1, 10)]
    text = letter(Kind.ACCESS, few(), words).text
    copy = {"en": "15(3)", "fr": "15, paragraphe 3", "de": "15 Abs. 3"}[words]
    assert text.count(copy) == 1
    assert text.index(copy) < text.index("\n1. ")


@pytest.mark.parametrize(
    ("consent", "control", "said"), [("my voice", True, "“my voice”"), ("", True, "“Train our models”")]
)
def test_the_withdrawal_names_the_consent_as_well_as_it_can(consent: str, control: bool, said: str) -> None:  # noqa: FBT001
    written = letter(Kind.WITHDRAW, full(said=Said(consent=consent)), "en")
    assert said in written.what[0]
    assert "every use" in letter(Kind.WITHDRAW, few(), "en").what[0] or control is False


def test_the_reminder_tells_the_days_and_gives_two_more_weeks() -> None:
    text = letter(Kind.REMINDER, full(complaint=None), "en").text
    for day in ("2 September 2026", "3 September 2026", "5 October 2026", "5 December 2026"):
        assert day in text
    assert "the competent supervisory authority, Autorité d’essai" in text


@pytest.mark.parametrize(("channel", "enclosed"), [("email", True), ("post", True), ("form", False)])
def test_a_copy_is_enclosed_only_where_one_can_be(channel: str, enclosed: bool) -> None:  # noqa: FBT001
    assert ("enclose" in letter(Kind.REMINDER, full(channel=channel), "en").text) is enclosed


def test_the_time_is_past_or_to_come_as_the_day_has_it() -> None:
    assert "ended on 5 October 2026" in letter(Kind.INCOMPLETE, full(), "en").text
    assert "ends on 4 January 2027" in letter(Kind.INCOMPLETE, SITUATIONS["in time"](), "en").text
    assert "extended by you to three months" in letter(Kind.REMINDER, SITUATIONS["extended"](), "en").text


@pytest.mark.parametrize("kind", sorted(REPLIES))
@both
def test_a_reply_thanks_for_a_message_only_where_there_was_one(kind: Kind, words: Language) -> None:
    thanks = {
        "en": "Thank you for your message of 9 September 2026",
        "fr": "votre message du 9 septembre 2026",
        "de": "Danke für Ihre Nachricht vom 9. September 2026",
    }
    assert thanks[words] in letter(kind, full(words), words).text
    assert not re.search(r"9\.? sept", letter(kind, few(), words).text.lower())


def test_the_accounts_left_out_and_the_points_left_open_are_listed() -> None:
    assert "\n- My Chirp account @marie_pro (user ID 99).\n" in letter(Kind.ONE_ACCOUNT_ONLY, full(), "en").text
    assert "\n- posts before 2020.\n" in letter(Kind.INCOMPLETE, full(), "en").text


def test_identity_documents_are_called_needless_against_marketing() -> None:
    text = letter(Kind.IDENTITY_DEMANDED, few(right=Right.OBJECT_MARKETING), "en").text
    assert "no identity document is needed" in text


def test_the_complaint_goes_to_the_authority_and_says_against_whom() -> None:
    written = letter(Kind.COMPLAINT, full(), "en")
    assert "\n\nAutorité d’essai\n3 place Test\n75000 Paris\n" in written.body
    assert "against Chirp Europe Ltd, 1 Liffey Street, Dublin 1, in respect of my objection" in written.text
    assert "Chirp Rep BV, 2 Gracht, Amsterdam, rep@chirp.example" in written.text
    assert "Dublin Test" in written.text
    assert "Copy:" not in written.body


def test_the_lead_authority_is_not_named_twice() -> None:
    facts = full(lead=an_authority())
    assert "lead supervisory authority" not in letter(Kind.COMPLAINT, facts, "en").text


def test_the_complaint_tells_the_facts_in_the_order_of_their_days() -> None:
    text = letter(Kind.COMPLAINT, full(), "en").text
    told = re.findall(r"^- (\d+ \w+ 2026) – ", text, re.MULTILINE)
    assert told == [
        "1 September 2026",
        "2 September 2026",
        "3 September 2026",
        "9 September 2026",
        *["5 October 2026"] * 2,
        "12 November 2026",
        "1 June 2026",
    ]


@pytest.mark.parametrize("breach", Breach)
@every_right
@both
def test_each_breach_that_a_person_names_has_a_paragraph_of_its_own(
    breach: Breach, right: Right, words: Language
) -> None:
    heading = {"en": "Infringements", "fr": "Manquements", "de": "Verstöße"}[words]
    without = letter(Kind.COMPLAINT, few(right=right), words).text
    text = letter(Kind.COMPLAINT, few(right=right, said=Said(breaches=(breach,))), words).text
    assert heading not in without
    assert len(text.split("\n\n")) == len(without.split("\n\n")) + 2


def test_proceedings_are_told_as_data_gives_them_with_dates_and_addresses() -> None:
    text = letter(Kind.COMPLAINT, full(), "en").text
    assert "- 1 June 2026 – The policy changed (https://chirp.example/news)." in text
    assert "Other proceedings" not in letter(Kind.COMPLAINT, full(proceedings=()), "en").text


def test_enclosures_are_the_texts_and_the_files_that_are_there_numbered() -> None:
    enclosed = text_after("Enclosures", letter(Kind.COMPLAINT, full(), "en").text)
    assert enclosed == (
        "\n\n1. My request of 2 September 2026, as it was sent by e-mail."
        "\n2. My reminder of 5 October 2026, as it was sent by post."
        "\n3. “receipt.png”, a file that I put with my papers on 1 January 2026."
    )
    assert "Enclosures" not in letter(Kind.COMPLAINT, few(), "en").text


def text_after(heading: str, text: str) -> str:
    return text.partition(heading)[2]


def test_a_missing_word_in_a_template_is_an_error_and_never_a_gap() -> None:
    template = templates._templates("en").from_string("{{ nobody }}")
    with pytest.raises((TypeError, UndefinedError)):
        template.render()
    with pytest.raises(TypeError):
        templates._templates("en").from_string("{{ nothing }}").render(nothing=None)


@every_kind
@both
def test_every_kind_has_its_template_in_every_language_and_no_other_lies_there(kind: Kind, words: Language) -> None:
    from consentui.bundled import data_folder

    names = {path.stem for path in (data_folder() / "letters" / words).glob("*.txt") if not path.stem.startswith("_")}
    assert kind in names
    assert names == set(Kind)


@both
def test_a_person_without_an_account_says_so(words: Language) -> None:
    facts: Facts = few(accounts=(), person=Person("Marie", email="marie@example.org"))
    account = letter(Kind.ERASE, facts, words).account
    assert len(account) == 1
    assert "marie@example.org" in account[0]


def test_every_answer_is_told_in_the_complaint() -> None:
    text = letter(Kind.COMPLAINT, SITUATIONS["answered in every way"](), "en").text
    facts = text.partition("Facts")[2].partition("Infringements")[0]
    assert facts.count("\n- ") == 2 + 2 + 1 + len(get_args(Answer))
    with_reasons = full(answers=(an_answer("extended", reasons=True),))
    assert "and gave reasons" in letter(Kind.COMPLAINT, with_reasons, "en").text


@pytest.mark.parametrize(
    ("languages", "wanted", "of_request", "expected"),
    [
        (("fr",), None, "en", "fr"),
        (("en",), None, "fr", "en"),
        (("fr",), "en", "fr", "en"),
        (("de",), None, "fr", "de"),
        (("fr", "nl", "de"), None, "de", "de"),
        (("it",), None, "fr", "fr"),
        (("nl", "en"), None, "en", "en"),
        ((), None, "fr", "fr"),
    ],
)
def test_a_complaint_speaks_the_authoritys_language_unless_told(
    languages: tuple[str, ...], wanted: Language | None, of_request: Language, expected: Language
) -> None:
    facts = few(authority=an_authority(languages=languages), said=Said(complaint_in=wanted))
    assert language_for(Kind.COMPLAINT, facts, of_request) == expected
    assert language_for(Kind.REMINDER, facts, of_request) == of_request


@both
def test_a_complaint_has_a_place_for_day_and_signature(words: Language) -> None:
    place = {
        "en": "Date and signature: ___",
        "fr": "Date et signature\u202f: ___",
        "de": "Datum und Unterschrift: ___",
    }[words]
    assert place in letter(Kind.COMPLAINT, few(), words).body
    assert place not in letter(Kind.ACCESS, few(), words).body
