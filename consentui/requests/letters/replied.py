"""Finds the answer to which a letter replies, and the reply that nobody answered."""

from __future__ import annotations

from typing import Final

from consentui.journal.entries import Answer, RequestAnswered, RequestSent
from consentui.requests.answers import OWN_STEPS
from consentui.requests.letters.facts import Facts, said_by_them
from consentui.requests.letters.kinds import Kind

_SAID: Final[dict[Kind, tuple[Answer, ...]]] = {
    Kind.EXTENSION_WITHOUT_REASON: ("extended",),
    Kind.IDENTITY_DEMANDED: ("identity-asked",),
    Kind.WRONG_CHANNEL: ("wrong-channel",),
    Kind.CANNED_ANSWER: ("canned",),
    Kind.PUBLIC_DATA: ("public-data",),
    Kind.MODEL_CONTAINS_NONE: ("model-contains-none",),
    Kind.ONE_ACCOUNT_ONLY: ("partly", "granted"),
    Kind.INCOMPLETE: ("partly", "canned"),
    Kind.CLARIFICATION: ("clarification-asked",),
    Kind.SIGNATURE_DEMANDED: ("signature-asked",),
    Kind.FEE_DEMANDED: ("fee-asked",),
    Kind.REFUSED: ("refused",),
    Kind.REFUSED_WITHOUT_REASONS: ("refused",),
    Kind.HOLDS_NOTHING: ("holds-nothing",),
    Kind.CANNOT_IDENTIFY: ("cannot-identify",),
    Kind.NOT_CONTROLLER: ("not-controller",),
    Kind.OTHER_LANGUAGE: ("other-language",),
    Kind.UNCONFIRMED: ("granted",),
    Kind.NOT_KEPT: ("granted", "partly"),
}
"""The kinds of answer to which each kind of letter replies."""


def replied_to(kind: Kind, facts: Facts) -> RequestAnswered | None:
    """The last answer to which a letter of this kind replies; None if the person chose the letter without one."""
    fitting = said_by_them(facts.answers, *_SAID.get(kind, ()))
    return fitting[-1] if fitting else None


def unanswered_reply(facts: Facts) -> RequestSent | None:
    """The last reply to an answer to the request, if nothing came back since; None otherwise."""
    answer = facts.substantial
    replies = [one for one in facts.messages if one.message == "reply" and answer and _follows(one, answer)]
    if not replies:
        return None
    came = any(one.answer not in OWN_STEPS and _follows(one, replies[-1]) for one in facts.answers)
    return None if came else replies[-1]


def _follows(later: RequestSent | RequestAnswered, one: RequestSent | RequestAnswered) -> bool:
    return (later.on, later.id) > (one.on, one.id)
