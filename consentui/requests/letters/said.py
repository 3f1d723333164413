"""What a person says for the letters of a request, in the form or by commands; it can change until they are sent."""

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
    """A breach that a complaint can name, in the order in which it does."""

    NO_ANSWER = "no-answer"
    LATE_ANSWER = "late-answer"
    EXTENSION_WITHOUT_REASON = "extension-without-reason"
    EXTENSION_TOO_LATE = "extension-too-late"
    """An extension announced after the time for the answer had ended, Art. 12(3)."""
    IDENTITY_DEMANDED = "identity-demanded"
    DOOR_CLOSED = "door-closed"
    """The form or setting that the company itself names could not be used, Art. 12(2)."""
    WRONG_CHANNEL = "wrong-channel"
    FEE_ASKED = "fee-asked"
    SIGNATURE_ASKED = "signature-asked"
    OTHER_LANGUAGE = "other-language"
    """An answer that is not intelligible, being in another language than the request, Art. 12(1)."""
    CANNED_ANSWER = "canned-answer"
    PUBLIC_DATA = "public-data"
    MODEL_CONTAINS_NONE = "model-contains-none"
    ACCOUNTS_LEFT_OUT = "accounts-left-out"
    INCOMPLETE = "incomplete"
    REFUSED_WITHOUT_REASONS = "refused-without-reasons"
    REMEDIES_UNNAMED = "remedies-unnamed"
    """A refusal that does not mention the complaint to an authority or the way to court, Art. 12(4)."""
    COMPLAINT_UNACKNOWLEDGED = "complaint-unacknowledged"
    """In the United Kingdom, a complaint to the company that it did not acknowledge within 30 days, section 164A(3)."""
    RIGHT_NOT_RESPECTED = "right-not-respected"
    """The right itself; the wording depends on the right."""


class AccountDetails(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What identifies an account besides its name on the platform."""

    user_id: str = ""
    email: str = ""
    """The e-mail address registered with the account."""
    profile: str = ""
    """The link to the account's public page."""


class Said(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything the person said for the letters of a request; no letter claims anything that is left out."""

    grounds: tuple[str, ...] = ()
    """The person's own sentences about their situation, for an objection (Art. 21(1))."""
    posts_by_others: bool = True
    """Whether an objection extends to what others publish about the person."""
    former_objections: tuple[date, ...] = ()
    """The days of earlier objections that are not in the journal."""
    consent: str = ""
    """Which consent is withdrawn."""
    consent_given: date | None = None
    data: str = ""
    """Which data to erase; empty for all of them."""
    erasure_ground: ErasureGround | None = None
    breaches: tuple[Breach, ...] = ()
    """What the company did wrong, besides what answers and dates show."""
    accounts: dict[Annotated[AccountId, Meta(pattern=ACCOUNT_FORM)], AccountDetails] = {}
    """Further accounts that the request is about, by id, and what identifies each account, the first one included."""
    has_account: bool = True
    """False for a person who has no account with the company although it has their data."""
    complaint_in: Language | None = None
    """The language of the complaint; None for that of the authority."""
    written_for: WrittenFor | None = None
    """In whose name the request went out, as of that day; None if the person wrote for themselves."""
    mandate: Mandate | None = None
    """For whom this request is written, if not for the same person as the other requests of the profile."""
    changed: dict[Kind, dict[str, str]] = {}
    """Changes to the claims of each letter, by code: the person's own sentence, or an empty text to strike one out."""
