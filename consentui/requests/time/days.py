"""Time counted in days, as in Switzerland and California: dates for orientation, never moved off weekends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from consentui.i18n import _
from consentui.requests.rights import Right
from consentui.requests.time.months import announced_late
from consentui.requests.time.stops import no_stop_known
from consentui.requests.time.terms import Deadline, Request

SWISS_DAYS = 30
"""`ch-30-days`."""

CALIFORNIAN_DAYS, CALIFORNIAN_EXTENDED_DAYS = 45, 90
"""`ca-45-days`: without and with an extension, both counted from receipt."""


def swiss(request: Request) -> Deadline:
    """Switzerland: `ch-30-days`."""
    due = request.received + timedelta(days=SWISS_DAYS)
    return Deadline(due, due, rules=("ch-30-days",), notes=tuple(_swiss_notes(request)))


def californian(request: Request) -> Deadline:
    """California: `ca-45-days`."""
    due = request.received + timedelta(days=CALIFORNIAN_DAYS)
    is_extended = request.extension is not None and request.extension.announced <= due
    extended = request.received + timedelta(days=CALIFORNIAN_EXTENDED_DAYS) if is_extended else None
    return Deadline(due, due, extended, rules=("ca-45-days",), notes=tuple(_californian_notes(request, extended)))


def _swiss_notes(request: Request) -> Iterator[str]:
    if request.right not in {None, Right.ACCESS}:
        yield _("Swiss law sets these 30 days for access only: for this right they are a courtesy date.")
    if request.extension:
        yield _("The ordinance allows a later date on notice; how much later is not known here, so none is given.")
    yield from _general_notes(request)


def _californian_notes(request: Request, extended: date | None) -> Iterator[str]:
    yield _("For orientation only: this rests on secondary sources, not on the text of the law.")
    if request.right not in {None, Right.ACCESS, Right.ERASE}:
        yield _(
            "Californian law sets these 45 days for access, deletion and correction: here, they are a courtesy date."
        )
    if request.right is Right.OBJECT_MARKETING:
        yield _("Refusing sale or sharing of your data takes effect as soon as feasible, in 15 business days at most.")
    yield _("Receipt must be confirmed within 10 business days.")
    if extended:
        yield _("The later date holds only if the extension was announced.")
    elif request.extension:
        yield announced_late(request.extension.announced)
    yield from _general_notes(request)


def _general_notes(request: Request) -> Iterator[str]:
    if request.identification or request.clarification:
        yield no_stop_known()
    yield _("No rule on weekends and holidays is known here: the date is not moved.")
