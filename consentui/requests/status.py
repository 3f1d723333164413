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


_ENDED = frozenset({Status.SATISFIED, Status.AT_REST})
_PERSONS_OWN = frozenset({Status.GRANTED, Status.AUTHORITY_ASKS})
"""The statuses in which the day is for something that the person has to do."""


class Situation(Struct, frozen=True):
    """The situation of a request on a day."""

    status: Status
    next: tuple[NextMove, ...]
    """What the person can do, best first."""
    on: date | None = None
    """The day that the request waits for, after which somebody is late or the next move is due; None without one."""
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

    def is_late(self, today: date) -> bool:
        """Whether the company or the authority let its day pass."""
        return self.awaited is not None and self.awaited < today


UNKNOWN = Situation(Status.UNKNOWN, (NextMove(Move.UPDATE),))
"""The situation of a request about which a newer consentui wrote something that cannot be read here."""
