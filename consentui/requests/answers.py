"""The kinds of answer to a request: which of them settle it, which are the person's own steps, what to ask of each."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import get_args

from msgspec import Struct

from consentui.journal.entries import Answer, RequestAnswered


class Detail(StrEnum):
    """A detail to ask about an answer, named after the field of `RequestAnswered` that keeps it; any may be skipped."""

    REASONS = "reasons"
    CONFIRMED = "confirmed"
    AUTHORITY_NAMED = "authority_named"
    COURT_NAMED = "court_named"
    OPEN = "open"
    LEFT_OUT = "left_out"
    SAID = "said"
    LANGUAGE = "language"


class Details(Struct, frozen=True):
    """What the person told about an answer, by the field names of `RequestAnswered`; None or empty if nothing."""

    reasons: bool | None = None
    confirmed: bool | None = None
    authority_named: bool | None = None
    court_named: bool | None = None
    open: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    said: str = ""
    language: str = ""


NOTHING_TOLD = Details()

OWN_STEPS: frozenset[Answer] = frozenset({"identity-given", "clarified", "signature-given", "fee-paid"})
"""What the person did, as opposed to the controller."""

REFUSALS: frozenset[Answer] = frozenset(
    {
        "refused",
        "public-data",
        "model-contains-none",
        "holds-nothing",
        "cannot-identify",
        "not-controller",
    }
)
"""Answers after which nothing is done: they must give reasons and mention authority and court (GDPR Art. 12(4))."""

SUBSTANTIAL: frozenset[Answer] = REFUSALS.union({"granted", "partly", "canned", "other-language"})
"""Answers to the request itself, good or bad; once one came in time, the request stays answered in time.

One in another language is no silence: what it lacks is that it is intelligible (GDPR Art. 12(1)).
"""


def last_on_substance(answers: Sequence[RequestAnswered]) -> RequestAnswered | None:
    """The last answer to the request itself; one in another language only if there is no other."""
    found = [one for one in answers if one.answer in SUBSTANTIAL]
    read = [one for one in found if one.answer != "other-language"]
    return next(reversed(read or found), None)


OF_ALL: frozenset[Answer] = REFUSALS.union({"granted"})
"""Answers that deal with every point of a request: after one in time, the law requires no further answer."""

GRANTS: frozenset[Answer] = frozenset({"granted", "partly"})
"""Answers that grant something, of which the person can later check whether it holds."""

_YES_OR_NO = frozenset({Detail.REASONS, Detail.CONFIRMED, Detail.AUTHORITY_NAMED, Detail.COURT_NAMED})
_OF_A_REFUSAL = (Detail.SAID, Detail.REASONS, Detail.AUTHORITY_NAMED, Detail.COURT_NAMED)
_DETAILS: dict[Answer, tuple[Detail, ...]] = {
    **dict.fromkeys(REFUSALS, _OF_A_REFUSAL),
    "identity-asked": (Detail.SAID, Detail.REASONS),
    "clarification-asked": (Detail.SAID,),
    "signature-asked": (Detail.SAID, Detail.REASONS),
    "fee-asked": (Detail.SAID, Detail.REASONS),
    "extended": (Detail.REASONS, Detail.SAID),
    "granted": (Detail.CONFIRMED, Detail.SAID),
    "partly": (Detail.OPEN, Detail.LEFT_OUT, Detail.CONFIRMED, *_OF_A_REFUSAL),
    "canned": (Detail.SAID, Detail.OPEN, Detail.CONFIRMED),
    "wrong-channel": (Detail.SAID,),
    "other-language": (Detail.LANGUAGE, Detail.SAID),
    "not-delivered": (Detail.SAID,),
}


def details_of(answer: Answer) -> tuple[Detail, ...]:
    """What to ask about an answer, the most telling detail first."""
    return _DETAILS.get(answer, ())


def is_yes_or_no(detail: Detail) -> bool:
    """Whether the detail is answered by yes or no rather than in words."""
    return detail in _YES_OR_NO


def said_by_controller() -> tuple[Answer, ...]:
    """The answers other than the person's own steps, in the order in which they are offered."""
    return tuple(one for one in get_args(Answer) if one not in OWN_STEPS)
