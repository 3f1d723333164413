"""The days of a profile that go into a calendar, in the first file and in later ones."""

from __future__ import annotations

from datetime import date

import pytest

from consentui import clock
from consentui.export.calendar_days import days_of
from consentui.journal.entries import Decision, Outcome
from consentui.journal.fold import Account
from consentui.profile.preferences import write_setting
from consentui.profile.session import Session, open_session
from consentui.report.formats.calendar import Day
from consentui.requests.letters.kinds import Kind
from consentui.requests.letters.letters import Letter
from consentui.requests.rights import Right

WORDS = Letter("Access", "Dear all,", "Dear all,", (), (), (), (), ())
"""The letter of every request here; its text does not matter to a calendar."""


@pytest.fixture
def account(session: Session) -> Account:
    return session.accounts.add(session.knowledge.platform("x"), "@marie_l")


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("CONSENTUI_NOW", f"{day}T12:00:00+00:00")


def settle(session: Session, account: Account) -> None:
    session.checklist.record(account, session.accounts.control(account, "grok-training"), Outcome.SWITCHED_OFF)


def ask(session: Session, account: Account) -> str:
    """Record an access request sent by a form, and return its reference."""
    case = session.requests.draft(account, Right.ACCESS, "en", None)
    session.requests.record_sent(case, Kind.ACCESS, WORDS, "form", "https://x.example", clock.today())
    return case.reference


def the_day(session: Session) -> Day:
    (only,) = days_of(session)
    return only


def test_nothing_done_is_nothing_to_remember(session: Session, account: Account) -> None:
    session.requests.draft(account, Right.ACCESS, "en", None)
    assert days_of(session) == ()


def test_ids_are_those_of_no_other_profile(session: Session, account: Account) -> None:
    other = open_session("other")
    for one in (session, other):
        mine = next(iter(one.accounts), None) or one.accounts.add(one.knowledge.platform("x"), "@marie_l")
        settle(one, mine)
        ask(one, mine)
    ids = [[day.uid for day in days_of(one)] for one in (session, other)]
    assert len({*ids[0], *ids[1]}) == 4
    assert [day.uid for day in days_of(open_session())] == ids[0]


def test_whatever_is_written_makes_a_later_revision(session: Session, account: Account) -> None:
    reference = ask(session, account)
    before = the_day(session)
    session.requests.record_received(session.requests.called(reference), clock.today())
    after = the_day(session)
    session.journal.undo()
    taken_back = the_day(session)
    assert before.uid == after.uid == taken_back.uid
    assert before.revision < after.revision < taken_back.revision


def test_a_day_that_moves_by_itself_is_a_later_revision_too(
    session: Session, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(session, account)
    before = the_day(session)
    assert before.on == date(2027, 11, 21)
    on(monkeypatch, "2028-01-01")
    after = the_day(session)
    assert (after.uid, after.on) == (before.uid, date(2028, 1, 2))
    assert after.revision > before.revision
    assert not after.is_cancelled


def test_a_request_that_was_closed_is_cancelled(session: Session, account: Account) -> None:
    case = session.requests.called(ask(session, account))
    before = the_day(session)
    session.requests.record_closed(case, clock.today(), satisfied=True)
    after = the_day(session)
    assert (after.uid, after.on, after.is_cancelled) == (before.uid, before.on, True)


def test_a_request_that_was_taken_back_is_cancelled(session: Session, account: Account) -> None:
    ask(session, account)
    before = the_day(session)
    session.journal.undo()
    session.journal.undo()
    after = the_day(session)
    assert (after.uid, after.is_cancelled) == (before.uid, True)
    assert after.revision > before.revision


@pytest.mark.parametrize("by", ["undo", "decision", "removal"])
def test_a_review_of_what_is_open_again_is_cancelled(session: Session, account: Account, by: str) -> None:
    control = session.accounts.control(account, "grok-training")
    settle(session, account)
    if by == "decision":
        session.journal.undo()
        session.checklist.decide(account, control, Decision.ALLOW)
    before = the_day(session)
    if by == "removal":
        session.accounts.remove(account)
    else:
        session.journal.undo()
    after = the_day(session)
    assert (after.uid, after.on, after.is_cancelled) == (before.uid, before.on, True)


def test_the_term_of_a_reminder_is_a_day_of_its_own(
    session: Session, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = session.requests.called(ask(session, account))
    on(monkeypatch, "2027-01-04")
    session.requests.record_sent(case, Kind.REMINDER, WORDS, "form", "https://x.example", clock.today())
    day = the_day(session)
    assert day.on == date(2027, 1, 18)
    assert "end of the time set in the reminder" in day.title


def test_what_was_granted_is_to_be_looked_at(session: Session, account: Account) -> None:
    case = session.requests.called(ask(session, account))
    session.requests.record_answer(case, "granted", clock.today())
    day = the_day(session)
    assert day.on > clock.today()
    assert "time to check whether it is respected" in day.title


def test_the_terms_of_an_authority_are_days_until_it_is_over(
    session: Session, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_setting(session.folders.config_file, "country", "FR")
    session.preferences.reload()
    on(monkeypatch, "2027-04-05")
    case = session.requests.called(ask(session, account))
    on(monkeypatch, "2027-06-01")
    session.requests.record_sent(case, Kind.COMPLAINT, WORDS, "form", "https://cnil.example", clock.today())
    ahead = {day.on: day for day in days_of(session)}
    assert {date(2027, 6, 15), date(2027, 7, 13), date(2027, 9, 1), date(2028, 6, 1), date(2028, 9, 1)} == set(ahead)
    assert "the authority is to decide" in ahead[date(2028, 6, 1)].title
    assert not any(day.is_cancelled for day in ahead.values())
    session.requests.record_closed(session.requests.called(case.reference), clock.today(), satisfied=True)
    after = days_of(session)
    assert {day.uid for day in after} == {day.uid for day in ahead.values()}
    assert all(day.is_cancelled for day in after)


def test_a_term_of_ones_own_says_nothing_about_the_time_of_the_law(
    session: Session, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_setting(session.folders.config_file, "country", "FR")
    session.preferences.reload()
    on(monkeypatch, "2027-04-01")
    case = session.requests.called(ask(session, account))
    assert "Saturday" in the_day(session).text
    session.requests.record_answer(case, "granted", clock.today())
    session.requests.record_sent(case, Kind.UNCONFIRMED, WORDS, "form", "https://x.example", clock.today())
    assert (the_day(session).on, the_day(session).text) == (date(2027, 4, 15), "")
