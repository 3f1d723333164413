"""The day by which a controller must answer and the rules that set it, for cases, letters, calendars and commands.

Each rule is named by its id in `data/law.toml`; tests check the figures in the code against those there.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from consentui.requests.rights import Regime, Right
from consentui.requests.time.counted_in_days import brazilian, californian, swiss
from consentui.requests.time.counted_in_months import british, european
from consentui.requests.time.faults import DeadlineFault, UncountableError
from consentui.requests.time.seats import LAST_YEAR, seat_named
from consentui.requests.time.terms import Deadline, Extension, Question, Request

__all__ = ["Deadline", "Extension", "Question", "deadline"]


class Questions(TypedDict, total=False):
    """What the controller wanted before it would answer."""

    identification: Question | None
    clarification: Question | None
    fee: Question | None


_COUNTED = {
    Regime.EU: european,
    Regime.UK: british,
    Regime.CH: swiss,
    Regime.US_CA: californian,
    Regime.BR: brazilian,
}


def deadline(
    received: date,
    seat: str,
    regime: Regime = Regime.EU,
    right: Right | None = None,
    *,
    is_assumed: bool = False,
    extension: Extension | None = None,
    **questions: Unpack[Questions],
) -> Deadline:
    """When the answer is due to a request that the controller received on a day.

    `seat` is where the controller sits: a country, or a region of one (`DE-BE`); empty if not known. `is_assumed` says
    that the day is only the last on which a letter can have arrived. Raises UncountableError for a seat that does not
    exist, for a day after the last year that can be counted, and for days that cannot follow each other.
    """
    request = Request(received, seat_named(seat), regime, right, is_assumed, extension, **questions)
    _check(request)
    return _COUNTED[regime](request)


def _check(request: Request) -> None:
    questions = [one for one in (request.identification, request.clarification, request.fee) if one]
    answered = [one.given for one in questions if one.given]
    said = [one.asked for one in questions] + ([request.extension.announced] if request.extension else [])
    if max([request.received, *answered]).year > LAST_YEAR:
        raise UncountableError(DeadlineFault.TOO_FAR, str(LAST_YEAR))
    if any(day < request.received for day in said):
        raise UncountableError(DeadlineFault.SAID_BEFORE_RECEIPT)
    if any(one.given and one.given < one.asked for one in questions):
        raise UncountableError(DeadlineFault.GIVEN_BEFORE_ASKED)
