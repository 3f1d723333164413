"""The requests in which somebody still has something to do, most pressing first, for Home and `next`."""

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
    """The running requests: first where it is the person's turn, then late ones, then others, drafts never sent last.

    Working out a deadline needs the public holidays of a country, which is slow: call it in a thread. The modules for
    that are loaded only if there is a request.
    """
    if not session.journal.ledger.requests:
        return ()
    today = clock.today()
    found = (Running(case, session.requests.situation_of(case)) for case in session.requests.cases())
    running = (one for one in found if one.here.is_running)
    return tuple(sorted(running, key=lambda one: _turn(one, today)))


def pressing_requests(session: Session) -> tuple[Running, ...]:
    """The requests in which it is the person's turn, most pressing first."""
    return tuple(one for one in running_requests(session) if one.is_pressing)


def _turn(one: Running, today: date) -> tuple[bool, bool, bool, date]:
    from consentui.requests.status import Status

    here = one.here
    until = here.on or (here.due.last_day if here.due else date.max)
    return not one.is_pressing, not here.is_late(today), here.status is Status.DRAFT, until
