"""Where a request stands on a day, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.journal.entries import Answer, RequestClosed, RequestReceived
from consentui.requests.cases import answer_due, case_of
from consentui.requests.rights import Regime
from consentui.requests.status import Move, Status, is_awaited, is_running, moves, status
from tests.requests.letter_facts import a_message, an_answer
from tests.requests.test_cases import ENTRY, OPENED, SENT

LAST_DAY = date(2027, 3, 1)
LATE = LAST_DAY + timedelta(days=1)


def stands(*entries: Any, on: date = LATE) -> Status:
    """Where a request with these entries stands on a day."""
    case = case_of((OPENED, *entries))
    assert case is not None
    return status(case, answer_due(case, "IE", Regime.EU), on)


def closed(*, satisfied: bool) -> RequestClosed:
    return RequestClosed(**ENTRY, on=LATE, satisfied=satisfied)


def reminded(on: date) -> Any:
    return a_message("reminder", on=on)


def complained(on: date = LATE) -> Any:
    return a_message("complaint", on=on)


def answered(answer: Answer, on: date = date(2027, 2, 10)) -> Any:
    return an_answer(answer, on=on)


def replied(on: date) -> Any:
    return a_message("reply", on=on)


def test_the_case_of_the_article() -> None:
    assert stands(on=date(2027, 1, 31)) is Status.DRAFT
    assert stands(SENT, on=LAST_DAY) is Status.WAITING
    assert stands(SENT, on=LATE) is Status.OVERDUE
    assert stands(SENT, reminded(LATE)) is Status.REMINDED
    assert stands(SENT, reminded(LATE), complained()) is Status.COMPLAINED
    assert stands(SENT, reminded(LATE), complained(), closed(satisfied=True)) is Status.SATISFIED
    assert stands(SENT, closed(satisfied=False)) is Status.AT_REST


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("acknowledged", Status.WAITING),
        ("identity-asked", Status.IDENTITY_ASKED),
        ("identity-given", Status.WAITING),
        ("extended", Status.WAITING),
        ("granted", Status.GRANTED),
        ("partly", Status.UNSETTLED),
        ("refused", Status.UNSETTLED),
        ("canned", Status.UNSETTLED),
    ],
)
def test_what_they_said_decides(answer: Answer, expected: Status) -> None:
    assert stands(SENT, answered(answer), on=date(2027, 2, 11)) is expected


def test_the_last_thing_said_counts() -> None:
    assert stands(SENT, answered("canned"), answered("granted")) is Status.GRANTED
    assert stands(SENT, answered("granted"), answered("canned")) is Status.UNSETTLED


def test_a_reply_puts_the_company_back_on_turn() -> None:
    unsettled, day = answered("refused", on=date(2027, 2, 10)), date(2027, 2, 12)
    assert stands(SENT, unsettled, replied(date(2027, 2, 11)), on=day) is Status.WAITING
    assert stands(SENT, replied(date(2027, 2, 9)), unsettled, on=day) is Status.UNSETTLED
    assert stands(SENT, unsettled, replied(date(2027, 2, 11)), on=LATE) is Status.OVERDUE


def test_a_reminder_that_came_too_early_is_none() -> None:
    assert stands(SENT, reminded(LAST_DAY)) is Status.OVERDUE


def test_every_standing_has_its_moves() -> None:
    assert {where: moves(where)[0] for where in Status} == {
        Status.DRAFT: Move.SEND,
        Status.WAITING: Move.WAIT,
        Status.IDENTITY_ASKED: Move.GIVE_IDENTITY,
        Status.OVERDUE: Move.REMIND,
        Status.REMINDED: Move.COMPLAIN,
        Status.UNSETTLED: Move.REPLY,
        Status.GRANTED: Move.CLOSE,
        Status.COMPLAINED: Move.WAIT,
        Status.SATISFIED: Move.NOTHING,
        Status.AT_REST: Move.NOTHING,
    }
    assert Move.COMPLAIN in moves(Status.OVERDUE)


def test_a_request_runs_until_it_is_closed() -> None:
    assert {where for where in Status if not is_running(where)} == {Status.SATISFIED, Status.AT_REST}


def test_an_answer_is_awaited_between_sending_and_answer() -> None:
    assert {where for where in Status if is_awaited(where)} == {
        *(Status.WAITING, Status.IDENTITY_ASKED, Status.OVERDUE, Status.REMINDED, Status.COMPLAINED)
    }


days = st.dates(date(2027, 1, 31), date(2027, 8, 1))
happenings = st.one_of(
    st.builds(a_message, st.sampled_from(["reminder", "reply", "complaint"]), on=days),
    st.builds(an_answer, st.sampled_from(get_args(Answer)), on=days, reasons=st.booleans()),
    st.builds(lambda on: RequestReceived(**ENTRY, on=on), days),
)
histories = st.lists(happenings, max_size=5).map(lambda drawn: (SENT, *drawn))


@given(entries=histories, on=days)
def test_the_standing_follows_from_the_entries_and_the_day_alone(entries: tuple[Any, ...], on: date) -> None:
    assert stands(*entries, on=on) is stands(*entries, on=on)


@given(entries=histories)
def test_without_a_new_entry_nothing_changes_but_from_waiting_to_late(entries: tuple[Any, ...]) -> None:
    found = [stands(*entries, on=date(2027, 1, 31) + timedelta(days=number)) for number in range(0, 280, 3)]
    changes = {(before, after) for before, after in pairwise(found) if before is not after}
    assert changes <= {(Status.WAITING, Status.OVERDUE), (Status.WAITING, Status.REMINDED)}
    assert len([1 for before, after in pairwise(found) if before is not after]) <= 1
