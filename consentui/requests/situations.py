"""Works out where a request stands from what happened, the law and the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from consentui.journal.entries import RequestAnswered, RequestChecked, RequestSent
from consentui.requests.answers import last_on_substance
from consentui.requests.authority import after_complaint
from consentui.requests.cases import Case, is_answered_in_time
from consentui.requests.letters.kinds import Kind
from consentui.requests.moves import Move, NextMove, replies_to
from consentui.requests.rights import CITED, Regime, is_due_by_courtesy
from consentui.requests.status import Situation, Status
from consentui.requests.time.deadlines import Deadline
from consentui.requests.time.own import CHECKED_AFTER, NEW_TERM, so_long_after
from consentui.requests.time.remedies import COMPANY_FIRST_SINCE, acknowledged_by

_GIVES = {
    "identity-asked": Move.GIVE_IDENTITY,
    "signature-asked": Move.SIGN,
    "fee-asked": Move.PAY,
    "wrong-channel": Move.SEND_AGAIN,
}
"""What the person can do about each hindrance, besides replying."""

_GIVEN = {
    "identity-asked": "identity-given",
    "clarification-asked": "clarified",
    "signature-asked": "signature-given",
    "fee-asked": "fee-paid",
}
"""The step of the person's that removes each hindrance."""

_HINDERS = frozenset({*_GIVES, "clarification-asked"})
_ASKED = {"identity-asked": Status.IDENTITY_ASKED, "clarification-asked": Status.CLARIFICATION_ASKED}


def situation(case: Case, due: Deadline | None, today: date, regime: Regime | None) -> Situation:
    """The situation of the request on a day; `due` comes from `answer_due`, `regime` is the law on which it rests."""
    return replace(_with_returned_first(case, _situation(case, due, today, regime)), due=due)


def _with_returned_first(case: Case, here: Situation) -> Situation:
    """The situation in which the last message, if it came back, is sent again before anything else is done."""
    last = case.steps[-1] if case.steps else None
    came_back = isinstance(last, RequestAnswered) and last.answer == "not-delivered"
    if case.request is None or not came_back or case.messages[-1].letter not in set(Kind):
        return here
    lost = Kind(case.messages[-1].letter)
    again = next((one for one in here.next if one.letter is lost), NextMove(Move.SEND_AGAIN, lost))
    return replace(here, next=(again, *(one for one in here.next if one != again)))


def _situation(case: Case, due: Deadline | None, today: date, regime: Regime | None) -> Situation:
    if case.closed:
        ended = Status.SATISFIED if case.closed.satisfied else Status.AT_REST
        return Situation(ended, _next(Move.NOTHING, Move.REOPEN))
    if complaint := case.last_sent("complaint"):
        return after_complaint(case, complaint, today, regime)
    if case.request is None:
        sending = Move.SEND_AGAIN if case.messages else Move.SEND
        letter = NextMove(sending, Kind(case.right))
        return Situation(Status.NOT_DELIVERED if case.messages else Status.DRAFT, (letter,))
    complaining = _complaining(case, today, regime)
    if settled := _settled(case):
        return _after_answer(case, settled, due, today, complaining, regime)
    return _unanswered(case, due, today, complaining)


def _settled(case: Case) -> RequestAnswered | RequestChecked | None:
    """The last answer on the substance, or the person's later check of what was granted; None if there is neither."""
    answer = last_on_substance(case.answers)
    later = case.after(answer) if answer else case.steps
    checks = [one for one in later if isinstance(one, RequestChecked)]
    return checks[-1] if checks else answer


