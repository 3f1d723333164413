"""The facts from which a letter is written; it may say nothing beyond them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from consentui.journal.entries import (
    Answer,
    AuthorityAnswered,
    Checked,
    RequestAnswered,
    RequestChecked,
    RequestProof,
    RequestReceived,
    RequestSent,
    Stated,
    Surface,
)
from consentui.knowledge.authorities import Authority
from consentui.knowledge.records import Contact, Control, Controller, DownloadStatement, Event, Meaning
from consentui.requests.answers import OF_ALL, OWN_STEPS, last_on_substance
from consentui.requests.letters.attempts import Attempts
from consentui.requests.letters.mandates import Mandate
from consentui.requests.letters.said import Said
from consentui.requests.rights import CITED, Regime, Right


class Person(Struct, frozen=True):
    """The person who writes."""

    name: str
    address: str = ""
    """Postal address without the name, its lines separated by newlines."""
    email: str = ""
    mandate: Mandate | None = None
    """For whom they write; None if for themselves."""

    @property
    def subject(self) -> str:
        """The name of the data subject, who is the “I” of every letter."""
        return self.mandate.person if self.mandate else self.name


class NamedAccount(Struct, frozen=True):
    """An account as a letter names it, with only what identifies it. `platform` is the name of the service."""

    platform: str
    handle: str = ""
    user_id: str = ""
    email: str = ""
    """The e-mail address registered with the account."""
    profile: str = ""
    """The link to the profile."""
    entry: str = ""
    """The id of the entry that added the account."""
    sent_as: str = ""
    """The handle by which the request named the account; empty if it has not changed since."""
    renamed: str = ""
    """The id of the entry that changed it."""

    @property
    def is_told_apart(self) -> bool:
        """Whether anything identifies the account on the platform."""
        return bool(self.handle or self.user_id or self.email or self.profile)


class FileSaid(Struct, frozen=True):
    """What the platform's own copy of the person's data says about them, and what is known about such a statement."""

    entry: Stated
    statement: DownloadStatement

    @property
    def meaning(self) -> Meaning | None:
        """What we take the value to mean; None if not known."""
        return next((one for one in self.statement.meaning if one.value == self.entry.value), None)


class Shown(Struct, frozen=True):
    """What the platform's own copy of the person's data, or an address open to anyone, shows of a control."""

    entry: Checked
    control: Control
    refuses: bool
    """Whether the use is refused there."""
    source: str = ""
    """The address of the source that says what the value means; empty if the knowledge base names none."""


class Facts(Struct, frozen=True, kw_only=True):
    """What is known about a request when a letter is written. The letter is silent about anything left out."""

    person: Person
    today: date
    reference: str
    right: Right
    controller: Controller
    known_now: Controller | None = None
    """The company that the knowledge base names today; None if it names none, or the request has not gone out."""
    accounts: tuple[NamedAccount, ...]
    """Empty for a person who has no account."""
    regime: Regime = Regime.EU
    """The regime whose law the letter cites."""
    country: str = ""
    """Where the person lives, ISO 3166."""
    consent_age: int | None = None
    """The age from which a child living there consents to online services alone; None if not known."""
    law_is_known: bool = True
    """False if no known law gives these rights where the person lives; the letter then cites the EU's."""
    channel: Surface = "email"
    """How the letter will be sent."""
    destination: str = ""
    """The address or form that the person chose; if empty, the first one that is known is used."""
    control: Control | None = None
    """What the person objects to, as described in the knowledge base; None if the request is about no control."""
    concerned: tuple[Control, ...] = ()
    """The controls about the same use, the request's own first, with the routes available where the person lives."""
    attempts: Attempts = Attempts()
    """What the person already did about the same use at the platform's own controls."""
    said: Said = Said()
    messages: tuple[RequestSent, ...] = ()
    """What was sent under this reference, oldest first."""
    request: RequestSent | None = None
    """The request itself: the sending from which the time runs."""
    received: RequestReceived | None = None
    answers: tuple[RequestAnswered, ...] = ()
    """What the controller said and the person's own steps in response, oldest first."""
    complaint: RequestSent | None = None
    """The complaint that was sent to the authority; None if there is none."""
    authority_said: tuple[AuthorityAnswered, ...] = ()
    """What became of that complaint, oldest first."""
    news_due: date | None = None
    """The day by which the authority had to say how the complaint stands; None if no law sets one."""
    is_cross_border: bool = False
    """Whether the company had its seat in another country than the person's, as far as is known."""
    checks: tuple[RequestChecked, ...] = ()
    """What the person found when checking what was granted, oldest first."""
    due: date | None = None
    """The last day for the answer (see `deadlines`); None while the time stands still, or if none is counted."""
    extended: bool = False
    """Whether `due` includes an extension that counts."""
    waited: bool = False
    """Whether `due` leaves out days on which the company waited for the person."""
    left_out: tuple[NamedAccount, ...] = ()
    """The accounts that the last answer on the substance left out."""
    authority: Authority | None = None
    """The authority to which the person complains; None if not known."""
    lead: Authority | None = None
    proceedings: tuple[Event, ...] = ()
    """Public proceedings about the same use, according to an official source."""
    proofs: tuple[RequestProof, ...] = ()
    file_said: tuple[FileSaid, ...] = ()
    shown: tuple[Shown, ...] = ()
    """What platforms were seen to show of the controls about the same use, oldest first."""
    alike: tuple[str, ...] = ()
    """The references of other open requests that ask the same of the same company."""

    @property
    def answer(self) -> RequestAnswered | None:
        """The last answer that the controller itself gave."""
        return next((one for one in reversed(self.answers) if is_theirs(one)), None)

    @property
    def substantial(self) -> RequestAnswered | None:
        """The last answer to the request itself; one in another language only if there is no other."""
        return last_on_substance(self.answers)

    @property
    def answered_in_time(self) -> bool:
        """Whether everything was granted or refused in time; such an answer keeps its effect whatever follows."""
        first = next((one for one in self.answers if one.answer in OF_ALL), None)
        return first is not None and (self.due is None or first.on <= self.due)

    @property
    def is_bound(self) -> bool:
        """Whether a law that letters cite binds the company; if not, they count no time and announce no complaint."""
        return self.law_is_known and self.regime in CITED

    @property
    def receipt_is_known(self) -> bool:
        """Whether the day of receipt is known: somebody recorded it, or the request did not go by post."""
        return self.received is not None or (self.request is not None and self.request.how != "post")

    @property
    def is_late(self) -> bool:
        """Whether the time for the answer has passed; False as long as the day of receipt is not known."""
        return self.receipt_is_known and self.due is not None and self.due < self.today


def is_theirs(answer: RequestAnswered) -> bool:
    """Whether the controller said it, as opposed to a step of the person's own or a failed delivery."""
    return answer.answer not in OWN_STEPS and answer.answer != "not-delivered"


def said_by_them(answers: Sequence[RequestAnswered], *words: Answer) -> tuple[RequestAnswered, ...]:
    """The answers of these kinds."""
    return tuple(one for one in answers if one.answer in words)


def representative_of(controller: Controller, regime: Regime) -> Contact | None:
    """The controller's representative where the person lives (GDPR Art. 27, UK GDPR, Swiss FADP), if there is one."""
    return {
        Regime.EU: controller.eu_representative,
        Regime.UK: controller.uk_representative,
        Regime.CH: controller.ch_representative,
    }.get(regime)
