"""The days of a profile for a calendar: when answers are due, terms end, and controls should be looked at again.

A day that an earlier calendar file may hold and that no longer applies is given as cancelled. The ids of days are
made from those of entries, so that they are unique across profiles and machines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from consentui import clock
from consentui.checklist.items import Item
from consentui.checklist.reviews import REVIEW_EVERY
from consentui.clock import local_day
from consentui.i18n import _
from consentui.journal.entries import (
    AccountAdded,
    Decided,
    Decision,
    Recorded,
    RequestClosed,
    RequestOpened,
    RequestSent,
)
from consentui.journal.histories import History, histories, history_name
from consentui.profile.ahead import REMEMBERED, review_day
from consentui.profile.session import Session
from consentui.report.formats.calendar import Day
from consentui.requests.cases import Case
from consentui.requests.status import Situation, Status
from consentui.requests.time.remedies import Term
from consentui.words.deadlines import notes_words
from consentui.words.names import control_title
from consentui.words.requests import status_name
from consentui.words.timeline import awaited_name, term_name

Histories = Mapping[str, History]


def days_of(session: Session) -> tuple[Day, ...]:
    """The days to come, and the cancelled ones; raises UsageError for a deadline that no known law can count."""
    written = histories(session.journal.entries, session.journal.ledger.openings)
    return (
        *_of_requests(session, written),
        *_of_requests_taken_back(session, written),
        *_of_controls(session, written),
        *_of_controls_open_again(session, written),
    )


def _of_requests(session: Session, written: Histories) -> Iterator[Day]:
    for case in session.requests.cases():
        if session.requests.is_withheld(case):
            continue  # unknown whether the day given before still holds
        here = session.requests.situation_of(case)
        if here.on or case.messages:
            yield _of_request(session, case, here, written[case.reference])
        yield from _of_authority(session, case, written[case.reference])


def _of_request(session: Session, case: Case, here: Situation, history: History) -> Day:
    settled_on = here.due.last_day if here.due else case.messages[-1].on if case.messages else clock.today()
    title = _("{company}: {status} ({right}, {reference})").format(
        company=session.requests.company_of(case),
        status=awaited_name(here) if here.on else status_name(here.status),
        right=session.requests.right_of(case),
        reference=case.reference,
    )
    return Day(
        _request_uid(case.opened),
        here.on or settled_on,
        title,
        history.changed,
        history.revision(clock.today()),
        "\n".join(notes_words(here.due)) if here.due and here.on == here.due.last_day else "",
        is_cancelled=here.on is None,
    )


def _of_authority(session: Session, case: Case, history: History) -> Iterator[Day]:
    """The terms of an authority for a complaint, except for its progress report, which is the day of the request."""
    unclosed = replace(case, steps=tuple(one for one in case.steps if not isinstance(one, RequestClosed)))
    here = session.requests.situation_of(unclosed)
    is_over = case.closed is not None or here.status in {Status.DECIDED, Status.NOT_ADMITTED}
    for one in here.terms:
        if one.term is not Term.PROGRESS:
            title = _("{company}: {status} ({right}, {reference})").format(
                company=session.requests.company_of(case),
                status=term_name(one.term),
                right=session.requests.right_of(case),
                reference=case.reference,
            )
            uid, revision = f"{case.opened.id}-{one.term}", history.revision(clock.today())
            yield Day(uid, one.on, title, history.changed, revision, is_cancelled=is_over)


def _of_requests_taken_back(session: Session, written: Histories) -> Iterator[Day]:
    known = {case.reference for case in session.requests.cases()}
    for reference, history in written.items():
        opened = next((one for one in history.entries if isinstance(one, RequestOpened)), None)
        sent = [one for one in history.entries if isinstance(one, RequestSent)]
        if opened and sent and reference not in known:
            today = clock.today()
            yield Day(
                _request_uid(opened),
                sent[-1].on,
                reference,
                history.changed,
                history.revision(today),
                is_cancelled=True,
            )


def _request_uid(opened: RequestOpened) -> str:
    return f"{opened.id}-due"


def _of_controls(session: Session, written: Histories) -> Iterator[Day]:
    uids = _review_uids(session)
    for item in _remembered(session):
        name = history_name(item.account.id, item.control.id)
        if name in written:
            control = " · ".join(filter(None, (control_title(item.platform, item.control), item.account.handle)))
            title = _("Review: {control}").format(control=control)
            changed, revision = written[name].changed, written[name].revision(clock.today())
            yield Day(f"{uids[item.account.id]}-{item.control.id}-review", _review_on(item), title, changed, revision)


def _review_on(item: Item) -> date:
    """The day to look at an item again, a year after it was settled; tomorrow if that is due already."""
    today = clock.today()
    return max(review_day(item, today), clock.day_after(today))


def _remembered(session: Session) -> Iterator[Item]:
    return (item for item in session.checklist.all_items() if item.standing in REMEMBERED and item.position.since)


def _of_controls_open_again(session: Session, written: Histories) -> Iterator[Day]:
    """Cancelled days of controls that are no longer settled: reopened, undone, or of a removed account."""
    uids = _review_uids(session)
    remembered = {history_name(item.account.id, item.control.id) for item in _remembered(session)}
    for name, history in written.items():
        settling = [one for one in history.entries if isinstance(one, Recorded | Decided) and _settles(one)]
        if settling and name not in remembered:
            last = settling[-1]
            title = _("Review: {control}").format(control=f"{session.checklist.title_of(last)} · {last.account}")
            on = local_day(last.at) + REVIEW_EVERY
            uid = f"{uids.get(last.account, last.account)}-{last.control}-review"
            yield Day(uid, on, title, history.changed, history.revision(clock.today()), is_cancelled=True)


def _settles(entry: Recorded | Decided) -> bool:
    if isinstance(entry, Decided):
        return entry.decision is Decision.ALLOW
    return entry.outcome.effect == "settles"


def _review_uids(session: Session) -> Mapping[str, str]:
    """The prefix of the ids of an account's days: the id of the entry that first added the account."""
    added = [entry for entry in session.journal.entries if isinstance(entry, AccountAdded)]
    return {entry.account: entry.id for entry in sorted(added, key=lambda one: one.id, reverse=True)}
