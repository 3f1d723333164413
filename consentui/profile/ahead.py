"""The days ahead of a profile: when others owe an answer, when a move is due, when settings need another look.

Home shows them on one line, the calendar of the interface day by day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.reviews import REVIEW_EVERY
from consentui.checklist.standing import SETTLED_STANDINGS, Standing
from consentui.clock import local_day
from consentui.journal.fold import Account
from consentui.profile.running import Running
from consentui.profile.session import Session

REMEMBERED = SETTLED_STANDINGS | {Standing.REVIEW}
"""The standings whose items are to be looked at again one day."""


class RequestDay(Struct, frozen=True):
    """The day that a request waits for: an answer or a move is due on it."""

    on: date
    running: Running

    def is_late(self, today: date) -> bool:
        return self.running.here.is_late(today)


class ReviewDay(Struct, frozen=True):
    """The day on which settings of an account are to be looked at again."""

    on: date
    account: Account
    count: int


Ahead = RequestDay | ReviewDay


def days_ahead(session: Session, running: Iterable[Running], today: date) -> tuple[Ahead, ...]:
    """The days of running requests and of reviews, earliest first; a request that is late has a day before today."""
    ledger = session.journal.ledger
    begun = (account for name, account in ledger.accounts.items() if ledger.by_account.get(name))
    items = (item for account in begun for item in session.checklist.items(account))
    return tuple(sorted((*_of_requests(running), *_of_items(items, today)), key=lambda one: one.on))


def review_day(item: Item, today: date) -> date:
    """The day to look at an item again: a year after it was settled, never before today; today if a review is due."""
    if item.standing is Standing.REVIEW or item.position.since is None:
        return today
    return max(local_day(item.position.since) + REVIEW_EVERY, today)


def _of_requests(running: Iterable[Running]) -> Iterator[RequestDay]:
    return (RequestDay(one.here.on, one) for one in running if one.here.on)


def _of_items(items: Iterable[Item], today: date) -> Iterator[ReviewDay]:
    accounts: dict[str, Account] = {}
    counted: Counter[tuple[date, str]] = Counter()
    for item in items:
        if item.standing in REMEMBERED and item.position.since:
            accounts[item.account.id] = item.account
            counted[review_day(item, today), item.account.id] += 1
    return (ReviewDay(on, accounts[account], count) for (on, account), count in counted.items())
