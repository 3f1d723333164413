"""What a person can do next in a request, and the letter that does it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from consentui.journal.entries import RequestAnswered, RequestChecked
from consentui.requests.letters.kinds import Kind


class Move(StrEnum):
    """What the person can do next."""

    SEND = "send"
    SEND_AGAIN = "send-again"
    """Send the request another way because the first letter came back; the time starts anew."""
    WAIT = "wait"
    SAY_RECEIPT = "say-receipt"
    """Say when the letter arrived, which nothing noted so far shows; the proof of delivery does."""
    SAY_REASONS = "say-reasons"
    """Say whether an extension came with reasons, which decides when the answer is due."""
    GIVE_IDENTITY = "give-identity"
    CLARIFY = "clarify"
    SIGN = "sign"
    PAY = "pay"
    REMIND = "remind"
    REPLY = "reply"
    COMPLAIN_TO_COMPANY = "complain-to-company"
    """In the United Kingdom, before complaining to the authority: Data Protection Act 2018, section 164A."""
    COMPLAIN = "complain"
    SEND_MORE = "send-more"
    REFUSE_SETTLEMENT = "refuse-settlement"
    ASK_AUTHORITY = "ask-authority"
    CHECK = "check"
    CLOSE = "close"
    REOPEN = "reopen"
    UPDATE = "update"
    """Update consentui: a newer version can read what was written about the request."""
    NOTHING = "nothing"


class NextMove(Struct, frozen=True):
    """A move, and the letter that makes it; None if it takes no letter."""

    move: Move
    letter: Kind | None = None


def replies_to(said: RequestAnswered | RequestChecked) -> tuple[Kind, ...]:
    """The letters that suit an answer or the outcome of a check, best first; empty if no reply is called for."""
    if isinstance(said, RequestChecked):
        return () if said.holds else (Kind.NOT_KEPT,)
    return tuple(_replies(said))


def _replies(said: RequestAnswered) -> Iterator[Kind]:
    match said.answer:
        case "partly":
            yield from (Kind.ONE_ACCOUNT_ONLY,) if said.left_out else ()
            yield Kind.INCOMPLETE
        case "refused":
            yield Kind.REFUSED_WITHOUT_REASONS if said.reasons is False else Kind.REFUSED
        case "extended" if said.reasons is False:
            yield Kind.EXTENSION_WITHOUT_REASON
        case "granted" if said.confirmed is False:
            yield Kind.UNCONFIRMED
        case _:
            yield from (_ALWAYS[said.answer],) if said.answer in _ALWAYS else ()


_ALWAYS = {
    "identity-asked": Kind.IDENTITY_DEMANDED,
    "signature-asked": Kind.SIGNATURE_DEMANDED,
    "fee-asked": Kind.FEE_DEMANDED,
    "canned": Kind.CANNED_ANSWER,
    "public-data": Kind.PUBLIC_DATA,
    "model-contains-none": Kind.MODEL_CONTAINS_NONE,
    "holds-nothing": Kind.HOLDS_NOTHING,
    "cannot-identify": Kind.CANNOT_IDENTIFY,
    "not-controller": Kind.NOT_CONTROLLER,
    "wrong-channel": Kind.WRONG_CHANNEL,
    "other-language": Kind.OTHER_LANGUAGE,
}
