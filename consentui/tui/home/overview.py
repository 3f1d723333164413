"""What Home shows, worked out apart from how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consentui.checklist.groups import Group, grouped
from consentui.checklist.items import Item, Progress, progress
from consentui.checklist.order import in_order
from consentui.checklist.standing import Standing
from consentui.journal.fold import Account
from consentui.profile.memory import LastCard
from consentui.profile.session import Session
from consentui.words.names import platform_name


class AccountRow(Struct, frozen=True):
    """An account with its progress."""

    account: Account
    platform_name: str
    progress: Progress
    waiting: int
    reviews: int
    is_started: bool


class Overview(Struct, frozen=True):
    """The three parts of Home, and the progress over the accounts that were started."""

    todo: tuple[Item, ...]
    accounts: tuple[AccountRow, ...]
    waiting: tuple[Item, ...]
    total: Progress

    @property
    def groups(self) -> tuple[Group, ...]:
        """The things to do, those that are the same on many accounts put together."""
        return grouped(self.todo)


def overview(session: Session, place: LastCard | None) -> Overview:
    """What stands for this session; the card the person left comes first among the things to do."""
    by_account = {account.id: session.checklist.items(account) for account in session.accounts}
    items = tuple(item for account_items in by_account.values() for item in account_items)
    rows = tuple(_account_row(session, account, by_account[account.id]) for account in session.accounts)
    started = (item for row in rows if row.is_started for item in by_account[row.account.id])
    return Overview(
        todo=_with_place_first(in_order(items), place),
        accounts=rows,
        waiting=tuple(item for item in items if item.standing is Standing.WAITING),
        total=progress(started),
    )


def _account_row(session: Session, account: Account, items: Iterable[Item]) -> AccountRow:
    items = tuple(items)
    platform = session.accounts.platform_of(account)
    return AccountRow(
        account,
        platform_name(platform) if platform else account.platform,
        progress(items),
        sum(item.standing is Standing.WAITING for item in items),
        sum(item.standing is Standing.REVIEW for item in items),
        any(item.position.since for item in items),
    )


def _with_place_first(items: tuple[Item, ...], place: LastCard | None) -> tuple[Item, ...]:
    if place is None:
        return items
    here = [item for item in items if (item.account.id, item.control.id) == (place.account, place.control)]
    # What a platform's own file denies comes before what the person was busy with.
    first = [item for item in items if item.is_contradicted and item not in here]
    return (*first, *here, *(item for item in items if item not in (*first, *here))) if here else items
