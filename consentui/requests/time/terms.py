"""What the time for an answer depends on, and the result: the types that `consentui.requests.time.deadlines` uses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from consentui.requests.rights import Regime, Right
from consentui.requests.time.seats import Seat


class Question(Struct, frozen=True):
    """Something that the controller wants before it answers: proof of identity, which data are meant, or a fee."""

    asked: date
    given: date | None = None
    """The day on which the person complied; None if they have not."""
    is_contested: bool = False
    """Whether the person wrote that it is not needed; as they read the law, the time then runs on."""


class Extension(Struct, frozen=True):
    """The controller's announcement that the answer will take longer."""

    announced: date
    with_reasons: bool | None = True
    """Whether it came with reasons; None if not known, in which case the extension may count."""


class Request(Struct, frozen=True):
    """The parts of a request on which its time depends."""

    received: date
    seat: Seat
    regime: Regime
    right: Right | None = None
    is_assumed: bool = False
    """Whether the day of receipt is not known, and `received` is the last day on which the letter can have arrived."""
    extension: Extension | None = None
    identification: Question | None = None
    clarification: Question | None = None
    fee: Question | None = None


class TermCode(StrEnum):
    """What to know about the effect of a rule on the dates; `consentui.words.deadlines` has the words."""

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
    """A rule that affects the dates, by its id in `data/law.toml`, and what to know about its effect."""

    rule: str
    code: TermCode | None = None
    on: date | None = None
    """The day to which the code refers."""
    until: date | None = None
    days: int | None = None
    regions: tuple[str, ...] = ()


class Deadline(Struct, frozen=True):
    """When the answer is due, and why."""

    due: date
    """The last day for the answer, leaving any extension aside."""
    nominal: date
    """`due` before it was moved off days that are not working days."""
    extended: date | None = None
    """The last day with an extension that counts; None if there is none."""
    effect: date | None = None
    """The day from which the processing must end, for rights that act at once; the time is then for the reply alone."""
    if_needless: date | None = None
    """The last day if what the controller asked for was not needed and the time ran on; None if it changes nothing."""
    if_needed: date | None = None
    """The last day if what the person contests was needed after all; None if it changes nothing."""
    if_unreasoned: date | None = None
    """The last day if the extension came without reasons; None unless an extension counts whose reasons are unknown."""
    is_stopped: bool = False
    """Whether the time stands still until the person answers a question; `due` holds only if it was not needed."""
    is_assumed: bool = False
    """Whether the day of receipt is not known: the answer is late after `last_day` at the latest, perhaps earlier."""
    is_courtesy: bool = False
    """Whether the law sets no time for this right: no answer is late in law then."""
    rules: tuple[str, ...] = ()
    """The ids of the rules that set the dates, in the order in which they apply."""
    notes: tuple[Reason, ...] = ()
    """What to know about these dates, as codes that are the same in every language."""

    @property
    def last_day(self) -> date:
        """The day after which the answer is late."""
        return self.extended or self.due

    @property
    def runs_out(self) -> date | None:
        """`last_day`, or None while the time stands still, since nothing is late then."""
        return None if self.is_stopped else self.last_day


def rules_of(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """The rules of these reasons, each once."""
    return tuple(dict.fromkeys(reason.rule for reason in reasons))


def notes_of(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons that carry a code, each once."""
    return tuple(dict.fromkeys(reason for reason in reasons if reason.code))
