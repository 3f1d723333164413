"""The time limits of remedies: a complaint to the company, and a complaint to the authority."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from consentui.journal.entries import AuthorityAnswer
from consentui.requests.rights import Regime
from consentui.requests.time.seats import Seat, working_day_from

COMPANY_FIRST_SINCE = date(2026, 6, 19)
"""`uk-complaint-first`: the day from which a complaint goes to the controller first."""
COMPANY_DAYS = 30
"""`uk-complaint-first`: the days within which the controller must acknowledge a complaint."""

SILENT_MONTHS = 3
"""`gdpr-78`, `uk-166`: an authority that was silent for this many months can be taken to court, or to the tribunal."""
NEWS_RULES = {Regime.EU: "gdpr-78", Regime.UK: "uk-166"}
"""The rules that set an authority this time; no such rule of another law is known."""
NEWS: frozenset[AuthorityAnswer] = frozenset({"asks-more", "transferred", "settlement-proposed", "informed"})
"""The answers that tell how a complaint stands; an acknowledgement does not."""

CROSS_BORDER_SINCE = date(2027, 4, 2)
"""`eu-2025-2518-4`: the day from which the regulation applies."""
ADMISSION_DAYS, TRANSFER_DAYS = 14, 42
DECISION_MONTHS, LONG_DECISION_MONTHS = 12, 15


class Term(StrEnum):
    """What an authority has to do by a day."""

    PROGRESS = "progress"
    """Say where the complaint stands."""
    ADMISSION = "admission"
    """Say so if the complaint is not admitted."""
    TRANSFER = "transfer"
    """Pass the complaint on to the lead authority."""
    DECISION = "decision"
    LONG_DECISION = "long-decision"
    """Decide, if the cooperation between authorities is complex."""


class Due(Struct, frozen=True):
    """Something that an authority has to do, with its day and its rule."""

    term: Term
    on: date
    rule: str


def acknowledged_by(complained: date) -> date:
    """The last day for a controller in the United Kingdom to acknowledge a complaint."""
    return working_day_from(complained + timedelta(days=COMPANY_DAYS), Seat("GB"), Regime.UK)


def authority_terms(
    complained: date, informed: date | None, regime: Regime | None, country: str, *, cross_border: bool
) -> tuple[Due, ...]:
    """What the authority of a country has to do about a complaint, in order of day; empty if no rule is known.

    `informed` is the last day on which it said how things stand, from which the three months run anew; None if it never
    did.
    """
    rule = NEWS_RULES.get(regime) if regime else None
    if rule is None or regime is None:
        return ()
    seat = Seat(country)
    progress = working_day_from(_months(informed or complained, SILENT_MONTHS), seat, regime)
    found = [Due(Term.PROGRESS, progress, rule)]
    if regime is Regime.EU and cross_border and complained >= CROSS_BORDER_SINCE:
        found += _across_borders(complained, seat)
    return tuple(sorted(found, key=lambda one: one.on))


def _across_borders(complained: date, seat: Seat) -> list[Due]:
    """The terms of `eu-2025-2518-4`: counted from the complaint, and moved off days off like others (`eu-roll`)."""
    days = {
        Term.ADMISSION: complained + timedelta(days=ADMISSION_DAYS),
        Term.TRANSFER: complained + timedelta(days=TRANSFER_DAYS),
        Term.DECISION: _months(complained, DECISION_MONTHS),
        Term.LONG_DECISION: _months(complained, LONG_DECISION_MONTHS),
    }
    return [Due(term, working_day_from(day, seat, Regime.EU), "eu-2025-2518-4") for term, day in days.items()]


def _months(day: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)
