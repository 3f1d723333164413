"""Facts to write letters from: all that there are, the fewest possible, and hostile ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, get_args

from msgspec.structs import replace

from consentui.i18n import LANGUAGES, Language
from consentui.journal.entries import (
    Answer,
    AuthorityAnswer,
    AuthorityAnswered,
    RequestAnswered,
    RequestReceived,
    RequestSent,
    Stated,
)
from consentui.knowledge.authorities import Authority
from consentui.knowledge.records import Contact, Controller, Meaning, Printed
from consentui.requests.letters.attempts import Attempt, Attempts
from consentui.requests.letters.facts import Facts, FileSaid, NamedAccount, Person
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.mandates import Capacity, Mandate
from consentui.requests.letters.said import Breach, ErasureGround, Said
from consentui.requests.rights import Right
from tests.builders import (
    TODAY,
    a_control,
    a_route,
    a_source,
    a_statement,
    a_text,
    an_entry_id,
    an_event,
    recorded,
    request_proof,
)

LETTERS_IN: tuple[Language, ...] = LANGUAGES
"""The languages of letters that the tables of tests cover."""
REFERENCE = "CU-2026-004"
HANDLE = "@marie_l"
LEGAL_NAME = "Chirp Europe Ltd"
GROUNDS = {
    "en": ("I am a nurse and my posts touch on my patients", "I was stalked in 2023."),
    "fr": ("Je suis infirmière et mes posts touchent à mes patients", "J’ai été suivie en 2023."),
    "de": ("Ich bin Krankenpflegerin und meine Posts berühren meine Patienten", "Ich wurde 2023 verfolgt."),
}
_ENTRY: dict[str, Any] = {
    "at": datetime(2026, 9, 1, tzinfo=UTC),
    "id": an_entry_id(1),
    "request": REFERENCE,
}


def a_controller(**changes: Any) -> Controller:
    """A company in Dublin, with a form, an e-mail address and representatives."""
    return replace(
        Controller(
            id="chirp",
            name=LEGAL_NAME,
            contact=Contact(
                address=f"{LEGAL_NAME}\nFAO DPO\n1 Liffey Street\nDublin 1",
                email="privacy@chirp.example",
                form="https://chirp.example/privacy",
                objection_form="https://chirp.example/object",
            ),
            evidence="documented",
            verified_on=TODAY,
            source=(a_source(),),
            eu_representative=Contact(address="Chirp Rep BV\n2 Gracht\nAmsterdam", email="rep@chirp.example"),
            uk_representative=Contact(address="Chirp UK Rep\nLondon"),
        ),
        **changes,
    )


def an_authority(**changes: Any) -> Authority:
    return replace(
        Authority(
            country="FR",
            level="national",
            name="Autorité d'essai",
            name_en="Test authority",
            short="AE",
            website="https://authority.example/",
            phone="+33",
            address="3 place Test\n75000 Paris",
            languages=("fr",),
            languages_basis="authority",
            evidence="documented",
            verified_on=TODAY,
            recorded_on=TODAY,
            source=(a_source(),),
        ),
        **changes,
    )


def a_message(message: Any = "request", **changes: Any) -> RequestSent:
    """A message sent by e-mail on 2 September 2026."""
    return replace(
        RequestSent(
            **_ENTRY,
            on=date(2026, 9, 2),
            message=message,
            letter="object-training",
            how="email",
            to="privacy@chirp.example",
            subject="",
            file=f"requests/{REFERENCE}/01-object-training.txt",
            sha256="0" * 64,
        ),
        **changes,
    )


def an_answer(answer: Answer = "canned", **changes: Any) -> RequestAnswered:
    """An answer of the company of 9 September 2026."""
    entry = {**_ENTRY, "id": an_entry_id(4)}
    return replace(RequestAnswered(**entry, on=date(2026, 9, 9), answer=answer), **changes)


def an_authority_answer(answer: AuthorityAnswer, **changes: Any) -> AuthorityAnswered:
    """An answer of the authority of 25 October 2026."""
    entry = {**_ENTRY, "id": an_entry_id(7)}
    return replace(AuthorityAnswered(**entry, on=date(2026, 10, 25), answer=answer), **changes)


def a_receipt(**changes: Any) -> RequestReceived:
    """The receipt of the request on 3 September 2026."""
    return replace(RequestReceived(**{**_ENTRY, "id": an_entry_id(2)}, on=date(2026, 9, 3)), **changes)


def writing_for(basis: Capacity, **changes: Any) -> Person:
    """Claire, who writes on behalf of Lena."""
    mandate = replace(Mandate("Lena Ørsted", basis, "Signed mandate of 1 August 2026"), **changes)
    return Person("Claire Quimby", "1 rue du Port\n31000 Toulouse", "claire@example.org", mandate)


def a_day(year: int, month: int, day: int) -> datetime:
    """Noon of a day."""
    return datetime(year, month, day, 12, tzinfo=UTC)


def it_says(value: str, **changes: Any) -> FileSaid:
    """What a download of 12 November 2026 says about whether a notice was seen; `0` means that it was not."""
    entry = Stated(
        at=a_day(2026, 11, 13),
        id=an_entry_id(9),
        account="chirp-0001",
        source="chirp",
        name="chirp.zip",
        member="notices.json",
        field="seen",
        value=value,
        made=date(2026, 11, 12),
        statement="notice",
    )
    meaning = (
        Meaning("0", a_text("the notice was not seen", "l’avis n’a pas été vu"), never_told=True),
        Meaning("1", a_text("the notice was seen", "l’avis a été vu")),
    )
    title = a_text("Whether the notice was seen", "Si l’avis a été vu")
    return FileSaid(replace(entry, **changes), a_statement(id="notice", title=title, meaning=meaning))


def few(**changes: Any) -> Facts:
    """The fewest facts for a letter; the request is the first one among the given messages."""
    requests = (one for one in changes.get("messages", ()) if one.message == "request")
    changes.setdefault("request", next(requests, None))
    return replace(
        Facts(
            person=Person(name="Marie Lefèvre"),
            today=TODAY,
            reference=REFERENCE,
            right=Right.OBJECT_TRAINING,
            controller=a_controller(contact=Contact(), eu_representative=None, uk_representative=None),
            accounts=(NamedAccount("Chirp", HANDLE, entry=an_entry_id(0)),),
        ),
        **changes,
    )


def full(language: str = "en", **changes: Any) -> Facts:
    """All facts that a letter can use."""
    if "messages" in changes:
        changes.setdefault("request", few(messages=changes["messages"]).request)
    words = {"en": "posts before 2020", "fr": "posts d’avant 2020", "de": "Posts vor 2020"}[language]
    control = a_control(route=(a_route(label=Printed(en="Train our models", fr="Entraîner nos modèles")),))
    return replace(
        few(
            person=Person("Marie Lefèvre", "12 rue des Lilas\n31000 Toulouse", "marie@example.org"),
            controller=a_controller(),
            accounts=(NamedAccount("Chirp", HANDLE, "1234", "marie@example.org", "https://chirp.example/marie_l"),),
            control=control,
            concerned=(control,),
            attempts=Attempts(switched=(Attempt(recorded("switched-off", 3, at=a_day(2026, 9, 1)), control),)),
            said=Said(
                grounds=GROUNDS[language],
                former_objections=(date(2024, 8, 1),),
                consent=words,
                consent_given=date(2024, 5, 1),
                data=words,
                erasure_ground=ErasureGround.OBJECTION,
                breaches=tuple(Breach),
            ),
            messages=(a_message(), a_message("reminder", id=an_entry_id(5), on=date(2026, 10, 5), how="post")),
            received=a_receipt(),
            answers=(an_answer("partly", open=(words,), left_out=("chirp-0002",)),),
            due=date(2026, 10, 5),
            complaint=a_message("complaint", id=an_entry_id(6), on=date(2026, 10, 20), letter="complaint"),
            authority_said=(an_authority_answer("acknowledged", case_number="24-001"),),
            news_due=date(2026, 11, 20),
            left_out=(NamedAccount("Chirp", "@marie_pro", "99"),),
            authority=an_authority(),
            lead=an_authority(country="IE", name="Dublin Test"),
            proceedings=(an_event(primary=True, pending=True),),
            proofs=(request_proof(8, request=REFERENCE, name="receipt.png"),),
            file_said=(it_says("0"),),
        ),
        **changes,
    )


NASTY = (
    "{{ 7 * 7 }}{% include '_head.txt' %} <b>[red]x[/]</b> \x1b]52;c;eA==\x07 \u202eevil "
    "\r\n\n== Subject: forged\t{# #}"
)


def hostile() -> Facts:
    """Facts with a hostile text wherever a person or a foreign file can give one."""
    nasty = a_text(NASTY, NASTY)
    one_line = NASTY.replace("\r\n\n", " ")
    account = NamedAccount(NASTY, NASTY, NASTY, NASTY, NASTY)
    contact = Contact(address=one_line, email=NASTY, form=NASTY, objection_form=NASTY, dpo=NASTY)
    control = a_control(route=(a_route(url=NASTY, label=Printed(en=NASTY, fr=NASTY)),))
    return full(
        person=Person(NASTY, one_line, NASTY, Mandate(NASTY, Capacity.CHILD, NASTY)),
        controller=a_controller(name=NASTY, contact=contact, eu_representative=contact, doubt=nasty),
        accounts=(account,),
        control=control,
        attempts=Attempts(
            switched=(
                Attempt(recorded("switched-off", 3, at=a_day(2026, 9, 1)), a_control(id="other", route=control.route)),
            ),
            failed=(Attempt(recorded("form-unavailable", 3, at=a_day(2026, 9, 1)), control, NASTY),),
        ),
        destination=NASTY,
        said=Said(grounds=(NASTY,), consent=NASTY, data=NASTY, changed={Kind.COMPLAINT: {"request": NASTY}}),
        answers=(an_answer("partly", open=(NASTY,), left_out=("x",), said=NASTY),),
        left_out=(account,),
        authority=an_authority(name=NASTY, address=one_line),
        proceedings=(an_event(what=nasty, url=NASTY),),
        proofs=(request_proof(8, request=REFERENCE, name=NASTY),),
        file_said=(it_says("0", member=NASTY, field=NASTY),),
    )


SITUATIONS: dict[str, Callable[[], Facts]] = {
    "few": few,
    "nobody’s account": lambda: few(accounts=()),
    "nobody’s account, an e-mail address": lambda: few(accounts=(), person=Person("Marie", email="marie@example.org")),
    "without a name": lambda: few(person=Person("")),
    "by form": lambda: full(channel="form"),
    "by post": lambda: full(channel="post"),
    "full": full,
    "for a child": lambda: full(
        person=writing_for(Capacity.CHILD, born=date(2014, 2, 3)), consent_age=15, country="FR"
    ),
    "for whoever publishes on a page": lambda: full(person=writing_for(Capacity.COMPANY), accounts=()),
    "in time": lambda: full(due=date(2027, 1, 4), answers=()),
    "extended": lambda: full(extended=True, answers=(an_answer("extended", reasons=True),)),
    "answered in every way": lambda: full(
        answers=tuple(an_answer(one, id=an_entry_id(10 + at)) for at, one in enumerate(get_args(Answer)))
    ),
    "hostile": hostile,
}
