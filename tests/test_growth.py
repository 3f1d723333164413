"""Work over all accounts grows linearly with their number; counted in executed lines, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from consentui.checklist.order import in_order
from consentui.export.formats import content_of
from consentui.export.models import Wanted, model_of
from consentui.journal import file
from consentui.journal.entries import AccountAdded, Entry, Outcome, Recorded
from consentui.journal.ids import entry_id
from consentui.profile.session import Session, open_session
from consentui.tui.home.overview import overview
from tests.builders import BEGINNING

FEW, MANY = 20, 200
SHARED, SHARING = "meta", "instagram"
"""A platform, and another that shares some of its settings."""


def steps(function: Callable[[], object]) -> int:
    """How many lines of Python are executed, counting every round of a loop."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


def profile_of(name: str, accounts: int) -> Session:
    """A profile with so many accounts, half of which share settings of the other half, with a noted outcome on each."""
    session = open_session(name)
    entries: list[Entry] = []
    last = entry_id(BEGINNING)
    for number in range(accounts):
        platform = session.knowledge.platform((SHARED, SHARING)[number % 2])
        account, handle = f"{platform.id}-{number:04d}", f"{number:04d}-{platform.id}"
        last = entry_id(BEGINNING, after=last)
        entries.append(AccountAdded(at=BEGINNING, id=last, account=account, platform=platform.id, handle=handle))
        last = entry_id(BEGINNING, after=last)
        entries.append(
            Recorded(
                at=BEGINNING,
                id=last,
                account=account,
                control=platform.control[0].id,
                outcome=Outcome.DONE,
                note=f"as with {handle}",
            )
        )
    file.append(session.folders.journal, entries)
    session.journal.reload()
    return session


def _record_everywhere(session: Session) -> None:
    for account, item in [(account, session.checklist.items(account)[0]) for account in session.accounts]:
        session.checklist.record(account, item.control, Outcome.LATER)
    session.checklist.all_items()


TASKS: dict[str, Callable[[Session], object]] = {
    "the things to do": lambda session: in_order(session.checklist.all_items()),
    "Home": lambda session: overview(session, None),
    "an outcome for each": _record_everywhere,
    "what is settled nearby": lambda session: [session.checklist.settled_refs(one) for one in session.accounts],
    "the report": lambda session: content_of(model_of(session, Wanted("day")), "markdown"),
    "the portfolio": lambda session: content_of(model_of(session, Wanted("portfolio")), "csv"),
    "the checklist": lambda session: content_of(model_of(session, Wanted("checklist")), "json"),
}


@pytest.mark.parametrize("task", TASKS)
def test_ten_times_as_many_accounts_take_ten_times_as_much(task: str) -> None:
    few, many = (profile_of(f"of-{count}", count) for count in (FEW, MANY))
    # Whatever is loaded at first use must not count for the first profile measured.
    TASKS[task](profile_of("warm", 2))
    assert steps(lambda: TASKS[task](many)) <= 11 * steps(lambda: TASKS[task](few))
