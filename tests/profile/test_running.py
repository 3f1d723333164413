"""Running requests, in the order in which to take them."""

from __future__ import annotations

from datetime import date

from consentui.profile.running import pressing_requests, running_requests
from consentui.profile.session import Session
from consentui.requests.rights import Right


def test_a_letter_never_sent_waits_for_the_person_until_the_request_is_closed(session: Session) -> None:
    assert running_requests(session) == ()
    account = session.accounts.add(session.knowledge.platform("x"), "@marie_l")
    draft = session.requests.draft(account, Right.ERASE, "en", None)
    assert [one.case.reference for one in pressing_requests(session)] == [draft.reference]
    session.requests.record_closed(draft, date(2026, 11, 21), satisfied=False)
    assert running_requests(session) == ()
