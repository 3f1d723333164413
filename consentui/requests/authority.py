"""A request that is with the authority: what was said of the complaint, and what comes next."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from consentui.journal.entries import AuthorityAnswer, AuthorityAnswered, RequestSent
from consentui.requests.cases import Case
from consentui.requests.letters.kinds import Kind
from consentui.requests.moves import Move, NextMove
from consentui.requests.rights import Regime
from consentui.requests.status import Situation, Status
from consentui.requests.time.remedies import Due, Term, authority_terms

_TELLS: frozenset[AuthorityAnswer] = frozenset({"asks-more", "transferred", "settlement-proposed", "informed"})
"""What tells how a complaint stands; that it arrived does not."""


def said_of(case: Case, complaint: RequestSent) -> tuple[AuthorityAnswered, ...]:
    """What became of this complaint, and not of one before it."""
    return tuple(one for one in case.after(complaint) if isinstance(one, AuthorityAnswered))


def terms_of(case: Case, complaint: RequestSent, regime: Regime | None) -> tuple[Due, ...]:
    """What the authority has to do about a complaint, by day."""
    told = [one.on for one in said_of(case, complaint) if one.answer in _TELLS]
    request = case.request
    return authority_terms(
        complaint.on,
        max(told, default=None),
        regime,
        request.country if request else "",
        cross_border=bool(request and request.seat and request.seat[:2] != request.country),
    )


def after_complaint(case: Case, complaint: RequestSent, today: date, regime: Regime | None) -> Situation:
    """Where a request stands that was complained of."""
    terms = terms_of(case, complaint, regime)
    said: list[AuthorityAnswer] = [one.answer for one in said_of(case, complaint) if one.answer != "acknowledged"]
    return replace(_after(said[-1] if said else None, terms, today), terms=terms)


def _after(said: AuthorityAnswer | None, terms: tuple[Due, ...], today: date) -> Situation:
    match said:
        case "asks-more":
            return Situation(Status.AUTHORITY_ASKS, _next(Move.SEND_MORE))
        case "settlement-proposed":
            return Situation(Status.AUTHORITY_ASKS, _next(Move.REFUSE_SETTLEMENT, Move.CLOSE))
        case "inadmissible":
            again = NextMove(Move.COMPLAIN, Kind.COMPLAINT)
            return Situation(Status.NOT_ADMITTED, (again, *_next(Move.CLOSE)))
        case "decided":
            return Situation(Status.DECIDED, _next(Move.CLOSE))
        case _:
            return _waiting(terms, today)


def _waiting(terms: tuple[Due, ...], today: date) -> Situation:
    progress = next((one.on for one in terms if one.term is Term.PROGRESS), None)
    if progress and today > progress:
        return Situation(Status.AUTHORITY_SILENT, _next(Move.ASK_AUTHORITY, Move.CLOSE), progress)
    return Situation(Status.COMPLAINED, _next(Move.WAIT, Move.CLOSE), progress)


def _next(*moves: Move) -> tuple[NextMove, ...]:
    return tuple(map(NextMove, moves))
