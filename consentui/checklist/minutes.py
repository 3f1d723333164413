"""Which items of all accounts to take in a few minutes, and what was achieved."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.order import in_order
from consentui.checklist.standing import Standing


def best_within(items: Iterable[Item], minutes: int) -> tuple[Item, ...]:
    """The open items that fit into so many minutes together, best first.

    An item that no longer fits is skipped in favour of later ones that do.
    """
    chosen: list[Item] = []
    left = minutes
    for item in in_order(items):
        if item.control.minutes <= left:
            chosen.append(item)
            left -= item.control.minutes
    return tuple(chosen)


def minutes_of(items: Iterable[Item]) -> int:
    """The minutes that these items take together."""
    return sum(item.control.minutes for item in items)


class Gain(Struct, frozen=True):
    """The items whose standing or position changed between two checklists, by what became of them."""

    settled: tuple[Item, ...] = ()
    """Items that were settled, or covered by another control."""
    allowed: tuple[Item, ...] = ()
    waiting: tuple[Item, ...] = ()
    """Items that were sent, for which the platform owes an answer."""
    not_offered: tuple[Item, ...] = ()
    blocked: tuple[Item, ...] = ()
    """Items that failed and need another way."""
    later: tuple[Item, ...] = ()

    @property
    def minutes(self) -> int:
        """The minutes that the settled, allowed and sent items take."""
        return minutes_of((*self.settled, *self.allowed, *self.waiting))

    @property
    def is_nothing(self) -> bool:
        return not any((self.settled, self.allowed, self.waiting, self.not_offered, self.blocked, self.later))


def gained(before: Iterable[Item], now: Iterable[Item]) -> Gain:
    """What changed among the items of `before`."""
    before = tuple(before)
    # Of thousands of items nearly all are the same objects as before, and cannot have changed.
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
