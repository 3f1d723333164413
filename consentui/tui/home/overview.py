"""What Home shows, computed apart from how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consentui.checklist.groups import Group, grouped
from consentui.checklist.items import Item, Progress
from consentui.journal.fold import Account
from consentui.profile.memory import LastCard
from consentui.profile.session import Session
from consentui.words.accounts import platform_name_of


class AccountSummary(Struct, frozen=True):
    """An account with its progress, and how many of its controls wait for an answer or are up for review."""

    account: Account
    platform_name: str
    progress: Progress
    waiting: int
    reviews: int
    is_started: bool


class Overview(Struct, frozen=True):
    """The three parts of Home, and the progress over all accounts."""

    groups: tuple[Group, ...]
    """The things to do; the same one on several accounts is one group."""
    accounts: tuple[AccountSummary, ...]
    waiting: tuple[Item, ...]
    total: Progress

    @property
    def is_started(self) -> bool:
        """Whether anything was ever recorded about one of the accounts."""
        return any(one.is_started for one in self.accounts)

    @property
    def todo(self) -> tuple[Item, ...]:
        """The things to do, one by one."""
        return tuple(item for group in self.groups for item in group.items)


def overview(session: Session, place: LastCard | None) -> Overview:
    """Return the overview of a session; the card where the person left off comes first among the things to do."""
    found = session.checklist.summaries()
    names = {account.platform: _platform_name(session, account) for account in _one_on_each_platform(session)}
    asked = _written_about(session)
    rows = tuple(
        AccountSummary(
            account,
            names[account.platform],
            one.progress,
            len(one.waiting),
            one.reviews,
            one.is_started or account.id in asked,
        )
        for account, one in found
    )
    return Overview(
        groups=_with_place_first(grouped(item for _account, one in found for item in one.open), place),
        accounts=rows,
        waiting=tuple(item for _account, one in found for item in one.waiting),
        total=session.checklist.progress(),
    )


def _written_about(session: Session) -> frozenset[str]:
    """The ids of the accounts about which a letter went out."""
    cases = session.requests.cases() if session.journal.ledger.requests else ()
    return frozenset(case.opened.account for case in cases if case.messages)


def _one_on_each_platform(session: Session) -> Iterable[Account]:
    """Return one account of each platform, so that a platform's name is worked out only once."""
    return {account.platform: account for account in session.accounts}.values()


def _platform_name(session: Session, account: Account) -> str:
    return platform_name_of(session.accounts.platform_of(account), account)


def _with_place_first(groups: tuple[Group, ...], place: LastCard | None) -> tuple[Group, ...]:
    """Move the group of the place to the front, behind only those that a platform's own file contradicts."""
    here = next((one for one in groups if place and _has(one, place)), None)
    if here is None or place is None:
        return groups
    there = sorted(here.items, key=lambda item: not _is_at(item, place))
    first = [one for one in groups if one.first.is_contradicted and one is not here]
    return (*first, Group(tuple(there)), *(one for one in groups if one is not here and one not in first))


def _has(group: Group, place: LastCard) -> bool:
    return group.first.control.id == place.control and any(_is_at(item, place) for item in group.items)


def _is_at(item: Item, place: LastCard) -> bool:
    return (item.account.id, item.control.id) == (place.account, place.control)
