"""What is to do in the same way on several accounts, put together: one control, many accounts."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consentui.checklist.items import Item
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
    """The items put together, each group where its first item stands.

    What a platform's own file denies stays with what it denies: another thing is to be done there.
    """
    items = tuple(items)
    groups: dict[tuple[str, Standing, bool], list[Item]] = {}
    for item in items:
        groups.setdefault((item.ref, item.standing, item.is_contradicted), []).append(item)
    together = {key for key, found in groups.items() if len(found) >= SEVERAL}
    shown: dict[object, Group] = {}
    for item in items:
        key = (item.ref, item.standing, item.is_contradicted)
        if key in together:
            shown.setdefault(key, Group(tuple(groups[key])))
        else:
            shown[(item.account.id, item.ref)] = Group((item,))
    return tuple(shown.values())
