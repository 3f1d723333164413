"""Letters on behalf of another person: who writes, for whom and why, without confusing the two."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consentui.i18n import LANGUAGES, Language
from consentui.requests.letters.cautions import CautionCode, cautions
from consentui.requests.letters.claimed import claims_of
from consentui.requests.letters.facts import Facts, Person
from consentui.requests.letters.fields import Part, parts_of
from consentui.requests.letters.kinds import CHANNELS, Kind
from consentui.requests.letters.letters import Letter, letter
from consentui.requests.letters.mandates import Capacity, Mandate, WrittenFor, birthday, is_of_age
from consentui.requests.letters.said import Said
from consentui.requests.letters.short import NoRoomError, short
from consentui.requests.rights import Regime, Right
from tests.requests.letter_facts import few, full, writing_for

WRITER, PERSON = "Claire Quimby", "Lena Ørsted"
BORN = date(2014, 2, 3)
LINES_WITH_THE_WRITER: dict[Language, tuple[str, ...]] = {
    "en": (
        "{written} in the name of Lena Ørsted by Claire Quimby, who holds parental responsibility for this child.",
        "{written} in the name of Lena Ørsted by Claire Quimby, who has a mandate from Lena Ørsted for it.",
        "{written} in the name of Lena Ørsted by Claire Quimby, a non-profit body that Lena Ørsted has mandated for it",
        "{written} in the name of Lena Ørsted by Claire Quimby, which has a mandate from Lena Ørsted for it.",
        "“My account” means the account on which I publish and which Claire Quimby holds.",
        "What shows that Claire Quimby may write for me: “Signed mandate of 1 August 2026”.",
        "Claire Quimby acting in my name",
    ),
    "fr": (
        "{written} pour Lena Ørsted et en son nom par Claire Quimby, titulaire de la responsabilité parentale",
        "{written} pour Lena Ørsted et en son nom par Claire Quimby, à qui Lena Ørsted a donné mandat de le faire.",
        "{written} pour Lena Ørsted et en son nom par Claire Quimby, organisme à but non lucratif à qui Lena Ørsted",
        "« Mon compte » y désigne le compte sur lequel je publie et que tient Claire Quimby.",
        "La pièce qui autorise Claire Quimby à écrire pour moi : « Signed mandate of 1 August 2026 ».",
        "Claire Quimby agissant en mon nom",
    ),
    "de": (
        "{written} im Namen von Lena Ørsted durch Claire Quimby {done}, mit elterlicher Verantwortung für dieses Kind.",
        "{written} im Namen von Lena Ørsted durch Claire Quimby {done}, mit Vollmacht von Lena Ørsted.",
        "{written} im Namen von Lena Ørsted durch Claire Quimby {done}, eine Einrichtung ohne Gewinnerzielungsabsicht",
        "{written} im Namen von Lena Ørsted durch das Unternehmen Claire Quimby {done}, mit Vollmacht von Lena Ørsted.",
        "„Mein Konto“ meint das Konto, auf dem ich veröffentliche und dessen Inhaber Claire Quimby ist.",
        "Was zeigt, dass Claire Quimby für mich schreiben darf: „Signed mandate of 1 August 2026“.",
        "Claire Quimby handelte dabei in meinem Namen",
    ),
}
"""Every sentence in which the writer's name may occur."""
WRITTEN: dict[Language, tuple[tuple[str, str], tuple[str, str]]] = {
    "en": (("This letter is written", ""), ("This complaint is lodged", "")),
    "fr": (("La présente lettre est écrite", ""), ("La présente réclamation est introduite", "")),
    "de": (("Dieses Schreiben wird", "verfasst"), ("Diese Beschwerde wird", "eingelegt")),
}
"""The beginning of such a sentence for a letter and for a complaint, and the end of the verb in German."""
ARTICLE: dict[Language, str] = {
    "en": " (Article 80(1))",
    "fr": " (article 80, paragraphe 1)",
    "de": " (Art. 80 Abs. 1)",
}
MEANT: dict[Language, str] = {
    "en": "In it, “I”, “me” and “my” mean Lena Ørsted.",
    "fr": "« Je », « me », « mon » et « ma » y désignent Lena Ørsted.",
    "de": "„Ich“, „mich“, „mir“ und „mein“ meinen darin Lena Ørsted.",
}
SIGNED: dict[Language, tuple[str, ...]] = {
    "en": ("parental responsibility", "by mandate", "mandated non-profit body"),
    "fr": ("responsabilité parentale", "par mandat", "organisme mandaté"),
    "de": ("elterliche Verantwortung", "mit Vollmacht", "beauftragte Einrichtung"),
}


def about(basis: Capacity, **changes: Any) -> Facts:
    person = writing_for(basis, born=BORN if basis is Capacity.CHILD else None)
    return full(**{"person": person, "country": "FR", "consent_age": 15, **changes})


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


