"""What is best done in a few minutes, over all accounts, and what was gained by it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.order import in_order
from consentui.checklist.standing import Standing


def best_within(items: Iterable[Item], minutes: int) -> tuple[Item, ...]:
    """The open items to take in so many minutes, best first: each that still fits, in the order to take them.

    Together they never take longer. What does not fit is passed over for what comes after it and does.
    """
    chosen: list[Item] = []
    left = minutes
    for item in in_order(items):
        if item.control.minutes <= left:
            chosen.append(item)
            left -= item.control.minutes
    return tuple(chosen)


def minutes_of(items: Iterable[Item]) -> int:
    """How many minutes these take."""
    return sum(item.control.minutes for item in items)


class Gain(Struct, frozen=True):
    """What has happened with items since they were looked at before."""

    settled: tuple[Item, ...] = ()
    """Done there, or another control took its place."""
    allowed: tuple[Item, ...] = ()
    waiting: tuple[Item, ...] = ()
    """Sent: the platform owes an answer."""
    not_offered: tuple[Item, ...] = ()
    blocked: tuple[Item, ...] = ()
    """Tried, and another way is needed."""
    later: tuple[Item, ...] = ()

    @property
    def minutes(self) -> int:
        """What that takes which came to an end."""
        return minutes_of((*self.settled, *self.allowed, *self.waiting))

    @property
    def is_nothing(self) -> bool:
        return not any((self.settled, self.allowed, self.waiting, self.not_offered, self.blocked, self.later))


def gained(before: Iterable[Item], now: Iterable[Item]) -> Gain:
    """What stands otherwise now, of the items that there were before."""
    before = tuple(before)
    # Of thousands of items nearly all are the very ones that there were before.
    same = set(map(id, before))
    others = [item for item in now if id(item) not in same]
    wanted = set(map(_key, others))
    was = {key: (item.standing, item.position) for item in before if (key := _key(item)) in wanted}
    moved = [
        item for item in others if was.get(_key(item), (item.standing, item.position)) != (item.standing, item.position)
    ]

    def standing(*standings: Standing) -> tuple[Item, ...]:
        return tuple(item for item in moved if item.standing in standings)

    return Gain(
        standing(Standing.SETTLED, Standing.COVERED),
        standing(Standing.ALLOWED),
        standing(Standing.WAITING),
        standing(Standing.NOT_OFFERED),
        standing(Standing.BLOCKED),
        standing(Standing.POSTPONED),
    )


def _key(item: Item) -> tuple[str, str]:
    return item.account.id, item.control.id
