"""Whatever happened, a letter claims nothing without an entry, an answer or a source behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consentui.bundled import data_folder
from consentui.i18n import Language, speaking
from consentui.i18n.dates import long_date
from consentui.journal.entries import Answer, RequestRight
from consentui.knowledge.base import KnowledgeBase
from consentui.requests.letters.attempts import Attempt, Attempts
from consentui.requests.letters.claimed import claims_of, every_claim
from consentui.requests.letters.claims import Basis
from consentui.requests.letters.facts import Facts
from consentui.requests.letters.kinds import CHANNELS, Kind
from consentui.requests.letters.letters import Letter, letter
from consentui.requests.letters.said import Breach, Said
from consentui.requests.letters.sentences import Sentence, Sort
from consentui.requests.rights import Regime, Right
from consentui.words.claims import basis_words, rests_on
from tests.requests.letter_facts import LETTERS_IN, few, full, it_says
from tests.requests.stories import facts_from

LAW = KnowledgeBase(data_folder()).law()
LEADS_IN = re.compile(r"^(- \d{1,2}(er|\.)? \w+ \d{4} – |- \w+ \d{4} – |- \d{4} – |\d+\. |- )")
"""The beginnings of list items before a sentence: bullets, numbers, dates."""

DAYS = st.integers(1, 110).map(lambda number: date(2026, 9, 1) + timedelta(days=number))
TOLD = ("+reasons", "-reasons", "+confirmed", "-confirmed", "-authority_named", "-court_named", "left-out")
LATER = st.one_of(
    st.builds("{0:%Y-%m-%d} {1} {2}".format, DAYS, st.sampled_from(get_args(Answer)), st.sampled_from(TOLD)),
    st.builds(
        "{0:%Y-%m-%d} {1}".format, DAYS, st.sampled_from(["reminder", "controller-complaint", "holds", "broken"])
    ),
    st.builds("{0:%Y-%m-%d} reply canned-answer".format, DAYS),
    st.builds("{0:%Y-%m-%d} received".format, DAYS),
    st.builds(
        "{0:%Y-%m-%d} setting {1}".format,
        DAYS,
        st.sampled_from(["switched-off", "already", "allow", "refuse", "not-found", "not-offered", "later"]),
    ),
    st.builds("{0:%Y-%m-%d} file {1}".format, DAYS, st.sampled_from(["allows", "refuses"])),
    st.builds("{0:%Y-%m-%d} form {1}".format, DAYS, st.sampled_from(["sent", "form-unavailable", "refused"])),
)
STORIES = st.builds(
    lambda how, later: "; ".join([f"2026-9-01 sent {how}", *later]),
    st.sampled_from(CHANNELS),
    st.lists(LATER, max_size=6),
)
REGIMES = st.sampled_from(Regime)
KINDS = st.sampled_from(Kind)
CNIL = "https://cnil.fr/fr/ia-respecter-lexercice-des-droits-des-personnes"
"""The source of the sentence on what models retain."""
RIGHTS = st.sampled_from([right.value for right in Right])


def bare(facts: Facts) -> Facts:
    """The same request, of which nothing is known to have happened."""
    return replace(
        facts,
        attempts=Attempts(),
        said=Said(),
        messages=tuple(one for one in facts.messages if one.message == "controller-complaint"),
        request=None,
        received=None,
        answers=(),
        checks=(),
        due=None,
        extended=False,
        left_out=(),
        proceedings=(),
        proofs=(),
        file_said=(),
        shown=(),
    )


def stands_on(basis: Basis, facts: Facts) -> bool:
    """Whether the basis of a claim exists among the facts."""
    match basis.ground:
        case "entry":
            written = (*facts.messages, *facts.answers, *facts.checks, *facts.proofs)
            in_files = [*(one.entry for one in facts.file_said), *(one.entry for one in facts.shown)]
            tried = [one.entry for one in attempted(facts.attempts)]
            ids = {one.id for one in (*written, *tried, *in_files)} | {
                one.entry for one in (*facts.accounts, *facts.left_out)
            }
            return basis.ref in ids | ({facts.received.id} if facts.received else set())
        case "said":
            return {
                "account": not facts.accounts,
                "breaches": bool(facts.said.breaches),
                "grounds": bool(facts.said.grounds),
                "letter": True,
                "mandate": facts.person.mandate is not None,
            }[basis.ref]
        case "source":
            read = {source.url for one in facts.file_said for source in one.statement.source}
            read |= {source.url for source in facts.controller.source} | {one.source for one in facts.shown} | {CNIL}
            return basis.ref in read | {one.url for one in facts.proceedings}
        case "law":
            return bool(LAW.named([basis.ref]))
        case "asked":
            return False


def attempted(attempts: Attempts) -> tuple[Attempt, ...]:
    return (*attempts.switched, *attempts.found_off, *attempts.objected, *attempts.failed)


@given(told=STORIES, today=DAYS, regime=REGIMES, right=RIGHTS, kind=KINDS, language=st.sampled_from(LETTERS_IN))
def test_a_letter_claims_nothing_without_an_entry_an_answer_or_a_source(
    told: str, today: date, regime: Regime, right: RequestRight, kind: Kind, language: Language
) -> None:
    facts = facts_from(told, today.isoformat(), regime, right)
    for stated in letter(kind, facts, language).claims:
        assert stated.claim.rests_on, stated.claim
        assert all(stands_on(basis, facts) for basis in stated.claim.rests_on), stated.claim


@given(told=STORIES, today=DAYS, regime=REGIMES, right=RIGHTS, kind=KINDS, language=st.sampled_from(LETTERS_IN))
def test_what_a_letter_says_beside_its_claims_it_says_of_a_request_of_which_nothing_is_known(
    told: str, today: date, regime: Regime, right: RequestRight, kind: Kind, language: Language
) -> None:
    facts = facts_from(told, today.isoformat(), regime, right)
    found = letter(kind, facts, language)
    nothing = set(letter(kind, bare(facts), language).sentences)
    beside = [one for one in found.sentences if one not in nothing and not is_claimed(one, found, language)]
    assert [one for one in beside if not one.startswith(HEADS[language])] == []


def is_claimed(sentence: str, found: Letter, language: Language) -> bool:
    """Whether a sentence is that of a claim, or contains the day of an inline claim."""
    words = LEADS_IN.sub("", sentence).casefold()
    if words in " ".join(one.sentence for one in found.claims).casefold():
        return True
    with speaking(language):
        within = [one.claim.on for one in found.claims if one.claim.inline and one.claim.on]
        return any(long_date(day) in sentence for day in within)


HEADS: dict[Language, tuple[str, ...]] = {
    "en": (
        "The following proceedings about the same use are public.",
        "30 days have passed since you received my request.",
        "15 business days have passed since you received my request (section 1798.135).",
        "I enclose a copy of it.",
        "Please answer that letter by ",
        "This request takes its place: you are to make it easy for people to exercise their rights (Article 12(2)).",
    ),
    "fr": (
        "Les procédures suivantes, qui portent sur la même utilisation, sont publiques.",
        "30 jours sont passés depuis que vous avez reçu ma demande.",
        "15 jours ouvrables sont passés depuis que vous avez reçu ma demande (article 1798.135).",
        "J’en joins une copie.",
        "Je vous remercie de répondre à cette lettre d’ici au ",
        (
            "La présente demande en tient lieu\u202f: il vous revient de faciliter l’exercice des droits "
            "(article 12, paragraphe 2)."
        ),
    ),
    "de": (
        "Die folgenden Verfahren zu derselben Verwendung sind öffentlich.",
        "Seit dem Eingang meines Antrags bei Ihnen sind 30 Tage vergangen.",
        "Seit dem Eingang meines Antrags bei Ihnen sind 15 Werktage vergangen (§ 1798.135).",
        "Eine Kopie liegt bei.",
        "Bitte beantworten Sie jenes Schreiben bis zum ",
        (
            "Dieses Schreiben tritt an seine Stelle: Sie müssen den Menschen die Ausübung ihrer Rechte erleichtern "
            "(Art. 12 Abs. 2)."
        ),
    ),
}
"""The beginnings of sentences that introduce or restate a claim, and occur only with one."""


@given(told=STORIES, today=DAYS, breaches=st.lists(st.sampled_from(Breach), unique=True))
def test_a_breach_that_the_person_names_is_said_once_whatever_the_entries_show(
    told: str, today: date, breaches: list[Breach]
) -> None:
    facts = replace(facts_from(told, today.isoformat()), said=Said(breaches=tuple(breaches)))
    codes = [claim.code for claim in every_claim(Kind.COMPLAINT, facts)]
    assert len(set(codes)) == len(codes)
    assert all(any(code.startswith(one.value) for code in codes) for one in breaches)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", LETTERS_IN)
def test_every_claim_of_a_letter_can_be_struck_out_and_is_gone_then(kind: Kind, language: Language) -> None:
    facts = full(language)
    for claim in claims_of(kind, facts):
        without = replace(facts, said=replace(facts.said, changed={kind: {claim.code: ""}}))
        assert claim.code not in {one.claim.code for one in letter(kind, without, language).claims}


@pytest.mark.parametrize("kind", Kind)
def test_a_claim_in_the_persons_own_words_stands_in_the_place_of_ours(kind: Kind) -> None:
    facts = full()
    for stated in letter(kind, facts, "en").claims:
        if not stated.claim.inline:
            said = replace(facts.said, changed={kind: {stated.claim.code: "It was otherwise"}})
            text = letter(kind, replace(facts, said=said), "en").text
            assert "It was otherwise." in text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            (
                "The company’s own copy of my data (notices.json, seen) has the value “0” for this: whether the "
                "notice was seen. That this value means “the notice was not seen” is my reading; source: "
            ),
        ),
        (
            "fr",
            (
                "La copie de mes données remise par la société (notices.json, seen) porte la valeur « 0 » sur ce "
                "point : si l’avis a été vu. Que cette valeur signifie « l’avis n’a pas été vu » est ma "
                "lecture ; source : "
            ),
        ),
        (
            "de",
            (
                "Die Kopie meiner Daten, die das Unternehmen ausgibt (notices.json, seen), enthält zu diesem Punkt den "
                "Wert „0“: Whether the notice was seen. Dass dieser Wert „the notice was not seen“ bedeutet, lese ich "
                "so; Quelle: "
            ),
        ),
    ],
)
def test_that_their_own_file_shows_nobody_was_told_stands_in_the_complaint_as_a_reading(
    language: Language, sentence: str
) -> None:
    text = letter(Kind.COMPLAINT, full(language), language).text.replace("\u202f", " ")
    assert sentence in text
    articles = {
        "en": "(Articles 12 to 14 of the GDPR)",
        "fr": "(articles 12 à 14 du RGPD)",
        "de": "(Art. 12 bis 14 DSGVO)",
    }
    assert articles[language] in text


@pytest.mark.parametrize("value", ["1", "2"])
def test_what_shows_that_somebody_was_told_or_is_not_understood_is_not_complained_of(value: str) -> None:
    facts = full(file_said=(it_says(value),))
    assert [one for one in claims_of(Kind.COMPLAINT, facts) if one.what == "file-says"] == []


def test_what_means_nothing_but_itself_is_said_without_a_reading() -> None:
    said = it_says("IE")
    facts = full(file_said=(replace(said, statement=replace(said.statement, meaning=())),))
    text = letter(Kind.COMPLAINT, facts, "en").text
    assert "has the value “IE” for this: whether the notice was seen. It bears on" in text


@pytest.mark.parametrize(("regime", "law"), [(Regime.EU, "gdpr-21-1"), (Regime.CH, "ch-30")])
def test_where_the_person_gives_no_ground_the_least_one_says_what_it_rests_on_and_can_be_struck_out(
    regime: Regime, law: str
) -> None:
    facts = few(regime=regime)
    (least,) = [one for one in letter(Kind.OBJECT_TRAINING, facts, "en").claims if one.claim.what == "least-ground"]
    assert [(one.ground, one.ref) for one in least.claim.rests_on] == [
        ("entry", facts.accounts[0].entry),
        ("law", law),
        ("source", CNIL),
    ]
    struck = replace(facts, said=Said(changed={Kind.OBJECT_TRAINING: {"least-ground": ""}}))
    text = letter(Kind.OBJECT_TRAINING, struck, "en").text
    assert "taken in" not in text
    assert "particular situation" not in text


@pytest.mark.parametrize(
    ("spoken", "noted", "law", "record"),
    [
        ("en", "what you recorded for", "the law: GDPR Art. 21(1)", "the public record: https://cnil.fr/"),
        (
            "fr",
            "ce que vous avez noté au",
            "le droit\u202f: RGPD, article 21",
            "ce qui est public\u202f: https://cnil.fr/",
        ),
    ],
)
def test_what_a_claim_rests_on_is_said_in_words(
    speak: Callable[[Language], None], spoken: Language, noted: str, law: str, record: str
) -> None:
    speak(spoken)
    facts = few(messages=())
    (least,) = [one for one in letter(Kind.OBJECT_TRAINING, facts, spoken).stated if one.code == "least-ground"]
    words = rests_on(least, LAW, facts)
    assert law in words
    assert record in words
    assert basis_words(Basis("entry", "x", date(2026, 9, 1)), LAW).startswith(noted)


@pytest.mark.parametrize(("regime", "address"), [(Regime.EU, LAW.gdpr_url), (Regime.UK, ""), (Regime.CH, "")])
def test_what_the_law_says_points_to_its_wording_where_that_is_known_and_never_to_somebody_s_page(
    regime: Regime, address: str
) -> None:
    sentence = Sentence(Sort.LAW, "I may withdraw it at any time (Article 7(3)).", ())
    words = rests_on(sentence, LAW, few(regime=regime, messages=()))
    assert words.endswith(address) if address else "http" not in words


def test_in_french_a_semicolon_stands_apart_between_the_things_that_a_sentence_rests_on(
    speak: Callable[[Language], None],
) -> None:
    speak("fr")
    sentence = Sentence(Sort.REQUEST, "Je retire mon consentement (article 7, paragraphe 3).", (Basis("asked", ""),))
    assert "\u202f; " in rests_on(sentence, LAW, few(messages=()))
