"""The histories of controls and requests: every entry ever written about each."""

from __future__ import annotations

from datetime import date, timedelta

from consentui.journal.fold import fold
from consentui.journal.histories import History, histories, history_name
from tests.builders import ACCOUNT, BEGINNING, CONTROL, REQUEST, account_added, recorded, request_opened, request_sent
from tests.builders import undone as taking_back


def test_a_history_holds_what_was_taken_back_and_what_took_it_back() -> None:
    settled, opened, sent = recorded("switched-off", 1), request_opened(2), request_sent(3)
    undone = taking_back(sent, 4)
    again = taking_back(undone, 5)
    entries = (account_added(), settled, opened, sent, undone, again)
    assert histories(reversed(entries), fold(entries).openings) == {
        history_name(ACCOUNT, CONTROL): History((settled,)),
        REQUEST: History((opened, sent, undone, again)),
    }


def test_a_revision_grows_with_entries_and_with_days() -> None:
    first, second = recorded("not-found", 1), recorded("switched-off", 2)
    day = BEGINNING.date()
    assert History((first,)).revision(day) < History((first, second)).revision(day)
    assert History((first,)).revision(day) < History((first,)).revision(day + timedelta(days=1))
    assert History((first,)).revision(date(2025, 1, 1)) == 1
    assert History((first, second)).changed == second.at
