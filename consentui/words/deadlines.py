"""When an answer is due: what to know about the dates, and why none can be given, in the current language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from consentui.errors import UsageError
from consentui.i18n import _, ngettext
from consentui.i18n.countries import countries
from consentui.i18n.dates import long_date
from consentui.nearest import nearest
from consentui.requests.time.faults import DeadlineFault, UncountableError
from consentui.requests.time.seats import regions_of
from consentui.requests.time.terms import Deadline, Reason, TermCode

_OTHER_CODES = {"UK": "GB", "EL": "GR"}
"""Country codes in common use elsewhere, and their ISO 3166 equivalents."""


def note_words(reason: Reason) -> str:
    """What to know about the effect of a rule on the dates; empty if there is nothing."""
    if reason.code is None:
        return ""
    if reason.code is TermCode.WAITING_ADDED and reason.days is not None:
        return _waiting_added(reason.days)
    if reason.code is TermCode.CLOCK_STOPPED and reason.days is not None:
        return _clock_stopped(reason, reason.days)
    return _note(reason.code).format(date=long_date(reason.on) if reason.on else "", regions=", ".join(reason.regions))


def notes_words(due: Deadline) -> tuple[str, ...]:
    """Everything to know about a deadline."""
    return tuple(note_words(reason) for reason in due.notes)


def _waiting_added(days: int) -> str:
    return ngettext(
        "{days} day of waiting for your identification is added.",
        "{days} days of waiting for your identification are added.",
        days,
    ).format(days=days)


def _clock_stopped(reason: Reason, days: int) -> str:
    asked, given = (long_date(day) if day else "" for day in (reason.on, reason.until))
    return ngettext(
        "{days} day does not count, because the clock stopped from {asked} to {given}.",
        "{days} days do not count, because the clock stopped from {asked} to {given}.",
        days,
    ).format(days=days, asked=asked, given=given)


def _note(code: TermCode) -> str:
    """The text of a code, with placeholders for its values."""
    return (_notes_on_receipt() | _notes_on_days_off() | _notes_on_questions() | _notes_on_laws())[code]


def _notes_on_receipt() -> dict[TermCode, str]:
    return {
        TermCode.RECEIPT_ASSUMED: _(
            "Nothing shows when your letter arrived: the time is counted from {date}, by when it can be expected "
            "to have arrived. The proof of delivery gives the exact day."
        ),
        TermCode.RESTRICTED_MEANWHILE: _(
            "Until the objection is settled you can demand that the data be stored only, and not used."
        ),
        TermCode.OBJECTION_AT_ONCE: _(
            "The objection takes effect at once, from {date}; the month is only for the reply."
        ),
        TermCode.WITHDRAWAL_AT_ONCE: _(
            "The withdrawal takes effect at once, from {date}; the month is only for the reply, and by analogy: "
            "the article that sets it is about the rights of Art. 15 to 22."
        ),
        TermCode.ICO_METHOD: _("Counted as the ICO counts. Read strictly, the month ends a day earlier."),
    }


def _notes_on_days_off() -> dict[TermCode, str]:
    return {
        TermCode.MOVED_OFF_WEEKEND: _("{date} is a Saturday or a Sunday: the next working day counts."),
        TermCode.MOVED_OFF_HOLIDAY: _(
            "{date} is a Saturday, a Sunday or a public holiday at the seat: the next working day counts."
        ),
        TermCode.REGIONAL_HOLIDAY: _(
            "{date} is a public holiday in some regions ({regions}): if the seat is there, name the region."
        ),
        TermCode.LOCAL_HOLIDAY: _(
            "{date} is a public holiday in some municipalities ({regions}): if the seat is in one of them, the next"
            " working day counts."
        ),
        TermCode.DISPUTED_HOLIDAY: _("Good Friday and 5 May are days off by some Dutch laws and not by others."),
        TermCode.WEEKENDS_ONLY: _(
            "Only Saturdays and Sundays move the date: for this seat, no public holidays are known to count."
        ),
        TermCode.ENGLISH_HOLIDAYS: _(
            "The bank holidays of England and Wales count here; GB-SCT and GB-NIR have others."
        ),
        TermCode.NOT_MOVED: _("No rule on weekends and holidays is known here: the date is not moved."),
    }


def _notes_on_questions() -> dict[TermCode, str]:
    return {
        TermCode.NO_STOP_KNOWN: _(
            "No rule is known here under which a question to you stops the clock: the days of waiting count."
        ),
        TermCode.ASKED_TOO_LATE: _("The controller asked after its time was up: that stopped nothing."),
        TermCode.STANDS_STILL: _(
            "The clock is stopped from {date} until you answer. If the question was not needed, it keeps running."
        ),
        TermCode.CONTESTED: _(
            "You wrote that what was asked for on {date} is not needed: as you read the law, the clock keeps "
            "running. As the company may read it, the clock has been stopped since then."
        ),
        TermCode.BEGINS_WITH_IDENTIFICATION: _("The month begins on {date}, with your identification."),
        TermCode.BEGINS_WITH_FEE: _("The month begins on {date}, when the fee was paid."),
        TermCode.CLARIFICATION_FOR_ACCESS_ONLY: _(
            "A question about what you mean stops the clock for access requests only: the days of waiting count."
        ),
        TermCode.CLARIFICATION_TOO_EARLY: _(
            "A question about what you mean stops the clock since {date} only: this one was asked before."
        ),
        TermCode.RUNS_ON_IF_NEEDLESS: _(
            "If what you were asked for was not needed, the clock kept running, until {date}."
        ),
        TermCode.LATER_IF_NEEDED: _("If what you were asked for was needed after all, the time runs until {date}."),
        TermCode.EXTENSION_WITHOUT_REASONS: _("The extension was announced without reasons: it does not count."),
        TermCode.EXTENSION_REASONS_UNKNOWN: _(
            "Whether the extension came with reasons is not recorded: without them it does not count, and the "
            "answer is due by {date}."
        ),
        TermCode.EXTENSION_TOO_LATE: _(
            "The extension was announced on {date}, after the first time had ended: it does not count."
        ),
        TermCode.EXTENSION_IF_ANNOUNCED: _(
            "The later date holds only if the extension was announced, with its reasons, by {date}."
        ),
    }


def _notes_on_laws() -> dict[TermCode, str]:
    return {
        TermCode.SWISS_FOR_ACCESS_ONLY: _(
            "Swiss law sets these 30 days for access only: for this right they are a courtesy date."
        ),
        TermCode.SWISS_EXTENSION_UNKNOWN: _(
            "The ordinance allows a later date on notice; how much later is not known here, so none is given."
        ),
        TermCode.SECONDARY_SOURCES: _(
            "For orientation only: this rests on secondary sources, not on the text of the law."
        ),
        TermCode.CALIFORNIAN_COURTESY: _(
            "Californian law sets these 45 days for access, deletion and correction: here, they are a courtesy date."
        ),
        TermCode.CALIFORNIAN_OPT_OUT: _(
            "Refusing sale or sharing of your data takes effect as soon as feasible, in 15 business days at most."
        ),
        TermCode.CALIFORNIAN_CONFIRMATION: _("Receipt must be confirmed within 10 business days."),
        TermCode.CALIFORNIAN_IF_ANNOUNCED: _("The later date holds only if the extension was announced."),
        TermCode.BRAZILIAN_FOR_ACCESS_ONLY: _(
            "Brazilian law sets these 15 days for access only: for this right they are a courtesy date."
        ),
    }


@contextmanager
def telling_faults() -> Iterator[None]:
    """Turn an UncountableError raised inside into an error that tells the person what to do."""
    try:
        yield
    except UncountableError as error:
        raise fault_told(error) from error


def fault_told(error: UncountableError) -> UsageError:
    """The error to show to the person, with the nearest existing code if there is one."""
    match error.fault:
        case DeadlineFault.NO_SUCH_COUNTRY:
            return _no_such_seat(
                error.value, {word: one for one, name in countries() for word in (one, name)} | _OTHER_CODES
            )
        case DeadlineFault.NO_SUCH_REGION:
            country = error.value.strip().upper().partition("-")[0]
            return _no_such_seat(
                error.value, {f"{country}-{one}": f"{country}-{one}" for one in regions_of(country)}, country
            )
        case DeadlineFault.LAW_NOT_COUNTED:
            return UsageError(
                _("The time for an answer is not worked out for “{code}”.").format(code=error.value),
                _("No rule of its law is known here, and another country’s would be a guess."),
                _("Say whose law sets the time limit, with --country or --regime."),
            )
        case DeadlineFault.TOO_FAR:
            return UsageError(_("Deadlines are not worked out beyond the year {year}.").format(year=error.value))
        case DeadlineFault.SAID_BEFORE_RECEIPT:
            return UsageError(_("A controller cannot have answered a request before it was received."))
        case DeadlineFault.GIVEN_BEFORE_ASKED:
            return UsageError(_("A question cannot have been answered before it was asked."))


def _no_such_seat(code: str, near: dict[str, str], country: str = "") -> UsageError:
    title = _("Unknown seat: “{code}”.").format(code=code)
    if found := nearest(code, near):
        return UsageError(title, way_out=_("Did you mean “{near}”?").format(near=near[found]))
    if country:
        return UsageError(title, way_out=_("Use the country alone: “{code}”.").format(code=country))
    return UsageError(title, way_out=_("Use the code of a country, such as IE or FR, or of a German state: DE-BE."))
