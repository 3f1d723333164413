"""The requests in which somebody still has something to do, the most pressing first: Home and `next` show them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from consentui import clock
from consentui.profile.session import Session

if TYPE_CHECKING:
    from consentui.requests.cases import Case
    from consentui.requests.status import Situation


class Running(Struct, frozen=True):
    """A running request and where it stands."""

    case: Case
    here: Situation

    @property
    def is_pressing(self) -> bool:
        """Whether it is the person's turn."""
        return self.here.is_persons_turn


def running_requests(session: Session) -> tuple[Running, ...]:
    """Where it is the person's turn first, and there who is late, then what was answered, then drafts never sent.

    Working out a deadline takes the public holidays of a country, which takes time: call it in a thread. What works
    them out is loaded for whoever has a request.
    """
    if not session.journal.ledger.requests:
        return ()
    today = clock.today()
    found = (Running(case, session.requests.situation_of(case)) for case in session.requests.cases())
    running = (one for one in found if one.here.is_running)
    return tuple(sorted(running, key=lambda one: _turn(one, today)))


def pressing_requests(session: Session) -> tuple[Running, ...]:
    """The requests in which it is the person's turn, in the order to take them."""
    return tuple(one for one in running_requests(session) if one.is_pressing)


def _turn(one: Running, today: date) -> tuple[bool, bool, bool, date]:
    from consentui.requests.status import Status

    here = one.here
    until = here.on or (here.due.last_day if here.due else date.max)
    return not one.is_pressing, not here.is_late(today), here.status is Status.DRAFT, until
