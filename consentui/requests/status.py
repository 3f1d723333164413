"""Where a request stands on a day, and what the person can do next."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from consentui.requests.cases import Case
from consentui.requests.time.deadlines import Deadline


class Status(StrEnum):
    """Where a request stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    IDENTITY_ASKED = "identity-asked"
    OVERDUE = "overdue"
    REMINDED = "reminded"
    UNSETTLED = "unsettled"
    """Answered, and not to the end: granted in part, refused, or a canned text."""
    GRANTED = "granted"
    COMPLAINED = "complained"
    SATISFIED = "satisfied"
    AT_REST = "at-rest"


class Move(StrEnum):
    """What the person can do next."""

    SEND = "send"
    WAIT = "wait"
    GIVE_IDENTITY = "give-identity"
    REMIND = "remind"
    REPLY = "reply"
    COMPLAIN = "complain"
    CLOSE = "close"
    NOTHING = "nothing"


_MOVES: dict[Status, tuple[Move, ...]] = {
    Status.DRAFT: (Move.SEND,),
    Status.WAITING: (Move.WAIT,),
    Status.IDENTITY_ASKED: (Move.GIVE_IDENTITY, Move.REPLY),
    Status.OVERDUE: (Move.REMIND, Move.COMPLAIN),
    Status.REMINDED: (Move.COMPLAIN,),
    Status.UNSETTLED: (Move.REPLY, Move.COMPLAIN, Move.CLOSE),
    Status.GRANTED: (Move.CLOSE,),
    Status.COMPLAINED: (Move.WAIT, Move.CLOSE),
    Status.SATISFIED: (Move.NOTHING,),
    Status.AT_REST: (Move.NOTHING,),
}

_AWAITED = frozenset({Status.WAITING, Status.IDENTITY_ASKED, Status.OVERDUE, Status.REMINDED, Status.COMPLAINED})
_UNSETTLING = frozenset({"partly", "refused", "canned"})


def status(case: Case, due: Deadline | None, today: date) -> Status:
    """Where the request stands; `due` is what `answer_due` gave for it."""
    if case.closed:
        return Status.SATISFIED if case.closed.satisfied else Status.AT_REST
    if case.last_sent("complaint"):
        return Status.COMPLAINED
    if due is None:
        return Status.DRAFT
    return _after_sending(case, due, today)


def _after_sending(case: Case, due: Deadline, today: date) -> Status:
    said = case.answers[-1] if case.answers else None
    reply = case.last_sent("reply")
    if said and said.answer == "granted":
        return Status.GRANTED
    if said and said.answer in _UNSETTLING and not (reply and reply.on >= said.on):
        return Status.UNSETTLED
    if said and said.answer == "identity-asked":
        return Status.IDENTITY_ASKED
    if today <= due.last_day:
        return Status.WAITING
    reminder = case.last_sent("reminder")
    return Status.REMINDED if reminder and reminder.on > due.last_day else Status.OVERDUE


def moves(where: Status) -> tuple[Move, ...]:
    """What the person can do next, best first."""
    return _MOVES[where]


def is_running(where: Status) -> bool:
    """Whether somebody still has something to do."""
    return where not in {Status.SATISFIED, Status.AT_REST}


def is_awaited(where: Status) -> bool:
    """Whether the controller still owes an answer."""
    return where in _AWAITED
