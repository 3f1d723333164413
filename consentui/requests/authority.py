"""A request that is before the supervisory authority: what became of the complaint, and what comes next."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from consentui.journal.entries import AuthorityAnswered, RequestSent
from consentui.requests.cases import Case
from consentui.requests.letters.kinds import Kind
from consentui.requests.moves import Move, NextMove
from consentui.requests.rights import Regime
from consentui.requests.status import Situation, Status
from consentui.requests.time.own import NEW_TERM, so_long_after
from consentui.requests.time.remedies import NEWS, Due, Term, authority_terms


def said_of(case: Case, complaint: RequestSent) -> tuple[AuthorityAnswered, ...]:
    """What became of this complaint, leaving out what was said of an earlier one."""
    return tuple(one for one in case.after(complaint) if isinstance(one, AuthorityAnswered))


def terms_of(case: Case, complaint: RequestSent, regime: Regime | None) -> tuple[Due, ...]:
    """What the authority has to do about a complaint, in order of day."""
    told = [one.on for one in said_of(case, complaint) if one.answer in NEWS]
    request = case.request
    return authority_terms(
        complaint.on,
        max(told, default=None),
        regime,
        request.country if request else "",
        cross_border=is_cross_border(case),
    )


def is_cross_border(case: Case) -> bool:
    """Whether the company had its seat in another country than the person's when the request went out, if known."""
    request = case.request
    return bool(request and request.seat and request.seat[:2] != request.country)


def news_due(case: Case, complaint: RequestSent, regime: Regime | None) -> date | None:
    """The day by which the authority had to say how the complaint stands; None if no law sets one."""
    terms = terms_of(case, complaint, regime)
    return next((one.on for one in terms if one.term is Term.PROGRESS), None)


def after_complaint(case: Case, complaint: RequestSent, today: date, regime: Regime | None) -> Situation:
    """The situation of a request after a complaint to the authority."""
    terms = terms_of(case, complaint, regime)
    said = [one for one in said_of(case, complaint) if one.answer != "acknowledged"]
    last = said[-1] if said else None
    asked = _written_after(case, last or complaint, Kind.ASK_AUTHORITY)
    if last and last.answer == "settlement-proposed" and _written_after(case, last, Kind.OBJECT_SETTLEMENT):
        last = None
    return replace(_after(last, asked, terms, today), terms=terms)


def _written_after(case: Case, step: RequestSent | AuthorityAnswered, kind: Kind) -> RequestSent | None:
    """The last letter of a kind that was sent to the authority after a step and did not come back."""
    later = case.after(step)
    return next((one for one in reversed(case.delivered) if one.letter == kind and one in later), None)


def _after(said: AuthorityAnswered | None, asked: RequestSent | None, terms: tuple[Due, ...], today: date) -> Situation:
    match said.answer if said else None:
        case "asks-more" if said:
            moves = (*_next(Move.SEND_MORE), *_asking_late(terms, today))
            return Situation(Status.AUTHORITY_ASKS, moves, so_long_after(said.on, NEW_TERM))
        case "settlement-proposed" if said:
            objecting = NextMove(Move.REFUSE_SETTLEMENT, Kind.OBJECT_SETTLEMENT)
            moves = (objecting, *_asking_late(terms, today), *_next(Move.CLOSE))
            return Situation(Status.AUTHORITY_ASKS, moves, so_long_after(said.on, NEW_TERM))
        case "inadmissible":
            again = NextMove(Move.COMPLAIN, Kind.COMPLAINT)
            return Situation(Status.NOT_ADMITTED, (again, *_next(Move.CLOSE)))
        case "decided":
            return Situation(Status.DECIDED, _next(Move.CLOSE))
        case _:
            return _waiting(asked, terms, today)


def _asking_late(terms: tuple[Due, ...], today: date) -> tuple[NextMove, ...]:
    """The question where the complaint stands, once the authority has let its day pass, whatever it waits for."""
    progress = next((one.on for one in terms if one.term is Term.PROGRESS), None)
    is_late = progress is not None and today > progress
    return (NextMove(Move.ASK_AUTHORITY, Kind.ASK_AUTHORITY),) if is_late else ()


def _waiting(asked: RequestSent | None, terms: tuple[Due, ...], today: date) -> Situation:
    """The situation while the authority owes an answer; it can be asked at any time if no law sets it a day."""
    progress = next((one.on for one in terms if one.term is Term.PROGRESS), None)
    asking = NextMove(Move.ASK_AUTHORITY, Kind.ASK_AUTHORITY)
    until = so_long_after(asked.on, NEW_TERM) if asked else None
    if until and today <= until:
        return Situation(Status.AUTHORITY_ASKED, _next(Move.WAIT, Move.CLOSE), until)
    if progress and today > progress:
        return Situation(Status.AUTHORITY_SILENT, (asking, *_next(Move.CLOSE)), until or progress)
    also = () if progress else (asking,)
    return Situation(Status.COMPLAINED, (*_next(Move.WAIT), *also, *_next(Move.CLOSE)), progress)


def _next(*moves: Move) -> tuple[NextMove, ...]:
    return tuple(map(NextMove, moves))
