"""The requests on Home: who is late first, then who owes an answer soonest."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from textual.content import Content

from consentui.profile.session import Session
from consentui.requests.cases import Case
from consentui.requests.status import Situation
from consentui.tui.shared.columns import Cell, row
from consentui.words.names import right_name
from consentui.words.requests import days_left, status_name


class RequestRow(Struct, frozen=True):
    """A running request and where it stands."""

    case: Case
    here: Situation

    @property
    def is_pressing(self) -> bool:
        """Whether it is the person's turn."""
        return self.here.is_persons_turn


def running_requests(session: Session) -> tuple[RequestRow, ...]:
    """The requests in which somebody still has something to do, the most pressing first.

    Working out a deadline takes the public holidays of a country, which takes time: call it in a thread.
    """
    rows = (RequestRow(case, session.requests.situation_of(case)) for case in session.requests.cases())
    return tuple(sorted((one for one in rows if one.here.is_running), key=_pressing_first))


def _pressing_first(one: RequestRow) -> tuple[bool, date]:
    return not one.is_pressing, one.here.on or (one.here.due.last_day if one.here.due else date.max)


def request_line(one: RequestRow, name: Cell, width: int, today: date) -> Content:
    """A request as a row of Home."""
    left = days_left(one.here.awaited, today) if one.here.awaited else ""
    style = "$warning" if one.is_pressing else "$muted"
    words = f"{status_name(one.here.status)} · {right_name(one.case.opened.right)}"
    return row(name, Cell("", 1), Cell(words, width - name.width - 1 - 20), Cell(left, 20, style, "right"))