def without_the_writer(text: str, language: Language) -> str:
    """The text without the sentences about the writer."""
    for sentence in LINES_WITH_THE_WRITER[language]:
        for written, done in WRITTEN[language]:
            text = text.replace(sentence.format(written=written, done=done), "")
    return text


@st.composite
def facts_of_another(draw: st.DrawFn) -> Facts:
    """Any facts about a request that somebody writes on behalf of somebody else."""
    said = Said(written_for=draw(st.sampled_from((None, WrittenFor(PERSON, WRITER, Capacity.MANDATE)))))
    facts = about(
        draw(st.sampled_from(Capacity)),
        regime=draw(st.sampled_from(Regime)),
        right=draw(st.sampled_from(Right)),
        channel=draw(st.sampled_from(CHANNELS)),
        said=said,
    )
    return facts if draw(st.booleans()) else replace(facts, accounts=())


@given(facts=facts_of_another(), kind=st.sampled_from(Kind), language=st.sampled_from(LANGUAGES))
def test_nobody_is_taken_for_the_other(facts: Facts, kind: Kind, language: Language) -> None:
    written = letter(kind, facts, language)
    text = plain(written.text)
    assert MEANT[language] in text
    assert WRITER in text.split(MEANT[language])[0]
    assert WRITER not in without_the_writer(text, language)
    assert "claire@example.org" not in text

    head, _reference, rest = plain(written.body).partition("CU-2026-004")
    assert head.split("\n")[:2] == [
        WRITER,
        {"en": f"for {PERSON}", "fr": f"pour {PERSON}", "de": f"für {PERSON}"}[language],
    ]
    who, name = rest.rstrip().split("\n")[-2:]
    assert who == {"en": f"For {PERSON}:", "fr": f"Pour {PERSON} :", "de": f"Für {PERSON}:"}[language]
    assert name in {f"{WRITER} ({why})" for why in SIGNED[language]}

    parts = parts_of(written, facts.person, "FR", language)
    assert parts[Part.NAME] == (PERSON,)
    assert parts[Part.REPRESENTATIVE] == (WRITER,)
    assert PERSON in parts[Part.WHAT][0]


