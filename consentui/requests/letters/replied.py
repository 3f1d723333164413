"""Finds the answer to which a letter replies, whatever acknowledgement or other answer came after it."""

from __future__ import annotations

from typing import Final

from consentui.journal.entries import Answer, RequestAnswered
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
