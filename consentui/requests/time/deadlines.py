"""The day by which a controller must answer, and the rules that give it: cases, letters, calendars and commands ask.

Each rule is named by its id in `data/law.toml`; tests hold the figures of the code to those there.
"""

from __future__ import annotations

from datetime import date

from consentui.errors import UsageError
from consentui.i18n import _
from consentui.requests.rights import Regime, Right
from consentui.requests.time.days import californian, swiss
from consentui.requests.time.months import british, european
from consentui.requests.time.seats import LAST_YEAR, seat_named
from consentui.requests.time.terms import Clarification, Deadline, Extension, Identification, Request

__all__ = ["Clarification", "Deadline", "Extension", "Identification", "deadline"]

_COUNTED = {Regime.EU: european, Regime.UK: british, Regime.CH: swiss, Regime.US_CA: californian}


def deadline(
    received: date,
    seat: str,
    regime: Regime = Regime.EU,
    right: Right | None = None,
    *,
    extension: Extension | None = None,
    identification: Identification | None = None,
    clarification: Clarification | None = None,
) -> Deadline:
    """When the answer to a request is due that reached the controller on a day.

    `seat` is where the controller sits: a country, or a region of one (`DE-BE`); empty where it is not known.
    Raises UsageError for a seat that does not exist, and for days that cannot follow each other.
    """
    request = Request(received, seat_named(seat), regime, right, extension, identification, clarification)
    _check(request)
    return _COUNTED[regime](request)


def _check(request: Request) -> None:
    questions = [one for one in (request.identification, request.clarification) if one]
    answered = [one.given for one in questions if one.given]
    said = [one.asked for one in questions] + ([request.extension.announced] if request.extension else [])
    if max([request.received, *answered]).year > LAST_YEAR:
        raise UsageError(_("Deadlines are not worked out beyond the year {year}.").format(year=LAST_YEAR))
    if any(day < request.received for day in said):
        raise UsageError(_("A controller cannot have answered a request before it was received."))
    if any(one.given and one.given < one.asked for one in questions):
        raise UsageError(_("A question cannot have been answered before it was asked."))
