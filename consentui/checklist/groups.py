"""What is to do in the same way on several accounts, put together: one control, many accounts."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.order import turn
from consentui.checklist.standing import Standing

SEVERAL = 3
"""From so many on, accounts are put together: two are sooner read than opened."""


class Group(Struct, frozen=True):
    """Items of one control that stand alike, on one account or on several; never empty."""

    items: tuple[Item, ...]

    @property
    def first(self) -> Item:
        return self.items[0]

    @property
    def minutes(self) -> int:
        """What all of them take."""
        return sum(item.control.minutes for item in self.items)

    @property
    def is_of_several(self) -> bool:
        return len(self.items) > 1


def grouped(items: Iterable[Item]) -> tuple[Group, ...]:
    """The open items put together, in the order to take them: each group stands where its first item does.

    What a platform's own file denies stays with what it denies: another thing is to be done there. What is the same is
    put together before anything is put in order, so that its turn is worked out once.
    """
    kinds: dict[tuple[str, str, Standing, bool], list[tuple[int, Item]]] = {}
    for place, item in enumerate(items):
        if item.is_open:
            kind = (item.platform.id, item.control.id, item.standing, item.is_contradicted)
            kinds.setdefault(kind, []).append((place, item))
    turns: list[tuple[tuple[bool, int, float], int, Group]] = []
    for found in kinds.values():
        each = [found] if len(found) >= SEVERAL else [[one] for one in found]
        turns += ((turn(one[0][1]), one[0][0], Group(tuple(item for _place, item in one))) for one in each)
    return tuple(group for _turn, _place, group in sorted(turns, key=lambda one: one[:2]))