@given(
    basis=st.sampled_from(Capacity),
    kind=st.sampled_from(Kind),
    language=st.sampled_from(LANGUAGES),
    limit=st.integers(100, 3000),
)
def test_no_form_is_so_small_that_it_leaves_out_who_writes_for_whom(
    basis: Capacity, kind: Kind, language: Language, limit: int
) -> None:
    try:
        text = short(letter(kind, about(basis), language), limit)
    except NoRoomError as error:
        assert error.needed > limit  # noqa: PT017 -- a refusal is right too
        return
    assert len(text) <= limit
    assert PERSON in text.partition(".")[0]
    assert WRITER in text.partition(".")[0]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_writes_for_themselves_says_nothing_of_it(kind: Kind, language: Language) -> None:
    written = letter(kind, full(language), language)
    assert (written.opening, written.through) == ((), "")
    assert not [claim for claim in claims_of(kind, full(language)) if claim.group == "mandate"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("basis", Capacity)
def test_only_an_association_complains_under_article_80(basis: Capacity, language: Language) -> None:
    written = letter(Kind.COMPLAINT, about(basis), language)
    assert ("80" in written.subject) is (basis is Capacity.ASSOCIATION)
    assert (ARTICLE[language] in written.text) is (basis is Capacity.ASSOCIATION)
    assert ARTICLE[language] not in letter(Kind.ACCESS, about(basis), language).text


@pytest.mark.parametrize("regime", [Regime.CH, Regime.US_CA])
def test_laws_without_that_article_are_not_said_to_have_it(regime: Regime) -> None:
    text = letter(Kind.COMPLAINT, about(Capacity.ASSOCIATION, regime=regime), "en").text
    assert "80(1)" not in text


@pytest.mark.parametrize(
    ("born", "age", "says"),
    [
        (BORN, 15, "I am under 15, the age from which a child can consent"),
        (date(2010, 1, 1), 15, "I am under 18."),
        (BORN, None, "I am under 18."),
        (None, 15, "I am under 18."),
    ],
)
def test_a_childs_age_is_said_as_far_as_it_is_known(born: date | None, age: int | None, says: str) -> None:
    facts = full(person=writing_for(Capacity.CHILD, born=born), consent_age=age, country="FR")
    text = letter(Kind.ERASE, facts, "en").text
    assert says in text
    assert "2014" not in text


def test_an_adult_has_no_age() -> None:
    assert "I am under" not in letter(Kind.ERASE, about(Capacity.MANDATE), "en").text


@pytest.mark.parametrize(
    ("channel", "says"),
    [("email", "which is enclosed"), ("post", "which is enclosed"), ("form", "which can be sent to you on request")],
)
def test_what_shows_the_mandate_is_enclosed_where_it_can_be(channel: Any, says: str) -> None:
    written = letter(Kind.ACCESS, about(Capacity.MANDATE, channel=channel), "en")
    assert f"This is shown by “Signed mandate of 1 August 2026”, {says}" in written.text
    codes = {one.code for one in written.warnings}
    assert (CautionCode.ENCLOSE_MANDATE in codes) is (channel != "form")


def test_a_complaint_lists_what_shows_the_mandate_first() -> None:
    text = letter(Kind.COMPLAINT, about(Capacity.MANDATE), "en").text
    assert "1. What shows that Claire Quimby may write for me: “Signed mandate of 1 August 2026”." in text


def test_without_anything_that_shows_it_nothing_is_enclosed_and_that_is_told() -> None:
    facts = full(person=writing_for(Capacity.MANDATE, enclosure=""))
    written = letter(Kind.ACCESS, facts, "en")
    assert "shown by" not in written.text
    assert CautionCode.MANDATE_NOT_SHOWN in {one.code for one in written.warnings}


@pytest.mark.parametrize("kind", [Kind.ACCESS, Kind.COMPLAINT])
def test_no_letter_goes_out_without_saying_who_writes_for_whom(kind: Kind) -> None:
    facts = about(Capacity.CHILD)
    struck = {claim.code: "" for claim in claims_of(kind, facts)}
    text = letter(kind, replace(facts, said=Said(changed={kind: struck})), "en").text
    assert MEANT["en"] in text
    assert "by Claire Quimby, who holds parental responsibility" in text


def codes(facts: Facts, kind: Kind = Kind.REMINDER) -> set[CautionCode]:
    return {one.code for one in cautions(kind, facts, "en")}


def test_a_letter_that_speaks_for_another_than_its_request_is_held_up() -> None:
    lena = Said(written_for=WrittenFor(PERSON, WRITER, Capacity.CHILD))
    assert CautionCode.PERSON_CHANGED not in codes(about(Capacity.CHILD, said=lena))
    assert CautionCode.PERSON_CHANGED not in codes(full(person=Person(PERSON), said=lena))
    assert CautionCode.PERSON_CHANGED in codes(full(person=Person(WRITER), said=lena))
    assert CautionCode.MANDATE_SINCE in codes(about(Capacity.CHILD, said=Said()))
    assert CautionCode.MANDATE_SINCE not in codes(few(person=writing_for(Capacity.CHILD)), Kind.ACCESS)


def test_what_goes_with_each_mandate_is_told() -> None:
    assert CautionCode.COMPANY_HAS_NO_RIGHTS in codes(about(Capacity.COMPANY))
    assert CautionCode.ASSOCIATION_FITS in codes(about(Capacity.ASSOCIATION), Kind.COMPLAINT)
    assert CautionCode.SHOW_MANDATE in codes(about(Capacity.MANDATE), Kind.IDENTITY_DEMANDED)
    assert CautionCode.CONSENTS_ALONE not in codes(about(Capacity.CHILD))
    grown = about(Capacity.CHILD, person=writing_for(Capacity.CHILD, born=date(2010, 1, 1)))
    assert CautionCode.CONSENTS_ALONE in codes(grown)
    assert CautionCode.SEND_FROM not in codes(about(Capacity.MANDATE), Kind.ACCESS)


def test_who_sent_the_request_is_told_whoever_complains_later() -> None:
    facts = full(person=Person(PERSON, email="lena@example.org"))
    facts = replace(facts, said=replace(facts.said, written_for=WrittenFor(PERSON, WRITER, Capacity.CHILD)))
    text = letter(Kind.COMPLAINT, facts, "en").text
    assert "by e-mail, Claire Quimby acting in my name." in text
    assert MEANT["en"] not in text


def test_one_comes_of_age_on_ones_eighteenth_birthday() -> None:
    lena = Mandate(PERSON, Capacity.CHILD, born=date(2008, 2, 29))
    assert not is_of_age(lena, date(2026, 2, 28))
    assert is_of_age(lena, date(2026, 3, 1))
    assert not is_of_age(Mandate(PERSON, Capacity.CHILD), date(2026, 3, 1))
    assert not is_of_age(replace(lena, basis=Capacity.MANDATE), date(2026, 3, 1))
    assert birthday(date(2008, 2, 29), 20) == date(2028, 2, 29)


def kept(written: Letter) -> tuple[str, ...]:
    return tuple(one.sentence for one in written.claims if one.claim.group == "mandate")


def test_the_claims_of_a_letter_begin_with_who_writes() -> None:
    written = letter(Kind.ACCESS, about(Capacity.CHILD), "en")
    assert len(kept(written)) == 3
    assert [one.claim.group for one in written.claims][:3] == ["mandate"] * 3


def test_the_document_is_said_to_show_who_writes_not_how_old_the_child_is() -> None:
    text = letter(
        Kind.ERASE, full(person=writing_for(Capacity.CHILD, born=BORN), consent_age=15, country="FR"), "en"
    ).text
    assert 0 < text.index("This is shown by “") < text.index("I am under 15")
