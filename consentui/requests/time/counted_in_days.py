"""Time counted in days, as in Switzerland, California and Brazil: for orientation, and never moved off weekends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from consentui.requests.rights import Regime, Right, is_due_by_courtesy, rules_of
from consentui.requests.time.terms import Deadline, Reason, Request, TermCode

SWISS_DAYS = 30
"""`ch-30-days`."""

CALIFORNIAN_DAYS, CALIFORNIAN_EXTENDED_DAYS = 45, 90
"""`ca-45-days`: without and with an extension, both counted from receipt."""

BRAZILIAN_DAYS = 15
"""`br-15-days`."""


def swiss(request: Request) -> Deadline:
    """The deadline in Switzerland: `ch-30-days`."""
    return _in_days(request, SWISS_DAYS, _swiss_reasons(request))


def californian(request: Request) -> Deadline:
    """The deadline in California: `ca-45-days`."""
    due = request.received + timedelta(days=CALIFORNIAN_DAYS)
    is_extended = request.extension is not None and request.extension.announced <= due
    extended = request.received + timedelta(days=CALIFORNIAN_EXTENDED_DAYS) if is_extended else None
    return _in_days(request, CALIFORNIAN_DAYS, _californian_reasons(request, extended), extended)


def brazilian(request: Request) -> Deadline:
    """The deadline in Brazil: `br-15-days`."""
    return _in_days(request, BRAZILIAN_DAYS, _brazilian_reasons(request))


def _in_days(request: Request, days: int, reasons: Iterator[Reason], extended: date | None = None) -> Deadline:
    due = request.received + timedelta(days=days)
    found = tuple(reasons)
    notes = tuple(reason for reason in found if reason.code)
    return Deadline(
        due,
        due,
        extended,
        is_assumed=request.is_assumed,
        is_courtesy=request.right is not None and is_due_by_courtesy(request.regime, request.right),
        rules=tuple({one.rule: 0 for one in found}),
        notes=notes,
    )


def _swiss_reasons(request: Request) -> Iterator[Reason]:
    rule = "ch-30-days"
    if request.right:
        yield from map(Reason, rules_of(request.right, Regime.CH))
    yield Reason(rule)
    if request.right and is_due_by_courtesy(Regime.CH, request.right):
        yield Reason(rule, TermCode.SWISS_FOR_ACCESS_ONLY)
    if request.extension:
        yield Reason(rule, TermCode.SWISS_EXTENSION_UNKNOWN)
    yield from _general_reasons(request, rule)


def _californian_reasons(request: Request, extended: date | None) -> Iterator[Reason]:
    rule = "ca-45-days"
    if request.right:
        yield from map(Reason, rules_of(request.right, Regime.US_CA))
    yield Reason(rule, TermCode.SECONDARY_SOURCES)
    if request.right and is_due_by_courtesy(Regime.US_CA, request.right):
        yield Reason(rule, TermCode.CALIFORNIAN_COURTESY)
    if request.right is Right.OBJECT_MARKETING:
        yield Reason(rule, TermCode.CALIFORNIAN_OPT_OUT)
    yield Reason(rule, TermCode.CALIFORNIAN_CONFIRMATION)
    if extended:
        yield Reason(rule, TermCode.CALIFORNIAN_IF_ANNOUNCED)
    elif request.extension:
        yield Reason(rule, TermCode.EXTENSION_TOO_LATE, on=request.extension.announced)
    yield from _general_reasons(request, rule)


def _brazilian_reasons(request: Request) -> Iterator[Reason]:
    rule = "br-15-days"
    yield Reason(rule, TermCode.SECONDARY_SOURCES)
    if request.right and is_due_by_courtesy(Regime.BR, request.right):
        yield Reason(rule, TermCode.BRAZILIAN_FOR_ACCESS_ONLY)
    yield from _general_reasons(request, rule)


def _general_reasons(request: Request, rule: str) -> Iterator[Reason]:
    if request.is_assumed:
        yield Reason(rule, TermCode.RECEIPT_ASSUMED, on=request.received)
    if request.identification or request.clarification or request.fee:
        yield Reason(rule, TermCode.NO_STOP_KNOWN)
    yield Reason(rule, TermCode.NOT_MOVED)
