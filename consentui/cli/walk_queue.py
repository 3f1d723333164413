"""The cards of a plain walk in their order, and which of them were passed."""

from __future__ import annotations

from collections.abc import Iterable

Key = tuple[str, str]
"""An account's id and a control's reference."""


class Queue:
    """An order that stays as it was when the walk began, so that numbers mean the same from card to card."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.order = list(keys)
        self._passed: list[Key] = []
        self._called: Key | None = None

    def arrive(self, key: Key) -> None:
        """At this card."""
        if key not in self.order:
            self.order.append(key)
        if key in self._passed:
            self._passed.remove(key)
        self._passed.append(key)

    def number(self, key: Key) -> int:
        """The place of a card, from 1."""
        return self.order.index(key) + 1

    def call(self, key: Key, *, and_return: bool = False) -> None:
        """Let this card be the next; where one is to return, the card that one is at is not passed."""
        self._called = key
        if and_return:
            self._passed.pop()

    def next(self, still_open: Iterable[Key]) -> Key | None:
        """The card that was called, else the next open one that was not passed, round the end; None when all were."""
        if self._called:
            called, self._called = self._called, None
            return called
        waiting = list(still_open)
        self.order += [one for one in waiting if one not in self.order]
        at = self.order.index(self._passed[-1]) + 1 if self._passed else 0
        onward = (*self.order[at:], *self.order[:at])
        return next((one for one in onward if one in waiting and one not in self._passed), None)

    def call_previous(self) -> None:
        """Let the card that was passed before this one be the next; this one comes again."""
        if len(self._passed) > 1:
            self.call(self._passed[-2], and_return=True)
        elif self._passed:
            self.call(self._passed[-1])
