"""What a person should know before a letter goes out: what is missing or doubtful, or quicker another way.

Only codes with their values; `consentui.words.cautions` puts them into words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from consentui.i18n import Language
from consentui.knowledge.companies import is_known_for_europe_only
from consentui.knowledge.records import Text
from consentui.requests.letters.claimed import claims_of
from consentui.requests.letters.doors import door, doors
from consentui.requests.letters.enclosures import enclosures
from consentui.requests.letters.facts import Facts, said_by_them
from consentui.requests.letters.kinds import ABOUT_COMPLAINT, REQUESTS, Kind, cited_alone
from consentui.requests.letters.layout import lines_of
from consentui.requests.letters.mandates import Capacity
from consentui.requests.letters.on_behalf import consents_alone
from consentui.requests.rights import CITED, Regime
from consentui.requests.time.seats import seat_of

OLD = timedelta(days=180)
"""An address whose facts were checked longer ago than this is reported as old."""
_DOUBTFUL = frozenset({"reported", "contested", "unresolved"})


class CautionCode(StrEnum):
    """What there is to know, by a code."""

    NAME_MISSING = "name-missing"
    SPEAKS_FOR = "speaks-for"
    PERSON_CHANGED = "person-changed"
    MANDATE_SINCE = "mandate-since"
    COMPANY_HAS_NO_RIGHTS = "company-has-no-rights"
    CONSENTS_ALONE = "consents-alone"
    MANDATE_NOT_SHOWN = "mandate-not-shown"
    ENCLOSE_MANDATE = "enclose-mandate"
    SHOW_MANDATE = "show-mandate"
    ASSOCIATION_FITS = "association-fits"
    ACCOUNT_NOT_TOLD_APART = "account-not-told-apart"
    ASKED_ALREADY = "asked-already"
    SWITCH_FIRST = "switch-first"
    NO_REASON_TO_OBJECT = "no-reason-to-object"
    NO_REASON_FOR_ACCESS = "no-reason-for-access"
    GROUNDS_MISSING = "grounds-missing"
    CONSENT_ALONE = "consent-alone"
    CONSENT_NOT_NAMED = "consent-not-named"
    ERASURE_GROUND_MISSING = "erasure-ground-missing"
    SAVE_FIRST = "save-first"
    REMINDER_EARLY = "reminder-early"
    RECEIPT_UNKNOWN = "receipt-unknown"
    ENCLOSE_REQUEST = "enclose-request"
    MASK_DOCUMENT = "mask-document"
    SEND_THEIR_WAY = "send-their-way"
    ACCOUNTS_NOT_NAMED = "accounts-not-named"
    POINTS_NOT_NAMED = "points-not-named"
    NO_EMAIL_KNOWN = "no-email-known"
    NO_FORM_KNOWN = "no-form-known"
    NO_ADDRESS_KNOWN = "no-address-known"
    FORM_NAMED = "form-named"
    SEND_FROM = "send-from"
    NO_LAW_KNOWN = "no-law-known"
    CALIFORNIAN_LAW = "californian-law"
    OTHER_LAW = "other-law"
    COMPANY_OF_EUROPE = "company-of-europe"
    COMPANY_CHANGED = "company-changed"
    ADDRESS_CHANGED = "address-changed"
    ADDRESS_OLD = "address-old"
    AUTHORITY_MISSING = "authority-missing"
    COMPANY_FIRST = "company-first"
    COMPLAINT_EARLY = "complaint-early"
    NO_BREACH = "no-breach"
    NO_PROOF = "no-proof"
    OTHER_LANGUAGES = "other-languages"
    NOT_COMPLAINED = "not-complained"
    NEWS_EARLY = "news-early"
    ANSWER_IN_TIME = "answer-in-time"
    KNOWN = "known"
    """A text of the knowledge base about a company or an authority, as it is."""


class Caution(Struct, frozen=True):
    """Something to know before a letter goes out, with the values that its sentence names."""

    code: CautionCode
    name: str = ""
    """The name of a company, an authority, a person or an enclosure."""
    values: tuple[str, ...] = ()
    """References, language codes, an address, an age or a name."""
    on: date | None = None
    text: Text | None = None


def before_writing(regime: Regime | None) -> Caution | None:
    """What a letter cannot do under this law, for a warning before anything is written; None if it cites that law."""
    if regime is None:
        return Caution(CautionCode.NO_LAW_KNOWN)
    if regime in CITED:
        return None
    return Caution(CautionCode.OTHER_LAW)


def cautions(kind: Kind, facts: Facts, written_in: Language) -> tuple[Caution, ...]:
    """What to know before sending a letter of this kind in the language `written_in`, gravest first."""
    if kind is Kind.COMPLAINT:
        return (*_missing(facts), *_on_behalf(kind, facts), *_of_a_complaint(facts, written_in))
    if kind in ABOUT_COMPLAINT:
        return (*_missing(facts), *_on_behalf(kind, facts), *_about_a_complaint(kind, facts, written_in))
    about_kind = _of_a_request(kind, facts) if kind in REQUESTS else _of_a_follow_up(kind, facts)
    return (
        *_missing(facts),
        *_on_behalf(kind, facts),
        *about_kind,
        *_about_the_way(kind, facts),
        *_about_the_law(kind, facts),
        *_about_the_address(facts),
    )


def _missing(facts: Facts) -> Iterator[Caution]:
    if not facts.person.name.strip():
        yield Caution(CautionCode.NAME_MISSING)
    if facts.accounts and not any(one.is_told_apart for one in facts.accounts):
        yield Caution(CautionCode.ACCOUNT_NOT_TOLD_APART)


def _on_behalf(kind: Kind, facts: Facts) -> Iterator[Caution]:
    """Cautions about a mandate, and about a person other than the one in whose name the request went out."""
    mandate, before = facts.person.mandate, facts.said.written_for
    if before and before.person != facts.person.subject:
        yield Caution(CautionCode.PERSON_CHANGED, name=before.person, values=(facts.person.subject,))
    if mandate is None:
        return
    name = mandate.person
    if facts.request and before is None:
        yield Caution(CautionCode.MANDATE_SINCE, name=name)
    yield Caution(CautionCode.SPEAKS_FOR, name=name)
    if mandate.basis is Capacity.COMPANY:
        yield Caution(CautionCode.COMPANY_HAS_NO_RIGHTS, name=name)
    if consents_alone(facts):
        yield Caution(CautionCode.CONSENTS_ALONE, name=name, values=(str(facts.consent_age),))
    if not mandate.enclosure:
        yield Caution(CautionCode.MANDATE_NOT_SHOWN, name=name)
    elif facts.channel != "form" or kind is Kind.COMPLAINT:
        yield Caution(CautionCode.ENCLOSE_MANDATE, name=mandate.enclosure)
    if kind is Kind.IDENTITY_DEMANDED:
        yield Caution(CautionCode.SHOW_MANDATE, name=name)
    if mandate.basis is Capacity.ASSOCIATION and kind is Kind.COMPLAINT and not cited_alone(facts.regime):
        yield Caution(CautionCode.ASSOCIATION_FITS)


def _of_a_request(kind: Kind, facts: Facts) -> Iterator[Caution]:
    if facts.alike and facts.request is None:
        yield Caution(CautionCode.ASKED_ALREADY, values=facts.alike)
    off = facts.attempts.switched or facts.attempts.found_off or facts.attempts.failed
    if facts.control and facts.control.kind == "setting" and not off and kind is not Kind.ACCESS:
        yield Caution(CautionCode.SWITCH_FIRST)
    match kind:
        case Kind.OBJECT_TRAINING:
            yield from _about_grounds(facts)
        case Kind.OBJECT_MARKETING:
            yield Caution(CautionCode.NO_REASON_TO_OBJECT)
        case Kind.WITHDRAW:
            yield from _about_consent(facts)
        case Kind.ERASE:
            if facts.said.erasure_ground is None and not cited_alone(facts.regime):
                yield Caution(CautionCode.ERASURE_GROUND_MISSING)
            yield Caution(CautionCode.SAVE_FIRST)
        case Kind.ACCESS:
            yield Caution(CautionCode.NO_REASON_FOR_ACCESS)


def _about_grounds(facts: Facts) -> Iterator[Caution]:
    if not any(one.strip() for one in facts.said.grounds):
        yield Caution(CautionCode.GROUNDS_MISSING)


def _about_consent(facts: Facts) -> Iterator[Caution]:
    yield Caution(CautionCode.CONSENT_ALONE)
    if not facts.said.consent and not facts.control:
        yield Caution(CautionCode.CONSENT_NOT_NAMED)


def _of_a_follow_up(kind: Kind, facts: Facts) -> Iterator[Caution]:
    if facts.due and facts.today <= facts.due and kind is Kind.REMINDER:
        yield Caution(CautionCode.REMINDER_EARLY, on=facts.due)
    if facts.request and not facts.receipt_is_known:
        yield Caution(CautionCode.RECEIPT_UNKNOWN)
    if kind is Kind.REMINDER and any(enclosures(kind, facts)):
        yield Caution(CautionCode.ENCLOSE_REQUEST)
    match kind:
        case Kind.IDENTITY_DEMANDED:
            yield Caution(CautionCode.MASK_DOCUMENT)
        case Kind.WRONG_CHANNEL:
            yield Caution(CautionCode.SEND_THEIR_WAY)
        case Kind.ONE_ACCOUNT_ONLY if not facts.left_out:
            yield Caution(CautionCode.ACCOUNTS_NOT_NAMED)
        case Kind.INCOMPLETE if not any(one.open for one in said_by_them(facts.answers, "partly")):
            yield Caution(CautionCode.POINTS_NOT_NAMED)
        case _:
            pass


def _about_the_way(kind: Kind, facts: Facts) -> Iterator[Caution]:
    name, chosen = facts.controller.name, door(kind, facts)
    if not chosen.to:
        unknown = {"email": CautionCode.NO_EMAIL_KNOWN, "form": CautionCode.NO_FORM_KNOWN}.get(
            facts.channel, CautionCode.NO_ADDRESS_KNOWN
        )
        yield Caution(unknown, name=name)
    best = next(iter(doors(kind, facts)), None)
    if best and best.how == "form" and facts.channel != "form":
        yield Caution(CautionCode.FORM_NAMED, values=(best.to,))
    registered = [one.email for one in facts.accounts if one.email]
    writes = facts.person.mandate is None
    if writes and facts.channel == "email" and registered and facts.person.email not in registered:
        yield Caution(CautionCode.SEND_FROM, values=(registered[0],))


def _about_the_law(kind: Kind, facts: Facts) -> Iterator[Caution]:
    if caution := before_writing(facts.regime if facts.law_is_known else None):
        yield caution
    if facts.regime is Regime.US_CA and kind is Kind.OBJECT_TRAINING:
        yield Caution(CautionCode.CALIFORNIAN_LAW)


def _about_the_address(facts: Facts) -> Iterator[Caution]:
    """A company that answers for people in Europe only; an address that changed, or is to be looked up."""
    controller = facts.controller
    yield from _about_a_change(facts)
    if is_known_for_europe_only(controller, seat_of(controller), facts.country):
        yield Caution(CautionCode.COMPANY_OF_EUROPE, name=controller.name)
    if controller.evidence not in _DOUBTFUL and facts.today - controller.verified_on <= OLD:
        return
    yield Caution(CautionCode.ADDRESS_OLD, name=controller.name, on=controller.verified_on)
    if controller.doubt:
        yield Caution(CautionCode.KNOWN, text=controller.doubt)


def _about_a_change(facts: Facts) -> Iterator[Caution]:
    """The knowledge base names another company, or another address of it, than when the request went out."""
    now, sent = facts.known_now, facts.request
    if now is None or sent is None or not sent.company:
        return
    if now.name != sent.company:
        yield Caution(CautionCode.COMPANY_CHANGED, name=now.name)
    elif sent.address and lines_of(now.contact.address or "") != lines_of(sent.address):
        yield Caution(CautionCode.ADDRESS_CHANGED, name=now.name)


def _of_a_complaint(facts: Facts, written_in: Language) -> Iterator[Caution]:
    authority = facts.authority
    if authority is None:
        yield Caution(CautionCode.AUTHORITY_MISSING)
    if facts.request is None:
        yield Caution(CautionCode.COMPANY_FIRST)
    if facts.due and not facts.is_late and facts.receipt_is_known and not facts.substantial:
        yield Caution(CautionCode.COMPLAINT_EARLY, on=facts.due)
    if not any(one.group == "breach" for one in claims_of(Kind.COMPLAINT, facts)):
        yield Caution(CautionCode.NO_BREACH)
    if not facts.proofs:
        yield Caution(CautionCode.NO_PROOF)
    yield from _about_the_language(facts, written_in)
    yield from _wanted_by(facts)
    yield from _about_the_address(facts)


def _about_a_complaint(kind: Kind, facts: Facts, written_in: Language) -> Iterator[Caution]:
    """Cautions for a letter about a complaint that the authority already has."""
    if facts.authority is None:
        yield Caution(CautionCode.AUTHORITY_MISSING)
    if facts.complaint is None:
        yield Caution(CautionCode.NOT_COMPLAINED)
    if kind is Kind.OBJECT_SETTLEMENT:
        yield Caution(CautionCode.ANSWER_IN_TIME)
    elif facts.news_due and facts.today <= facts.news_due:
        yield Caution(CautionCode.NEWS_EARLY, on=facts.news_due)
    yield from _about_the_language(facts, written_in)


def _about_the_language(facts: Facts, written_in: Language) -> Iterator[Caution]:
    authority = facts.authority
    if authority and authority.languages and written_in not in authority.languages:
        yield Caution(CautionCode.OTHER_LANGUAGES, name=authority.short, values=authority.languages)


def _wanted_by(facts: Facts) -> Iterator[Caution]:
    if facts.authority:
        was_done = any(one.message == "controller-complaint" for one in facts.messages)
        first = None if was_done else facts.authority.first
        spoken = (one for one in (first, facts.authority.doubt) if one)
        yield from (Caution(CautionCode.KNOWN, text=one) for one in spoken)
