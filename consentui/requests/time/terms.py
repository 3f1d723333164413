"""What the time for an answer depends on, and what it comes to: the terms of `consentui.requests.time.deadlines`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from consentui.requests.rights import Regime, Right
from consentui.requests.time.seats import Seat


class Identification(Struct, frozen=True):
    """A question that tells the controller who writes, and when it was answered, if it was."""

    asked: date
    given: date | None = None


class Clarification(Struct, frozen=True):
    """A question that tells the controller which data are meant, and when it was answered, if it was."""

    asked: date
    given: date | None = None


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
    extension: Extension | None = None
    identification: Identification | None = None
    clarification: Clarification | None = None


class Reason(Struct, frozen=True):
    """A rule that has a part in the dates, by its id in `data/law.toml`, and what to know of its part."""

    rule: str
    note: str = ""


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
    if_unreasoned: date | None = None
    """The last day if the extension came without reasons; None where it is known to have come with them."""
    is_stopped: bool = False
    """The time stands still until the person answers a question: `due` holds only if it was not needed."""
    rules: tuple[str, ...] = ()
    """The ids of the rules that give the dates, in the order in which they apply."""
    notes: tuple[str, ...] = ()
    """What to know of these dates, in the language spoken."""

    @property
    def last_day(self) -> date:
        """The day after which the answer is late."""
        return self.extended or self.due


def rules_of(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """The rules, each once."""
    return tuple(dict.fromkeys(reason.rule for reason in reasons))


def notes_of(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """What to know, each once."""
    return tuple(dict.fromkeys(reason.note for reason in reasons if reason.note))
