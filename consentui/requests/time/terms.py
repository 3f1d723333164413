"""What the time for an answer depends on, and what it comes to: the terms of `consentui.requests.time.deadlines`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from consentui.requests.rights import Regime, Right
from consentui.requests.time.seats import Seat


class Question(Struct, frozen=True):
    """Something the controller wants before it answers: who writes, which data are meant, a fee."""

    asked: date
    given: date | None = None
    """The day the person answered it, if they did."""
    is_contested: bool = False
    """The person wrote that it is not needed: in their reading, the time runs on."""


class Extension(Struct, frozen=True):
    """The controller's word that the answer takes longer."""

    announced: date
    with_reasons: bool | None = True
    """None where it is not known: it may count then."""


class Request(Struct, frozen=True):
    """A request as far as its time depends on it."""

    received: date
    seat: Seat
    regime: Regime
    right: Right | None = None
    is_assumed: bool = False
    """The day of receipt is not known: it is the last on which the letter can have arrived."""
    extension: Extension | None = None
    identification: Question | None = None
    clarification: Question | None = None
    fee: Question | None = None


class TermCode(StrEnum):
    """What to know of a rule's part in the dates; `consentui.words.deadlines` has the words."""

    RECEIPT_ASSUMED = "receipt-assumed"
    RESTRICTED_MEANWHILE = "restricted-meanwhile"
    OBJECTION_AT_ONCE = "objection-at-once"
    WITHDRAWAL_AT_ONCE = "withdrawal-at-once"
    ICO_METHOD = "ico-method"
    MOVED_OFF_WEEKEND = "moved-off-weekend"
    MOVED_OFF_HOLIDAY = "moved-off-holiday"
    REGIONAL_HOLIDAY = "regional-holiday"
    LOCAL_HOLIDAY = "local-holiday"
    DISPUTED_HOLIDAY = "disputed-holiday"
    WEEKENDS_ONLY = "weekends-only"
    ENGLISH_HOLIDAYS = "english-holidays"
    NOT_MOVED = "not-moved"
    NO_STOP_KNOWN = "no-stop-known"
    ASKED_TOO_LATE = "asked-too-late"
    STANDS_STILL = "stands-still"
    CONTESTED = "contested"
    WAITING_ADDED = "waiting-added"
    BEGINS_WITH_IDENTIFICATION = "begins-with-identification"
    BEGINS_WITH_FEE = "begins-with-fee"
    CLOCK_STOPPED = "clock-stopped"
    CLARIFICATION_FOR_ACCESS_ONLY = "clarification-for-access-only"
    CLARIFICATION_TOO_EARLY = "clarification-too-early"
    RUNS_ON_IF_NEEDLESS = "runs-on-if-needless"
    LATER_IF_NEEDED = "later-if-needed"
    EXTENSION_WITHOUT_REASONS = "extension-without-reasons"
    EXTENSION_REASONS_UNKNOWN = "extension-reasons-unknown"
    EXTENSION_TOO_LATE = "extension-too-late"
    EXTENSION_IF_ANNOUNCED = "extension-if-announced"
    SWISS_FOR_ACCESS_ONLY = "swiss-for-access-only"
    SWISS_EXTENSION_UNKNOWN = "swiss-extension-unknown"
    SECONDARY_SOURCES = "secondary-sources"
    CALIFORNIAN_COURTESY = "californian-courtesy"
    CALIFORNIAN_OPT_OUT = "californian-opt-out"
    CALIFORNIAN_CONFIRMATION = "californian-confirmation"
    CALIFORNIAN_IF_ANNOUNCED = "californian-if-announced"
    BRAZILIAN_FOR_ACCESS_ONLY = "brazilian-for-access-only"


class Reason(Struct, frozen=True, omit_defaults=True):
    """A rule that has a part in the dates, by its id in `data/law.toml`, and what to know of its part."""

    rule: str
    code: TermCode | None = None
    on: date | None = None
    """The day that the code speaks of."""
    until: date | None = None
    days: int | None = None
    regions: tuple[str, ...] = ()


class Deadline(Struct, frozen=True):
    """When the answer is due, and why."""

    due: date
    """The last day for the answer, an extension aside."""
    nominal: date
    """The same before it was moved off days that are no working days."""
    extended: date | None = None
    """The last day with an extension that counts; None without one."""
    effect: date | None = None
    """The day from which the processing must end, for rights that act at once: the time is for the reply alone."""
    if_needless: date | None = None
    """The last day if what the controller asked was not needed, so that the time ran on; None where that changes
    nothing."""
    if_needed: date | None = None
    """The last day if what the person contests was needed after all; None where that changes nothing."""
    if_unreasoned: date | None = None
    """The last day if the extension came without reasons; None where it is known to have come with them."""
    is_stopped: bool = False
    """The time stands still until the person answers a question: `due` holds only if it was not needed."""
    is_assumed: bool = False
    """The day of receipt is not known: the answer is late after `last_day` at the latest, perhaps before."""
    rules: tuple[str, ...] = ()
    """The ids of the rules that give the dates, in the order in which they apply."""
    notes: tuple[Reason, ...] = ()
    """What to know of these dates, by codes: the same in every language."""

    @property
    def last_day(self) -> date:
        """The day after which the answer is late."""
        return self.extended or self.due

    @property
    def runs_out(self) -> date | None:
        """The same, None while the time stands still: nothing is late then."""
        return None if self.is_stopped else self.last_day


def rules_of(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """The rules, each once."""
    return tuple(dict.fromkeys(reason.rule for reason in reasons))


def notes_of(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """What to know, each once."""
    return tuple(dict.fromkeys(reason for reason in reasons if reason.code))
