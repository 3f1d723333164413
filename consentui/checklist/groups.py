"""What is to do in the same way on several accounts, put together: one control, many accounts."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consentui.checklist.items import Item
from consentui.checklist.standing import Standing


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
    groups: dict[tuple[str, Standing, bool], list[Item]] = {}
    for item in items:
        groups.setdefault((item.ref, item.standing, item.is_contradicted), []).append(item)
    return tuple(Group(tuple(found)) for found in groups.values())
