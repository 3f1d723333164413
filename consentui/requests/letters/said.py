"""What a person says for the letters of a request: asked in the form and by the commands, changed until they go out."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from consentui.i18n import Language
from consentui.journal.entries import ACCOUNT_FORM, AccountId
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.mandates import Mandate, WrittenFor


class ErasureGround(StrEnum):
    """Why data must be erased, GDPR Art. 17(1)."""

    UNNEEDED = "unneeded"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    OBJECTION = "objection"
    MARKETING_OBJECTION = "marketing-objection"
    UNLAWFUL = "unlawful"
    CHILD = "child"


class Breach(StrEnum):
    """A breach that a complaint speaks of, in this order."""

    NO_ANSWER = "no-answer"
    LATE_ANSWER = "late-answer"
    EXTENSION_WITHOUT_REASON = "extension-without-reason"
    IDENTITY_DEMANDED = "identity-demanded"
    DOOR_CLOSED = "door-closed"
    """The form or setting that the company itself names could not be used, Art. 12(2)."""
    WRONG_CHANNEL = "wrong-channel"
    FEE_ASKED = "fee-asked"
    SIGNATURE_ASKED = "signature-asked"
    CANNED_ANSWER = "canned-answer"
    PUBLIC_DATA = "public-data"
    MODEL_CONTAINS_NONE = "model-contains-none"
    ACCOUNTS_LEFT_OUT = "accounts-left-out"
    INCOMPLETE = "incomplete"
    REFUSED_WITHOUT_REASONS = "refused-without-reasons"
    REMEDIES_UNNAMED = "remedies-unnamed"
    """A refusal that does not say where one can complain, Art. 12(4)."""
    RIGHT_NOT_RESPECTED = "right-not-respected"
    """The right itself: the paragraph depends on which it is."""


class AccountDetails(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What tells an account apart, beside its name on the platform."""

    user_id: str = ""
    email: str = ""
    """The address registered with it."""
    profile: str = ""
    """The link to its public page."""


class Said(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """All of it; whatever is left out, no letter claims."""

    grounds: tuple[str, ...] = ()
    """The person's own sentences on their situation, for an objection (Art. 21(1))."""
    posts_by_others: bool = True
    """Whether an objection extends to what others publish about the person."""
    former_objections: tuple[date, ...] = ()
    """The days of objections that the journal does not know of."""
    consent: str = ""
    """Which consent is withdrawn."""
    consent_given: date | None = None
    data: str = ""
    """Which data to erase; all of them where it is empty."""
    erasure_ground: ErasureGround | None = None
    breaches: tuple[Breach, ...] = ()
    """What the company did wrong, beside what answers and dates show."""
    accounts: dict[Annotated[AccountId, Meta(pattern=ACCOUNT_FORM)], AccountDetails] = {}
    """The accounts that the request is about, beside the one it was begun from, and what tells each apart."""
    has_account: bool = True
    """False for a person whose data the company has though they hold no account there."""
    complaint_in: Language | None = None
    """The language of the complaint; the authority's where it is left out."""
    written_for: WrittenFor | None = None
    """In whose name the request went out, as of that day; left out where the person wrote."""
    mandate: Mandate | None = None
    """For whom this request is written, where that is another person than all others of the profile are for."""
    changed: dict[Kind, dict[str, str]] = {}
    """Claims of a letter, by their codes: the person's sentence in the place of ours, nothing for one struck out."""
