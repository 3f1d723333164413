"""A case made from its entries, and when its answer is due."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from consentui.journal.entries import RequestClosed, RequestOpened, RequestReceived
from consentui.requests.cases import Case, answer_due, case_of
from consentui.requests.rights import Regime, Right
from tests.builders import BEGINNING, an_entry_id
from tests.requests.letter_facts import REFERENCE, a_message, an_answer
from tests.requests.stories import case, said, sent

ENTRY: dict[str, Any] = {"at": BEGINNING, "id": an_entry_id(1), "request": REFERENCE}
OPENED = RequestOpened(**ENTRY, account="chirp-0001", right="object-training", controller="chirp", language="en")
SENT = a_message(on=date(2027, 1, 31))


def received(day: date) -> RequestReceived:
    return RequestReceived(**ENTRY, on=day)


def due(*entries: Any, seat: str = "IE", regime: Regime = Regime.EU) -> str:
    """The last day for the answer to a request with these entries."""
    case = case_of((OPENED, *entries))
    assert case is not None
    found = answer_due(case, seat, regime)
    return found.last_day.isoformat() if found else "nothing"


def test_a_case_is_what_its_entries_come_to() -> None:
    reminder, answer = a_message("reminder", on=date(2027, 3, 2)), an_answer("canned")
    closed = RequestClosed(**ENTRY, on=date(2027, 4, 1), satisfied=True)
    case = case_of((OPENED, SENT, received(date(2027, 2, 1)), reminder, answer, closed))
    assert case is not None
    assert (case.messages, case.received, case.answers, case.closed) == (
        (SENT, reminder),
        received(date(2027, 2, 1)),
        (answer,),
        closed,
    )
    assert (case.reference, case.right) == (REFERENCE, Right.OBJECT_TRAINING)
    assert (case.first_sent("request"), case.last_sent("reminder")) == (SENT, reminder)
    assert case.first_sent("complaint") is None
    assert case.last_sent("complaint") is None


def test_without_its_opening_there_is_no_case() -> None:
    assert case_of(()) is None
    assert case_of((SENT, received(date(2027, 2, 1)))) is None


def test_a_draft_has_neither_answers_nor_a_date() -> None:
    assert Case(OPENED).answers == ()
    assert Case(OPENED).start is None
    assert due() == "nothing"


def test_the_case_of_the_article_is_due_on_a_monday() -> None:
    """Sent and received on 31 January 2027: February has no 31st and its last day is a Sunday, so 1 March."""
    assert due(SENT) == "2027-03-01"
    assert due(SENT, received(date(2027, 1, 31))) == "2027-03-01"
    assert date(2027, 3, 1).strftime("%A") == "Monday"


def test_the_time_runs_from_receipt_where_it_is_known() -> None:
    assert due(SENT, received(date(2027, 2, 3))) == "2027-03-03"


def test_of_two_receipts_the_one_written_last_counts() -> None:
    assert due(SENT, received(date(2027, 2, 3)), received(date(2027, 2, 4))) == "2027-03-04"


def test_a_reminder_moves_nothing() -> None:
    assert due(SENT, a_message("reminder", on=date(2027, 3, 2))) == "2027-03-01"


def test_an_extension_counts_only_with_its_reasons_and_within_the_first_month() -> None:
    in_time = date(2027, 2, 20)
    assert due(SENT, an_answer("extended", on=in_time, reasons=True)) == "2027-04-30"
    assert due(SENT, an_answer("extended", on=in_time, reasons=False)) == "2027-03-01"
    assert due(SENT, an_answer("extended", on=date(2027, 3, 2), reasons=True)) == "2027-03-01"


def test_a_later_extension_with_reasons_makes_up_for_one_without() -> None:
    without = an_answer("extended", on=date(2027, 2, 10), reasons=False)
    assert due(SENT, without, an_answer("extended", on=date(2027, 2, 20), reasons=True)) == "2027-04-30"


def test_an_extension_may_count_while_its_reasons_are_not_known() -> None:
    case = case_of((OPENED, SENT, an_answer("extended", on=date(2027, 2, 20))))
    assert case is not None
    found = answer_due(case, "IE", Regime.EU)
    assert found is not None
    assert (found.extended, found.if_unreasoned) == (date(2027, 4, 30), date(2027, 3, 1))


def test_days_of_waiting_for_a_needed_identification_are_added() -> None:
    asked = an_answer("identity-asked", on=date(2027, 2, 10))
    given = an_answer("identity-given", on=date(2027, 2, 15))
    assert due(SENT, asked, given) == "2027-03-05"
    case = case_of((OPENED, SENT, asked))
    assert case is not None
    stopped = answer_due(case, "IE", Regime.EU)
    assert stopped is not None
    assert stopped.is_stopped


def test_an_identification_that_nobody_asked_for_counts_for_nothing() -> None:
    assert due(SENT, an_answer("identity-given", on=date(2027, 2, 15))) == "2027-03-01"


@pytest.mark.parametrize("answer", ["extended", "identity-asked"])
def test_what_was_said_before_the_request_came_is_of_something_else(answer: Any) -> None:
    early = an_answer(answer, on=date(2027, 1, 30), reasons=True)
    assert due(SENT, early) == "2027-03-01"


@pytest.mark.parametrize(
    ("regime", "day"),
    [(Regime.EU, "2027-03-01"), (Regime.UK, "2027-03-01"), (Regime.CH, "2027-03-02"), (Regime.US_CA, "2027-03-17")],
)
def test_each_law_counts_in_its_own_way(regime: Regime, day: str) -> None:
    assert due(SENT, regime=regime) == day


def test_what_is_written_down_of_the_same_day_again_is_a_correction_and_told_once() -> None:
    twice = case(
        (sent("9-01"), said("9-18", "refused"), said("9-18", "refused", reasons=False), said("9-20", "refused"))
    )
    assert [(one.on.day, one.reasons) for one in twice.corrected_answers] == [(18, False), (20, None)]
