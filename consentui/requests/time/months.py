"""Time counted in months, as in the EU and the United Kingdom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from consentui.i18n import _
from consentui.i18n.dates import long_date
from consentui.requests.rights import Regime, Right
from consentui.requests.time.seats import counts_holidays, is_disputed, regions_off
from consentui.requests.time.stops import Stop, last_days, stop_of
from consentui.requests.time.terms import Deadline, Extension, Reason, Request, notes_of, rules_of

EXTENDED_MONTHS = 3
"""`gdpr-12-3`, `uk-month`: the months in all of an extended time, counted from receipt."""

_ARTICLES = {
    Right.OBJECT_TRAINING: ("gdpr-21-1", "gdpr-18"),
    Right.OBJECT_MARKETING: ("gdpr-21-2",),
    Right.WITHDRAW: ("gdpr-7-3",),
    Right.ERASE: ("gdpr-17",),
    Right.ACCESS: ("gdpr-15",),
}
_ACT_AT_ONCE = frozenset({Right.OBJECT_MARKETING, Right.WITHDRAW})


def european(request: Request) -> Deadline:
    """EU: `eu-start`, `gdpr-12-3`, `eu-months`, `eu-roll`, and `gdpr-12-6` where the person was asked who they are."""
    return _by_months(request, tuple(map(Reason, ("eu-start", "gdpr-12-3", "eu-months"))), "eu-roll", "gdpr-12-3")


def british(request: Request) -> Deadline:
    """United Kingdom: `uk-month`."""
    method = Reason("uk-month", _("Counted as the ICO counts. Read strictly, the month ends a day earlier."))
    return _by_months(request, (method,), "uk-month", "uk-month")


def _by_months(request: Request, basis: tuple[Reason, ...], rolling: str, extending: str) -> Deadline:
    stop = stop_of(request)
    nominal, due = last_days(request, stop)
    late, latest = last_days(request, stop, EXTENDED_MONTHS)
    extended = latest if counts(request.extension, due) else None
    _nominal, unstopped = last_days(request, Stop(request.received))
    if_needless = unstopped if unstopped != due else None
    notes = (
        *_moving_notes(request, nominal, due),
        *(_moving_notes(request, late, latest) if extended else ()),
        *_holiday_notes(request),
    )
    reasons = (
        *_right_reasons(request),
        *basis,
        *(Reason(rolling, note) for note in notes),
        *stop.reasons,
        *_needless_reasons(stop, if_needless),
        *(Reason(extending, note) for note in _extension_notes(request.extension, due)),
    )
    return Deadline(
        due=due,
        nominal=nominal,
        extended=extended,
        effect=request.received if request.right in _ACT_AT_ONCE else None,
        if_needless=if_needless,
        if_unreasoned=due if extended and request.extension and request.extension.with_reasons is None else None,
        is_stopped=stop.is_open,
        rules=rules_of(reasons),
        notes=notes_of(reasons),
    )


def counts(extension: Extension | None, due: date) -> bool:
    """Whether an extension was announced before the first time ended, and not, as far as known, without reasons."""
    return bool(extension and extension.with_reasons is not False and extension.announced <= due)


def _right_reasons(request: Request) -> Iterator[Reason]:
    """The articles that give the right, and what it does before any answer."""
    if not request.right:
        return
    *first, last = _ARTICLES[request.right]
    yield from map(Reason, first)
    yield Reason(last, _effect_note(request.right, request.received))
    if request.regime is Regime.UK:
        yield Reason(last, _("The UK GDPR has this right under the same number; what is quoted here is the EU’s."))


def _effect_note(right: Right, received: date) -> str:
    day = long_date(received)
    if right is Right.OBJECT_TRAINING:
        return _("Until the objection is settled you can demand that the data be stored only, and not used.")
    if right is Right.OBJECT_MARKETING:
        note = _("The objection acts at once, from {date} on; the month is only for the reply.")
        return note.format(date=day)
    if right is Right.WITHDRAW:
        note = _(
            "The withdrawal acts at once, from {date} on; the month is only for the reply, and borrowed: the article "
            "that sets it speaks of the rights of Art. 15 to 22."
        )
        return note.format(date=day)
    return ""


def _moving_notes(request: Request, nominal: date, last: date) -> Iterator[str]:
    """Why a day moved, and where it may move further."""
    has_holidays = counts_holidays(request.seat, request.regime)
    if last != nominal:
        note = (
            _("{date} is a Saturday, a Sunday or a public holiday at the seat: the next working day counts.")
            if has_holidays
            else _("{date} is a Saturday or a Sunday: the next working day counts.")
        )
        yield note.format(date=long_date(nominal))
    if has_holidays and (regions := regions_off(last, request.seat)):
        note = _("{date} is a public holiday in some regions ({regions}): if the seat is there, name the region.")
        yield note.format(date=long_date(last), regions=", ".join(regions))
    if has_holidays and (is_disputed(nominal, request.seat) or is_disputed(last, request.seat)):
        yield _("Good Friday and 5 May are days off by some Dutch laws and not by others.")


def _holiday_notes(request: Request) -> Iterator[str]:
    """Whose days off count, where a person could expect others."""
    if not counts_holidays(request.seat, request.regime):
        yield _("Only Saturdays and Sundays move the date: for this seat, no public holidays are known to count.")
    elif request.seat.code == "GB":
        yield _("The bank holidays of England and Wales count here; GB-SCT and GB-NIR have others.")


def _needless_reasons(stop: Stop, if_needless: date | None) -> Iterator[Reason]:
    if if_needless:
        note = _("If what you were asked for was not needed, the time ran on, to {date}.")
        yield Reason(stop.reasons[-1].rule, note.format(date=long_date(if_needless)))


def _extension_notes(extension: Extension | None, due: date) -> Iterator[str]:
    if not extension:
        return
    if extension.with_reasons is False:
        yield _("The extension was announced without reasons: it does not count.")
    elif extension.announced > due:
        yield announced_late(extension.announced)
    else:
        note = _("The later date holds only if the extension was announced, with its reasons, by {date}.")
        yield note.format(date=long_date(due))


def announced_late(announced: date) -> str:
    """What is said of an extension that came too late."""
    note = _("The extension was announced on {date}, after the first time had ended: it does not count.")
    return note.format(date=long_date(announced))