def _after_answer(
    case: Case,
    settled: RequestAnswered | RequestChecked,
    due: Deadline | None,
    today: date,
    complaining: tuple[NextMove, ...],
    regime: Regime | None,
) -> Situation:
    """The situation after an answer on the substance, which keeps its effect: no time of the law is missed any more."""
    if (hindrance := _open_hindrance(case)) and hindrance in case.after(settled):
        return _held_up(case, hindrance, None)
    unread = _unread_after(case, settled)
    pressed = _last_after(case, settled, "reply", "reminder", "controller-complaint")
    if pressed and not unread:
        return _pressed(pressed, _until(case, pressed, due, regime), today, complaining)
    kinds = (*(replies_to(unread) if unread else ()), *(() if pressed else replies_to(settled)))
    fitting = tuple(NextMove(Move.REPLY, kind) for kind in kinds)
    if _is_granted(settled):
        return _granted(settled.on, today, fitting)
    return Situation(Status.UNSETTLED, (*fitting, *complaining, *_next(Move.REPLY, Move.CLOSE)))


def _unread_after(case: Case, settled: RequestAnswered | RequestChecked) -> RequestAnswered | None:
    """The last message in another language after an answer that could be read, unless the person replied to it."""
    later = case.after(settled)
    found = [one for one in later if isinstance(one, RequestAnswered) and one.answer == "other-language"]
    return None if not found or _last_after(case, found[-1], "reply") else found[-1]


def _is_granted(settled: RequestAnswered | RequestChecked) -> bool:
    return settled.holds if isinstance(settled, RequestChecked) else settled.answer == "granted"


def _granted(on: date, today: date, fitting: tuple[NextMove, ...]) -> Situation:
    """A grant is not the end: after a while, the person checks whether it holds."""
    check = so_long_after(on, CHECKED_AFTER)
    ends = _next(Move.CLOSE, Move.CHECK) if today < check else _next(Move.CHECK, Move.CLOSE)
    return Situation(Status.GRANTED, (*fitting, *ends), check)


def _until(case: Case, message: RequestSent, due: Deadline | None, regime: Regime | None) -> date:
    """The day by which a message asks for an answer: the law's if a reply names it, else the one that it sets."""
    own = so_long_after(message.on, NEW_TERM)
    if message.message != "reply" or due is None or regime is None or regime not in CITED:
        return own
    if is_due_by_courtesy(regime, case.right):
        return own
    if due.is_stopped or due.is_assumed or message.on > due.last_day or is_answered_in_time(case, due):
        return own
    return due.last_day


def _pressed(message: RequestSent, until: date, today: date, complaining: tuple[NextMove, ...]) -> Situation:
    """The situation after a reply, a reminder or a complaint to the company that followed an answer."""
    if message.message == "controller-complaint":
        return _company_complained(message, today)
    if today <= until:
        return Situation(Status.WAITING, (*_next(Move.WAIT), *complaining), until)
    return Situation(Status.REPLY_UNANSWERED, (*complaining, *_next(Move.CLOSE)), until)


def _company_complained(message: RequestSent, today: date) -> Situation:
    until = acknowledged_by(message.on)
    complaint = NextMove(Move.COMPLAIN, Kind.COMPLAINT)
    moves = (*_next(Move.WAIT), complaint) if today <= until else (complaint, *_next(Move.CLOSE))
    return Situation(Status.COMPLAINED_TO_COMPANY, moves, until)


def _unanswered(case: Case, due: Deadline | None, today: date, complaining: tuple[NextMove, ...]) -> Situation:
    """The situation before any answer on the substance."""
    if complained := case.last_sent("controller-complaint"):
        return _company_complained(complained, today)
    hindrance = _open_hindrance(case)
    if due and not due.is_stopped and today > due.last_day:
        return _overdue(case, due, today, complaining, hindrance)
    if hindrance:
        return _held_up(case, hindrance, due)
    waits = (*_next(Move.WAIT), *_unknowns(due), *_contested(case))
    return Situation(Status.WAITING, (*_unreasoned(case), *waits), due.last_day if due else None)


