"""Questions to the person that make the time for an answer wait: who writes, and which data are meant."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from consentui.i18n import _, ngettext
from consentui.i18n.dates import long_date
from consentui.requests.rights import Regime, Right
from consentui.requests.time.seats import working_day_from
from consentui.requests.time.terms import Reason, Request

MONTHS = 1
"""`gdpr-12-3`, `uk-month`: the time for an answer that is not extended."""

CLOCK_STOPS_SINCE = date(2026, 2, 5)
"""`uk-month`: the day from which a question about what is meant stops the clock (UK GDPR Art. 12A)."""


class Stop(Struct, frozen=True):
    """What such questions do to the time: the day it counts from, how many days do not count, and why."""

    start: date
    waited: int = 0
    is_open: bool = False
    reasons: tuple[Reason, ...] = ()


def last_days(request: Request, stop: Stop, months: int = MONTHS) -> tuple[date, date]:
    """The day that bears the same number, or else the month's last, and the working day that it moves to."""
    from dateutil.relativedelta import relativedelta

    nominal = stop.start + relativedelta(months=months) + timedelta(days=stop.waited)
    return nominal, working_day_from(nominal, request.seat, request.regime)


def stop_of(request: Request) -> Stop:
    """What the questions asked do under the law that counts the time: `gdpr-12-6`, `uk-month`."""
    if request.regime is Regime.UK:
        return _uk_clarified(request, _uk_identified(request))
    return _eu_identified(request)


def no_stop_known() -> str:
    """What is said of a question that stops nothing as far as known."""
    return _("No rule is known here by which a question to you stops the time: the days of waiting count.")


def _eu_identified(request: Request) -> Stop:
    """Authorities accept that the time waits for an identification that is needed (`eu-start`)."""
    ignored = (Reason("gdpr-12-3", no_stop_known()),) if request.clarification else ()
    running, asked = Stop(request.received, reasons=ignored), request.identification
    if not asked:
        return running
    if asked.asked > last_days(request, running)[1]:
        return _with(running, "gdpr-12-6", _asked_too_late())
    if not asked.given:
        return replace(_with(running, "gdpr-12-6", _stands_still(asked.asked)), is_open=True)
    waited = (asked.given - asked.asked).days
    note = ngettext(
        "{days} day of waiting for your identification is added.",
        "{days} days of waiting for your identification are added.",
        waited,
    )
    return replace(_with(running, "gdpr-12-6", note.format(days=waited)), waited=waited)


def _uk_identified(request: Request) -> Stop:
    """The month begins when the person is identified."""
    running, asked = Stop(request.received), request.identification
    if not asked:
        return running
    if asked.asked > last_days(request, running)[1]:
        return _with(running, "uk-month", _asked_too_late())
    if not asked.given:
        return replace(_with(running, "uk-month", _stands_still(asked.asked)), is_open=True)
    note = _("The month begins on {date}, with your identification.").format(date=long_date(asked.given))
    return replace(_with(running, "uk-month", note), start=asked.given)


def _uk_clarified(request: Request, running: Stop) -> Stop:
    """The clock stops from the day of the question to that of the answer, neither of which counts."""
    asked = request.clarification
    if not asked:
        return running
    if refusal := _no_uk_stop(request, asked.asked, running):
        return _with(running, "uk-month", refusal)
    if not asked.given:
        return replace(_with(running, "uk-month", _stands_still(asked.asked)), is_open=True)
    waited = (asked.given - asked.asked).days + 1
    note = ngettext(
        "{days} day does not count, the clock having stopped from {asked} to {given}.",
        "{days} days do not count, the clock having stopped from {asked} to {given}.",
        waited,
    ).format(days=waited, asked=long_date(asked.asked), given=long_date(asked.given))
    return replace(_with(running, "uk-month", note), waited=waited)


def _no_uk_stop(request: Request, asked: date, running: Stop) -> str:
    """Why a question about what is meant does not stop the clock; empty when it does."""
    if request.right not in {None, Right.ACCESS}:
        return _("A question about what you mean stops the clock for access requests only: the days of waiting count.")
    if asked < CLOCK_STOPS_SINCE:
        note = _("A question about what you mean stops the clock since {date} only: this one was asked before.")
        return note.format(date=long_date(CLOCK_STOPS_SINCE))
    return _asked_too_late() if asked > last_days(request, running)[1] else ""


def _with(stop: Stop, rule: str, note: str) -> Stop:
    return replace(stop, reasons=(*stop.reasons, Reason(rule, note)))


def _asked_too_late() -> str:
    return _("The controller asked after its time had ended: that stopped nothing.")


def _stands_still(asked: date) -> str:
    note = _("The time stands still from {date} until you answer. If the question was not needed, it runs on.")
    return note.format(date=long_date(asked))
