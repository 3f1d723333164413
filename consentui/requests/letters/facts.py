"""What a letter may say: the facts it is made from, and nothing beside them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from consentui.journal.entries import RequestAnswered, RequestSent, Surface
from consentui.knowledge.authorities import Authority
from consentui.knowledge.records import Contact, Control, Controller, Event
from consentui.requests.rights import Regime, Right

SUBSTANTIAL = frozenset({"granted", "partly", "refused", "canned"})
"""The answers that claim to settle a request."""


class Person(Struct, frozen=True):
    """Who writes."""

    name: str
    address: str = ""
    """Postal lines separated by newlines, without the name."""
    email: str = ""


class NamedAccount(Struct, frozen=True):
    """An account as a letter names it: what identifies it and no more. `platform` is the service's name."""

    platform: str
    handle: str = ""
    user_id: str = ""
    email: str = ""
    """The address registered with the account."""
    profile: str = ""
    """The link to the profile."""


class ErasureGround(StrEnum):
    """Why data must be erased, GDPR Art. 17(1)."""

    UNNEEDED = "unneeded"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    OBJECTION = "objection"
    MARKETING_OBJECTION = "marketing-objection"
    UNLAWFUL = "unlawful"
    CHILD = "child"


class Issue(StrEnum):
    """A breach that a complaint speaks of, one paragraph each and in this order."""

    NO_ANSWER = "no-answer"
    EXTENSION_WITHOUT_REASON = "extension-without-reason"
    IDENTITY_DEMANDED = "identity-demanded"
    WRONG_CHANNEL = "wrong-channel"
    CANNED_ANSWER = "canned-answer"
    PUBLIC_DATA = "public-data"
    MODEL_CONTAINS_NONE = "model-contains-none"
    ONE_ACCOUNT_ONLY = "one-account-only"
    INCOMPLETE = "incomplete"
    REFUSED_WITHOUT_REASONS = "refused-without-reasons"
    RIGHT_NOT_RESPECTED = "right-not-respected"
    """The right itself: the paragraph depends on which it is."""


class Facts(Struct, frozen=True, kw_only=True):
    """What is known of a request when a letter is written. A letter is silent on whatever is left out."""

    person: Person
    today: date
    reference: str
    right: Right
    controller: Controller
    account: NamedAccount | None
    """None for a person without an account."""
    regime: Regime = Regime.EU
    channel: Surface = "email"
    """How the letter is going to be sent."""
    destination: str = ""
    """The address or form it goes to, where it is not the controller's own (see `destination_of`)."""
    control: Control | None = None
    """What the person objects to, as the knowledge base has it."""
    switched_off: date | None = None
    """The day the person refused the same use in the settings."""
    grounds: tuple[str, ...] = ()
    """The person's own sentences on their situation."""
    posts_by_others: bool = True
    """Whether an objection extends to what others publish about the person."""
    former_objections: tuple[date, ...] = ()
    """The days of objections made before, under no reference or another."""
    consent: str = ""
    """Which consent is withdrawn, in the person's words."""
    consent_given: date | None = None
    data: str = ""
    """Which data to erase, in the person's words; all of them where it is empty."""
    erasure_ground: ErasureGround | None = None
    messages: tuple[RequestSent, ...] = ()
    """What went out under this reference, oldest first."""
    received: date | None = None
    """The day the controller got the request."""
    answers: tuple[RequestAnswered, ...] = ()
    """What came back, oldest first."""
    due: date | None = None
    """The last day for the answer, see `deadlines`."""
    extended: bool = False
    """Whether `due` holds an extension that was announced with reasons and in time."""
    others: tuple[NamedAccount, ...] = ()
    """The accounts that an answer left out."""
    missing: tuple[str, ...] = ()
    """The points that an answer left open, in the person's words."""
    authority: Authority | None = None
    """To whom the person complains."""
    lead: Authority | None = None
    issues: tuple[Issue, ...] = ()
    """Breaches that the person names, beside those that answers and dates show (see `issues`)."""
    pending: tuple[Event, ...] = ()
    """Proceedings that concern the same company."""
    annexes: tuple[str, ...] = ()

    @property
    def is_late(self) -> bool:
        """Whether the time for the answer has passed."""
        return self.due is not None and self.due < self.today

    @property
    def request(self) -> RequestSent | None:
        """The request itself, as it went out."""
        return next((one for one in self.messages if one.message == "request"), None)

    @property
    def answer(self) -> RequestAnswered | None:
        """The last thing the controller said."""
        return next((one for one in reversed(self.answers) if one.answer != "identity-given"), None)

    @property
    def has_substantial_answer(self) -> bool:
        return any(one.answer in SUBSTANTIAL for one in self.answers)


def representative_of(controller: Controller, regime: Regime) -> Contact | None:
    """Who stands for the controller where the person lives (GDPR Art. 27, UK GDPR, Swiss FADP)."""
    match regime:
        case Regime.UK:
            return controller.uk_representative
        case Regime.CH:
            return controller.ch_representative
        case Regime.EU:
            return controller.eu_representative
        case Regime.US_CA | Regime.BR:
            return None


def destination_of(facts: Facts) -> str:
    """The e-mail address or the form that the letter goes to; empty where none is known, or by post."""
    if facts.destination:
        return facts.destination
    contact = facts.controller.contact
    if facts.channel == "email":
        dpo = contact.dpo or ""
        return contact.email or (dpo if "@" in dpo else "")
    if facts.channel == "form":
        objects = facts.right in {Right.OBJECT_TRAINING, Right.OBJECT_MARKETING}
        return (contact.objection_form if objects else None) or contact.form or ""
    return ""
