"""What a letter may say: the facts it is made from, and nothing beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from consentui.journal.entries import (
    Answer,
    AuthorityAnswered,
    RequestAnswered,
    RequestChecked,
    RequestProof,
    RequestReceived,
    RequestSent,
    Stated,
    Surface,
)
from consentui.knowledge.authorities import Authority
from consentui.knowledge.records import Contact, Control, Controller, Event, Meaning, Statement
from consentui.requests.answers import OF_ALL, OWN_STEPS, SUBSTANTIAL
from consentui.requests.letters.attempts import Attempts
from consentui.requests.letters.mandates import Mandate
from consentui.requests.letters.said import Said
from consentui.requests.rights import Regime, Right


class Person(Struct, frozen=True):
    """Who writes."""

    name: str
    address: str = ""
    """Postal lines separated by newlines, without the name."""
    email: str = ""
    mandate: Mandate | None = None
    """For whom they write, where that is not themselves."""

    @property
    def subject(self) -> str:
        """The name of the person whose data it is: the “I” of every letter."""
        return self.mandate.person if self.mandate else self.name


class NamedAccount(Struct, frozen=True):
    """An account as a letter names it: what identifies it and no more. `platform` is the service's name."""

    platform: str
    handle: str = ""
    user_id: str = ""
    email: str = ""
    """The address registered with the account."""
    profile: str = ""
    """The link to the profile."""
    entry: str = ""
    """The id of the entry that added it."""

    @property
    def is_told_apart(self) -> bool:
        """Whether anything says which account it is."""
        return bool(self.handle or self.user_id or self.email or self.profile)


class FileSaid(Struct, frozen=True):
    """What the platform's own copy of the person's data says of them, and what is known of such an entry."""

    entry: Stated
    statement: Statement

    @property
    def meaning(self) -> Meaning | None:
        """What we take the value to mean."""
        return next((one for one in self.statement.meaning if one.value == self.entry.value), None)


class Facts(Struct, frozen=True, kw_only=True):
    """What is known of a request when a letter is written. A letter is silent on whatever is left out."""

    person: Person
    today: date
    reference: str
    right: Right
    controller: Controller
    accounts: tuple[NamedAccount, ...]
    """Empty for a person without an account."""
    regime: Regime = Regime.EU
    """Whose law the letter cites."""
    country: str = ""
    """Where the person lives, ISO 3166."""
    consent_age: int | None = None
    """From which age a child consents there by itself to online services, where that is known."""
    law_is_known: bool = True
    """False where no law is known here that gives these rights where the person lives: the EU's is cited then."""
    channel: Surface = "email"
    """How the letter is going to be sent."""
    destination: str = ""
    """The address or form it goes to, as the person chose it; the first that is known where it is empty."""
    control: Control | None = None
    """What the person objects to, as the knowledge base has it."""
    concerned: tuple[Control, ...] = ()
    """The controls about the same use, the request's own first, with the routes that exist where the person lives."""
    attempts: Attempts = Attempts()
    """What the person already did about the same use at the platform's own controls."""
    said: Said = Said()
    messages: tuple[RequestSent, ...] = ()
    """What went out under this reference, oldest first."""
    request: RequestSent | None = None
    """The request itself: the sending that the time runs from."""
    received: RequestReceived | None = None
    answers: tuple[RequestAnswered, ...] = ()
    """What came back, oldest first."""
    complaint: RequestSent | None = None
    """The complaint that the authority has."""
    authority_said: tuple[AuthorityAnswered, ...] = ()
    """What became of that complaint, oldest first."""
    news_due: date | None = None
    """By when the authority was to say how it stands, where a law sets a day."""
    is_cross_border: bool = False
    """Whether the company sits in another country than the person lives in, as far as is known."""
    checks: tuple[RequestChecked, ...] = ()
    """What the person found of what was granted, oldest first."""
    due: date | None = None
    """The last day for the answer, see `deadlines`; None while the time stands still."""
    extended: bool = False
    """Whether `due` holds an extension that was announced with reasons and in time."""
    left_out: tuple[NamedAccount, ...] = ()
    """The accounts that an answer left out."""
    authority: Authority | None = None
    """To whom the person complains."""
    lead: Authority | None = None
    proceedings: tuple[Event, ...] = ()
    """Public proceedings about the same use, as an official source has them."""
    proofs: tuple[RequestProof, ...] = ()
    file_said: tuple[FileSaid, ...] = ()
    alike: tuple[str, ...] = ()
    """The references of other requests that ask the same of the same company and are not at their end."""

    @property
    def answer(self) -> RequestAnswered | None:
        """The last thing the controller said."""
        return next((one for one in reversed(self.answers) if is_theirs(one)), None)

    @property
    def substantial(self) -> RequestAnswered | None:
        """The last answer that claims to settle the request."""
        return next((one for one in reversed(self.answers) if one.answer in SUBSTANTIAL), None)

    @property
    def answered_in_time(self) -> bool:
        """Whether all was granted or refused before the time was over: it keeps its effect whatever follows."""
        first = next((one for one in self.answers if one.answer in OF_ALL), None)
        return first is not None and (self.due is None or first.on <= self.due)

    @property
    def receipt_is_known(self) -> bool:
        """Whether the day of receipt is known: what goes by post arrives on a day that somebody has to tell."""
        return self.received is not None or (self.request is not None and self.request.how != "post")

    @property
    def is_late(self) -> bool:
        """Whether the time for the answer has passed, as far as the day of receipt is known."""
        return self.receipt_is_known and self.due is not None and self.due < self.today


def is_theirs(answer: RequestAnswered) -> bool:
    """Whether it is something that the controller said, rather than a step of the person's own."""
    return answer.answer not in OWN_STEPS and answer.answer != "not-delivered"


def said_by_them(answers: Sequence[RequestAnswered], *words: Answer) -> tuple[RequestAnswered, ...]:
    """The answers of these kinds."""
    return tuple(one for one in answers if one.answer in words)


def representative_of(controller: Controller, regime: Regime) -> Contact | None:
    """Who stands for the controller where the person lives (GDPR Art. 27, UK GDPR, Swiss FADP)."""
    return {
        Regime.EU: controller.eu_representative,
        Regime.UK: controller.uk_representative,
        Regime.CH: controller.ch_representative,
    }.get(regime)
