"""The kinds of letter: one for each right, and those that follow a late, missing or unsatisfactory answer."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from consentui.journal.entries import Message, Surface
from consentui.requests.rights import Regime, Right


class Kind(StrEnum):
    """What a letter is for; the first five kinds open a request and bear the name of its right."""

    OBJECT_TRAINING = "object-training"
    OBJECT_MARKETING = "object-marketing"
    WITHDRAW = "withdraw-consent"
    ERASE = "erase"
    ACCESS = "access"
    REMINDER = "reminder"
    """The time for the answer has passed."""
    EXTENSION_WITHOUT_REASON = "extension-without-reason"
    IDENTITY_DEMANDED = "identity-demanded"
    WRONG_CHANNEL = "wrong-channel"
    """The company says that the request should have come another way."""
    CANNED_ANSWER = "canned-answer"
    """The company sent a standard answer that points to settings or help pages."""
    PUBLIC_DATA = "public-data"
    MODEL_CONTAINS_NONE = "model-contains-none"
    """The company says that the model contains no personal data."""
    ONE_ACCOUNT_ONLY = "one-account-only"
    INCOMPLETE = "incomplete"
    CLARIFICATION = "clarification"
    """The company asked which data are meant."""
    SIGNATURE_DEMANDED = "signature-demanded"
    FEE_DEMANDED = "fee-demanded"
    REFUSED = "refused"
    REFUSED_WITHOUT_REASONS = "refused-without-reasons"
    HOLDS_NOTHING = "holds-nothing"
    CANNOT_IDENTIFY = "cannot-identify"
    """The company says that it cannot tell who writes, GDPR Art. 11(2)."""
    NOT_CONTROLLER = "not-controller"
    OTHER_LANGUAGE = "other-language"
    UNCONFIRMED = "unconfirmed"
    """Granted, but without a word on whether it was done."""
    NOT_KEPT = "not-kept"
    """Granted, but found not to hold."""
    CONTROLLER_COMPLAINT = "controller-complaint"
    """To the company, before the authority: Data Protection Act 2018 (UK), section 164A."""
    COMPLAINT = "complaint"
    """To the authority, GDPR Art. 77."""
    ASK_AUTHORITY = "ask-authority"
    """Asks where the complaint stands: GDPR Art. 78(2), Data Protection Act 2018 (UK), section 166."""
    OBJECT_SETTLEMENT = "object-settlement"
    """Objection to an early resolution of the complaint: Regulation (EU) 2025/2518, Art. 5, from 2 April 2027."""


CHANNELS: tuple[Surface, ...] = ("form", "email", "post")
"""The ways in which a letter can be sent."""
REQUESTS: frozenset[Kind] = frozenset(Kind(right) for right in Right)
"""The letters that open a request."""
ABOUT_COMPLAINT: frozenset[Kind] = frozenset({Kind.ASK_AUTHORITY, Kind.OBJECT_SETTLEMENT})
"""The letters to the authority about a complaint that it already has."""
TO_AUTHORITY: frozenset[Kind] = ABOUT_COMPLAINT | {Kind.COMPLAINT}
"""The letters to an authority."""
REPLIES: frozenset[Kind] = frozenset(Kind) - REQUESTS - TO_AUTHORITY - {Kind.REMINDER, Kind.CONTROLLER_COMPLAINT}
"""The letters that reply to something the controller said."""

TO_HINDRANCES: frozenset[Kind] = frozenset(
    {
        Kind.EXTENSION_WITHOUT_REASON,
        Kind.IDENTITY_DEMANDED,
        Kind.WRONG_CHANNEL,
        Kind.CLARIFICATION,
        Kind.SIGNATURE_DEMANDED,
        Kind.FEE_DEMANDED,
    }
)
"""The replies to answers that settle nothing: the time set by law runs on, so these letters set no term."""


def cited_alone(regime: Regime) -> Literal["", "ch", "us-ca"]:
    """The law that letters cite in place of the GDPR, Switzerland's or California's; empty if they cite the GDPR."""
    if regime is Regime.CH:
        return "ch"
    return "us-ca" if regime is Regime.US_CA else ""


def message_of(kind: Kind) -> Message:
    """The role that a letter plays in its request."""
    if kind in REQUESTS:
        return "request"
    if kind in REPLIES:
        return "reply"
    if kind in ABOUT_COMPLAINT:
        return "authority-letter"
    if kind is Kind.CONTROLLER_COMPLAINT:
        return "controller-complaint"
    return "complaint" if kind is Kind.COMPLAINT else "reminder"
