"""Time counted in months, as in the EU and the United Kingdom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from consentui.requests.rights import Right
from consentui.requests.rights import rules_of as articles_of
from consentui.requests.time.seats import counts_holidays, is_disputed, parts_off, regions_off
from consentui.requests.time.terms import Deadline, Extension, Reason, Request, TermCode, notes_of, rules_of
from consentui.requests.time.waiting import ClockStop, last_days, stop_of

EXTENDED_MONTHS = 3
"""`gdpr-12-3`, `uk-month`: the whole length of an extended time, in months from the day on which the time starts."""

_ACT_AT_ONCE = frozenset({Right.OBJECT_MARKETING, Right.WITHDRAW})


def european(request: Request) -> Deadline:
    """The deadline in the EU: `eu-start`, `gdpr-12-3`, `eu-months`, `eu-roll`.

    If the person was asked who they are, `gdpr-12-6` applies as well.
    """
    start = (
        Reason("eu-start", TermCode.RECEIPT_ASSUMED, on=request.received) if request.is_assumed else Reason("eu-start")
    )
    return _by_months(request, (start, Reason("gdpr-12-3"), Reason("eu-months")), "eu-roll", "gdpr-12-3")


def british(request: Request) -> Deadline:
    """The deadline in the United Kingdom: `uk-month`."""
    assumed = (Reason("uk-month", TermCode.RECEIPT_ASSUMED, on=request.received),) if request.is_assumed else ()
    return _by_months(request, (*assumed, Reason("uk-month", TermCode.ICO_METHOD)), "uk-month", "uk-month")


def _by_months(request: Request, basis: tuple[Reason, ...], rolling: str, extending: str) -> Deadline:
    stop = stop_of(request)
    nominal, due = last_days(request, stop)
    late, latest = last_days(request, stop, EXTENDED_MONTHS)
    extension = request.extension
    extended = latest if counts(extension, due) else None
    if_needless = _differing(last_days(request, ClockStop(request.received))[1], due)
    if_needed = _differing(last_days(request, stop_of(_uncontested(request)))[1], due)
    moved = (
        *_moving(request, nominal, due, rolling),
        *(_moving(request, late, latest, rolling) if extended else ()),
        *_whose_holidays(request, rolling),
    )
    reasons = (
        *_right_reasons(request),
        *basis,
        *moved,
        *stop.reasons,
        *_otherwise(stop, if_needless, if_needed),
        *_extending(extension, due, extending),
    )
    return Deadline(
        due=due,
        nominal=nominal,
        extended=extended,
        effect=request.received if request.right in _ACT_AT_ONCE else None,
        if_needless=if_needless,
        if_needed=if_needed,
        if_unreasoned=due if extended and extension and extension.with_reasons is None else None,
        is_stopped=stop.is_open,
        is_assumed=request.is_assumed,
        rules=rules_of(reasons),
        notes=notes_of(reasons),
    )


def counts(extension: Extension | None, due: date) -> bool:
    """Whether an extension counts: it was announced by the day `due` and is not known to have come without reasons."""
    return bool(extension and extension.with_reasons is not False and extension.announced <= due)


def _differing(day: date, due: date) -> date | None:
    return day if day != due else None


def _uncontested(request: Request) -> Request:
    """The request as the controller sees it: everything that it asked for was needed."""
    return replace(
        request,
        identification=request.identification and replace(request.identification, is_contested=False),
        fee=request.fee and replace(request.fee, is_contested=False),
    )


def _right_reasons(request: Request) -> Iterator[Reason]:
    """The articles that give the right, and the effect that it has before any answer."""
    if not request.right:
        return
    *first, last = articles_of(request.right, request.regime)
    yield from map(Reason, first)
    yield _effect(request.right, last, request.received)


def _effect(right: Right, rule: str, received: date) -> Reason:
    match right:
        case Right.OBJECT_TRAINING:
            return Reason(rule, TermCode.RESTRICTED_MEANWHILE)
        case Right.OBJECT_MARKETING:
            return Reason(rule, TermCode.OBJECTION_AT_ONCE, on=received)
        case Right.WITHDRAW:
            return Reason(rule, TermCode.WITHDRAWAL_AT_ONCE, on=received)
        case Right.ERASE | Right.ACCESS:
            return Reason(rule)


def _moving(request: Request, nominal: date, last: date, rule: str) -> Iterator[Reason]:
    """Why a day was moved, and where it may move further."""
    has_holidays = counts_holidays(request.seat, request.regime)
    if last != nominal:
        yield Reason(rule, TermCode.MOVED_OFF_HOLIDAY if has_holidays else TermCode.MOVED_OFF_WEEKEND, on=nominal)
    if not has_holidays:
        return
    if regions := regions_off(last, request.seat):
        yield Reason(rule, TermCode.REGIONAL_HOLIDAY, on=last, regions=regions)
    if parts := parts_off(last, request.seat):
        yield Reason(rule, TermCode.LOCAL_HOLIDAY, on=last, regions=parts)
    if is_disputed(nominal, request.seat) or is_disputed(last, request.seat):
        yield Reason(rule, TermCode.DISPUTED_HOLIDAY)


def _whose_holidays(request: Request, rule: str) -> Iterator[Reason]:
    """Whose days off count, in cases where a person might expect others."""
    if not counts_holidays(request.seat, request.regime):
        yield Reason(rule, TermCode.WEEKENDS_ONLY)
    elif request.seat.code == "GB":
        yield Reason(rule, TermCode.ENGLISH_HOLIDAYS)


def _otherwise(stop: ClockStop, if_needless: date | None, if_needed: date | None) -> Iterator[Reason]:
    """The last day if a question to the person is judged the other way: needless, or needed after all."""
    if if_needless:
        yield Reason(stop.reasons[-1].rule, TermCode.RUNS_ON_IF_NEEDLESS, on=if_needless)
    if if_needed:
        yield Reason(stop.reasons[-1].rule, TermCode.LATER_IF_NEEDED, on=if_needed)


def _extending(extension: Extension | None, due: date, rule: str) -> Iterator[Reason]:
    if not extension:
        return
    if extension.with_reasons is False:
        yield Reason(rule, TermCode.EXTENSION_WITHOUT_REASONS)
    elif extension.announced > due:
        yield Reason(rule, TermCode.EXTENSION_TOO_LATE, on=extension.announced)
    elif extension.with_reasons is None:
        yield Reason(rule, TermCode.EXTENSION_REASONS_UNKNOWN, on=due)
    else:
        yield Reason(rule, TermCode.EXTENSION_IF_ANNOUNCED, on=due)
