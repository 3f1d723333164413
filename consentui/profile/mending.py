"""Telling which request an entry is about when a reference was given twice: worked out, or asked."""

from __future__ import annotations

from collections.abc import Sequence

from consentui.journal.entries import AboutRequest, RequestAssigned, RequestOpened, RequestSent
from consentui.knowledge.records import Controller
from consentui.profile.session import Session


def choices(session: Session, entry: AboutRequest) -> Sequence[RequestOpened]:
    """The requests that an entry may be about, oldest first."""
    openings = session.journal.ledger.openings
    return openings.candidates(entry) or openings.given.get(entry.request, ())


def found_out(session: Session, entry: AboutRequest) -> RequestOpened | None:
    """The only request that a message can be about, by the company it went to; None if that is not clear."""
    if not isinstance(entry, RequestSent):
        return None
    suiting = [one for one in choices(session, entry) if _is_of(session.knowledge.controller(one.controller), entry)]
    return suiting[0] if len(suiting) == 1 else None


def assign(session: Session, entry: AboutRequest, opening: RequestOpened) -> None:
    """Record which request an entry is about; raises StorageError if it cannot be written."""
    session.journal.write(RequestAssigned, entry=entry.id, opening=opening.id)


def _is_of(controller: Controller | None, message: RequestSent) -> bool:
    """Whether a message went to one of a company's known addresses."""
    if controller is None or not message.to:
        return False
    contact = controller.contact
    known = (contact.address, contact.email, contact.form, contact.objection_form, contact.dpo)
    return _letters(message.to) in {_letters(one) for one in known if one}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