def _overdue(
    case: Case, due: Deadline, today: date, complaining: tuple[NextMove, ...], hindrance: RequestAnswered | None
) -> Situation:
    """The situation after the last day for the answer: first a reminder, and after its own term the complaint."""
    also = (*_unknowns(due), *(_steps_about(case, hindrance) if hindrance else ()), *_contested(case))
    reminder = case.last_sent("reminder")
    if reminder is None or reminder.on <= due.last_day:
        reminding = NextMove(Move.REMIND, Kind.REMINDER)
        status = Status.UNANSWERED if due.is_courtesy else Status.OVERDUE
        return Situation(status, (reminding, *complaining, *also), due.last_day)
    until = so_long_after(reminder.on, NEW_TERM)
    moves = (*_next(Move.WAIT), *complaining) if today <= until else (*complaining, *_next(Move.CLOSE))
    return Situation(Status.REMINDED, (*moves, *also), until)


def _held_up(case: Case, hindrance: RequestAnswered, due: Deadline | None) -> Situation:
    """The situation while the controller wants something first; while the clock stands still, nothing can be late."""
    until = due.last_day if due and not due.is_stopped else None
    return Situation(_ASKED.get(hindrance.answer, Status.HELD_UP), tuple(_steps_about(case, hindrance)), until)


def _steps_about(case: Case, hindrance: RequestAnswered) -> Iterator[NextMove]:
    """The moves that fit a hindrance: an identity is given first, a demand that no law makes is contested first."""
    if hindrance.answer == "clarification-asked":
        yield NextMove(Move.CLARIFY, Kind.CLARIFICATION)
        return
    replies = tuple(NextMove(Move.REPLY, kind) for kind in replies_to(hindrance))
    move = _GIVES.get(hindrance.answer)
    gives = (NextMove(move, Kind(case.right) if move is Move.SEND_AGAIN else None),) if move else ()
    yield from (*gives, *replies) if hindrance.answer == "identity-asked" else (*replies, *gives)


def _open_hindrance(case: Case) -> RequestAnswered | None:
    """The last hindrance, unless the person has since met it, replied to it or sent the request again."""
    put = next((one for one in reversed(case.answers) if one.answer in _HINDERS), None)
    if put is None:
        return None
    later = case.after(put)
    given = any(isinstance(one, RequestAnswered) and one.answer == _GIVEN.get(put.answer) for one in later)
    return None if given or _last_after(case, put, "reply", "request") else put


def _unknowns(due: Deadline | None) -> Iterator[NextMove]:
    """What the person can still supply that would move the date."""
    if due and due.is_assumed:
        yield NextMove(Move.SAY_RECEIPT)
    if due and due.if_unreasoned:
        yield NextMove(Move.SAY_REASONS)


def _contested(case: Case) -> tuple[NextMove, ...]:
    """An identity that the person declined to prove can still be proved."""
    asked, given = case.first("identity-asked"), case.first("identity-given")
    return _next(Move.GIVE_IDENTITY) if asked and not given and _last_after(case, asked, "reply") else ()


def _unreasoned(case: Case) -> Iterator[NextMove]:
    """The reply to an extension that does not count for want of reasons, while the original month still runs."""
    said = [one for one in case.answers if one.answer == "extended"]
    if said and all(one.reasons is False for one in said) and not _last_after(case, said[-1], "reply"):
        yield from (NextMove(Move.REPLY, kind) for kind in replies_to(said[-1]))


def _complaining(case: Case, today: date, regime: Regime | None) -> tuple[NextMove, ...]:
    """The next complaint: to the authority, in the United Kingdom first to the company; none without a known law."""
    if regime not in CITED:
        return ()
    if regime is Regime.UK and today >= COMPANY_FIRST_SINCE and not case.last_sent("controller-complaint"):
        return (NextMove(Move.COMPLAIN_TO_COMPANY, Kind.CONTROLLER_COMPLAINT),)
    return (NextMove(Move.COMPLAIN, Kind.COMPLAINT),)


def _last_after(case: Case, step: RequestAnswered | RequestChecked, *kinds: str) -> RequestSent | None:
    """The last message of these kinds that was sent after a step and did not come back."""
    later = case.after(step)
    sent = (one for one in reversed(case.delivered) if one.message in kinds and one in later)
    return next(sent, None)


def _next(*moves: Move) -> tuple[NextMove, ...]:
    return tuple(map(NextMove, moves))
