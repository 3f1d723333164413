"""The orders in which Home lists the accounts: one key goes from each to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Literal, get_args

from consentui.i18n import _, pgettext
from consentui.tui.home.overview import AccountSummary

Order = Literal["added", "late", "platform", "client"]
ORDERS: tuple[Order, ...] = get_args(Order)


def following(order: Order) -> Order:
    """Return the order after this one, the first after the last."""
    return ORDERS[(ORDERS.index(order) + 1) % len(ORDERS)]


def order_name(order: Order) -> str:
    """Return how accounts are ordered, in words."""
    return {
        "added": pgettext("order", "as they were added"),
        "late": pgettext("order", "by what is late"),
        "platform": pgettext("order", "by platform"),
        "client": pgettext("order", "by client"),
    }[order]


def in_order(accounts: Iterable[AccountSummary], order: Order) -> Iterator[tuple[str, Sequence[AccountSummary]]]:
    """Yield the accounts in an order, under the name of each client if that is the order, else under no name."""
    keys: dict[Order, Callable[[AccountSummary], Any]] = {"late": _lateness, "platform": _name, "client": _client}
    found = sorted(accounts, key=keys[order]) if order in keys else list(accounts)
    if order != "client":
        yield "", found
        return
    for _folded, together in groupby(found, key=lambda one: one.account.client.casefold()):
        rows = list(together)
        yield rows[0].account.client or _("Without a client"), rows


def _lateness(one: AccountSummary) -> tuple[bool, date, bool]:
    """The accounts with a day come first, the earliest before others, then those with something left or to review."""
    is_done = one.progress.settled >= one.progress.counted
    due = None if is_done else one.account.due
    return due is None, due or date.max, is_done and not one.reviews


def _name(one: AccountSummary) -> tuple[str, str]:
    return one.platform_name.casefold(), one.account.handle.casefold()


def _client(one: AccountSummary) -> tuple[bool, str, tuple[str, str]]:
    return not one.account.client, one.account.client.casefold(), _name(one)
