"""Grouping open items: the same control in the same state on several accounts becomes one group."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.order import turn
from consentui.checklist.standing import Standing

SEVERAL = 3
"""The fewest accounts that form a group: two are read more quickly one by one than by opening a group."""


class Group(Struct, frozen=True):
    """Items of one control with the same standing, on one account or on several; never empty."""

    items: tuple[Item, ...]

    @property
    def first(self) -> Item:
        return self.items[0]

    @property
    def minutes(self) -> int:
        """The minutes that all the items together take."""
        return sum(item.control.minutes for item in self.items)

    @property
    def is_of_several(self) -> bool:
        return len(self.items) > 1


def grouped(items: Iterable[Item]) -> tuple[Group, ...]:
    """The open items in groups, in the order to take them: each group comes where its first item would.

    Items contradicted by a check form groups of their own, since something else has to be done there. Groups are
    formed before they are sorted, so that the turn of each is worked out only once.
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
