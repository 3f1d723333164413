"""Where a request stands on a day, what the person can do next, and the day that the request waits for."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from consentui.requests.moves import Move, NextMove
from consentui.requests.time.deadlines import Deadline
from consentui.requests.time.remedies import Due


class Status(StrEnum):
    """Where a request stands."""

    DRAFT = "draft"
    NOT_DELIVERED = "not-delivered"
    WAITING = "waiting"
    IDENTITY_ASKED = "identity-asked"
    CLARIFICATION_ASKED = "clarification-asked"
    HELD_UP = "held-up"
    """The controller wants something first, or says that the request came the wrong way; the time runs on."""
    OVERDUE = "overdue"
    UNANSWERED = "unanswered"
    """The courtesy date of an answer for which the law sets no time has passed."""
    REMINDED = "reminded"
    UNSETTLED = "unsettled"
    """Answered, but not fully: granted in part, refused, a canned text, or in another language."""
    REPLY_UNANSWERED = "reply-unanswered"
    GRANTED = "granted"
    COMPLAINED_TO_COMPANY = "complained-to-company"
    COMPLAINED = "complained"
    AUTHORITY_ASKS = "authority-asks"
    AUTHORITY_SILENT = "authority-silent"
    AUTHORITY_ASKED = "authority-asked"
    """The authority was asked where the complaint stands."""
    NOT_ADMITTED = "not-admitted"
    DECIDED = "decided"
    SATISFIED = "satisfied"
    AT_REST = "at-rest"
    UNKNOWN = "unknown"
    """A newer consentui wrote about the request."""


class SetBy(StrEnum):
    """Who set the day that a request waits for; only the law's can be overdue."""

    LAW = "law"
    PERSON = "person"
    """The person's letter did, or consentui for them."""
    COURTESY = "courtesy"
    """Nobody: it is a guide where the law sets no time."""


_ENDED = frozenset({Status.SATISFIED, Status.AT_REST})
_PERSONS_OWN = frozenset({Status.GRANTED, Status.AUTHORITY_ASKS})
"""The statuses in which the day is for something that the person has to do."""
_LATE_BEFORE = frozenset({Status.REMINDED, Status.AUTHORITY_SILENT})
"""The statuses after a question that followed the law's day: the day is the question's, but the law's has passed."""


class Situation(Struct, frozen=True):
    """The situation of a request on a day."""

    status: Status
    next: tuple[NextMove, ...]
    """What the person can do, best first."""
    on: date | None = None
    """The day that the request waits for, after which others may be late or the next move is due; None without one."""
    due: Deadline | None = None
    """When the controller's answer is or was due; None if it cannot be counted."""
    terms: tuple[Due, ...] = ()
    """What the authority has to do about the complaint."""

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves in `next`, each once."""
        return tuple(dict.fromkeys(one.move for one in self.next))

    @property
    def awaited(self) -> date | None:
        """The day until which others have time; None if nobody owes anything by a given day."""
        return None if self.status in _PERSONS_OWN else self.on

    @property
    def is_running(self) -> bool:
        """Whether somebody still has something to do."""
        return self.status not in _ENDED

    @property
    def is_persons_turn(self) -> bool:
        """Whether it is the person's turn to act."""
        return self.is_running and self.moves[0] is not Move.WAIT

    @property
    def set_by(self) -> SetBy | None:
        """Who set the day in `on`; None without one."""
        if self.on is None:
            return None
        if self.status is Status.COMPLAINED_TO_COMPANY or any(one.on == self.on for one in self.terms):
            return SetBy.LAW
        if self.due and self.due.last_day == self.on:
            return SetBy.COURTESY if self.due.is_courtesy else SetBy.LAW
        return SetBy.PERSON

    def is_late(self, today: date) -> bool:
        """Whether a day that the law sets has passed without an answer from the company or the authority."""
        if self.awaited is None or self.awaited >= today:
            return False
        return self.set_by is SetBy.LAW or (self.status in _LATE_BEFORE and not (self.due and self.due.is_courtesy))


UNKNOWN = Situation(Status.UNKNOWN, (NextMove(Move.UPDATE),))
"""The situation of a request about which a newer consentui wrote something that cannot be read here."""
