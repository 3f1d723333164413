"""Questions to the person that suspend the time for an answer: who they are, which data are meant, a fee."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from consentui.requests.rights import Regime, Right
from consentui.requests.time.seats import working_day_from
from consentui.requests.time.terms import Question, Reason, Request, TermCode

MONTHS = 1
"""`gdpr-12-3`, `uk-month`: the time for an answer without an extension, in months."""

CLOCK_STOPS_SINCE = date(2026, 2, 5)
"""`uk-month`: the day from which a question about which data are meant stops the clock (UK GDPR Art. 12A)."""


class ClockStop(Struct, frozen=True):
    """The effect of such questions on the time: the day from which it runs, how many days do not count, and why."""

    start: date
    waited: int = 0
    is_open: bool = False
    reasons: tuple[Reason, ...] = ()


def last_days(request: Request, stop: ClockStop, months: int = MONTHS) -> tuple[date, date]:
    """The day with the same number, or else the month's last, and the working day to which it is moved."""
    from dateutil.relativedelta import relativedelta

    nominal = stop.start + relativedelta(months=months) + timedelta(days=stop.waited)
    return nominal, working_day_from(nominal, request.seat, request.regime)


def stop_of(request: Request) -> ClockStop:
    """The effect of the questions under the law that counts the time: `gdpr-12-6`, `uk-month`."""
    running = ClockStop(request.received)
    if request.regime is not Regime.UK:
        return _eu_identified(request, running)
    running = _uk_awaited(request, running, request.identification, TermCode.BEGINS_WITH_IDENTIFICATION)
    running = _uk_awaited(request, running, request.fee, TermCode.BEGINS_WITH_FEE)
    return _uk_clarified(request, running)


def _eu_identified(request: Request, running: ClockStop) -> ClockStop:
    """Authorities accept that the time waits for an identification that is needed (`eu-start`)."""
    if request.clarification or request.fee:
        running = _with(running, "gdpr-12-3", TermCode.NO_STOP_KNOWN)
    asked = request.identification
    if not asked:
        return running
    if asked.asked > last_days(request, running)[1]:
        return _with(running, "gdpr-12-6", TermCode.ASKED_TOO_LATE)
    if asked.is_contested:
        return _with(running, "gdpr-12-6", TermCode.CONTESTED, on=asked.asked)
    if not asked.given:
        return replace(_with(running, "gdpr-12-6", TermCode.STANDS_STILL, on=asked.asked), is_open=True)
    waited = (asked.given - asked.asked).days
    return replace(_with(running, "gdpr-12-6", TermCode.WAITING_ADDED, days=waited), waited=waited)


def _uk_awaited(request: Request, running: ClockStop, asked: Question | None, begins: TermCode) -> ClockStop:
    """The month begins once the person is identified, and once a fee that is due has been paid."""
    if not asked:
        return running
    if asked.asked > last_days(request, running)[1]:
        return _with(running, "uk-month", TermCode.ASKED_TOO_LATE)
    if asked.is_contested:
        return _with(running, "uk-month", TermCode.CONTESTED, on=asked.asked)
    if not asked.given:
        return replace(_with(running, "uk-month", TermCode.STANDS_STILL, on=asked.asked), is_open=True)
    begun = _with(running, "uk-month", begins, on=asked.given)
    return replace(begun, start=max(running.start, asked.given))


def _uk_clarified(request: Request, running: ClockStop) -> ClockStop:
    """The clock stops from the day of the question to the day of the answer; neither of them counts."""
    asked = request.clarification
    if not asked:
        return running
    if refusal := _no_uk_stop(request, asked.asked, running):
        return replace(running, reasons=(*running.reasons, refusal))
    if not asked.given:
        return replace(_with(running, "uk-month", TermCode.STANDS_STILL, on=asked.asked), is_open=True)
    waited = (asked.given - asked.asked).days + 1
    stopped = _with(running, "uk-month", TermCode.CLOCK_STOPPED, days=waited, on=asked.asked, until=asked.given)
    return replace(stopped, waited=waited)


def _no_uk_stop(request: Request, asked: date, running: ClockStop) -> Reason | None:
    """Why a question about which data are meant does not stop the clock; None if it does."""
    if request.right not in {None, Right.ACCESS}:
        return Reason("uk-month", TermCode.CLARIFICATION_FOR_ACCESS_ONLY)
    if asked < CLOCK_STOPS_SINCE:
        return Reason("uk-month", TermCode.CLARIFICATION_TOO_EARLY, on=CLOCK_STOPS_SINCE)
    is_late = asked > last_days(request, running)[1]
    return Reason("uk-month", TermCode.ASKED_TOO_LATE) if is_late else None


def _with(stop: ClockStop, rule: str, code: TermCode, **values: Any) -> ClockStop:
    return replace(stop, reasons=(*stop.reasons, Reason(rule, code, **values)))
