"""The order of the cards in a plain walk, and which of them were visited."""

from __future__ import annotations

from collections.abc import Iterable

Key = tuple[str, str]
"""An account's id and a control's reference."""


class Queue:
    """The cards in their order at the start of the walk, so that each keeps its number; others are added at the end."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.order = list(keys)
        self._visited: list[Key] = []
        self._called: Key | None = None

    def arrive(self, key: Key) -> None:
        """Mark the card as visited, and as the one the walk is at."""
        if key not in self.order:
            self.order.append(key)
        if key in self._visited:
            self._visited.remove(key)
        self._visited.append(key)

    def number(self, key: Key) -> int:
        """The position of a card, counted from 1."""
        return self.order.index(key) + 1

    def call(self, key: Key, *, and_return: bool = False) -> None:
        """Make this card the next one; with `and_return`, the current card counts as not visited and comes again."""
        self._called = key
        if and_return:
            self._visited.pop()

    def next(self, still_open: Iterable[Key]) -> Key | None:
        """The card that was called, else the next open card not visited yet, wrapping around; None if there is none."""
        if self._called:
            called, self._called = self._called, None
            return called
        waiting = list(still_open)
        self.order += [one for one in waiting if one not in self.order]
        at = self.order.index(self._visited[-1]) + 1 if self._visited else 0
        onward = (*self.order[at:], *self.order[:at])
        return next((one for one in onward if one in waiting and one not in self._visited), None)

    def call_previous(self) -> None:
        """Make the card visited before this one the next; this one comes again later."""
        if len(self._visited) > 1:
            self.call(self._visited[-2], and_return=True)
        elif self._visited:
            self.call(self._visited[-1])
