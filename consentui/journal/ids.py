"""Ids of entries, which sort by time, and short ids for accounts."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import datetime
from operator import attrgetter
from typing import Protocol, TypeVar

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The digits of a ULID (Crockford's base 32), none of which is easily mistaken for another."""
_DIGIT_OF_BYTE = bytes(ord(_DIGITS[byte % 32]) for byte in range(256))
_TIME_DIGITS, _RANDOM_DIGITS = 10, 16
_STEPPED_DIGITS = 13
"""How many leading digits of an id are counted up to sort after another; the others stay random, so that two programs
that follow the same id at the same moment still give different ids."""

TIMELESS = "76EZ91ZQ00"
"""The time digits of the year 10000. No clock gives ids from here on: their time counts as unknown, and new ids could
not sort after them for ever."""
_LAST = "76EZ91ZPZZZZZ"
"""The highest leading digits below `TIMELESS`: an id that begins with them cannot be counted up."""


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


Known = TypeVar("Known", bound=HasId)


def in_order(things: Iterable[Known]) -> list[Known]:
    """The things oldest first by their ids; those of unknown time come first of all, so that new ones stay last."""
    ordered = sorted(things, key=attrgetter("id"))
    timeless = bisect_left(ordered, TIMELESS, key=attrgetter("id"))
    return ordered[timeless:] + ordered[:timeless]


def newest_id(things: Iterable[HasId]) -> str | None:
    """The id that the next one must sort after: the highest that can be counted up; None if there is none."""
    return max((thing.id for thing in things if thing.id < _LAST), default=None)


def entry_id(now: datetime, after: str | None = None) -> str:
    """A ULID for this moment that sorts after the given one, even if the clock was put back.

    If counting up from the given id would reach `TIMELESS`, the result is an id of this moment all the same.
    """
    milliseconds = max(int(now.timestamp() * 1000), 0)
    time = "".join([_DIGITS[milliseconds >> shift & 31] for shift in range(5 * (_TIME_DIGITS - 1), -5, -5)])
    new = time + _random(_RANDOM_DIGITS)
    if after is None or new > after:
        return new
    following = _following(after[:_STEPPED_DIGITS])
    return following + _random(len(after) - _STEPPED_DIGITS) if following < TIMELESS else new


def _random(digits: int) -> str:
    return os.urandom(digits).translate(_DIGIT_OF_BYTE).decode()


def _following(digits: str) -> str:
    """The digits counted up by one, with carry."""
    kept = digits.rstrip(_DIGITS[-1])
    return kept[:-1] + _DIGITS[_DIGITS.index(kept[-1]) + 1] + _DIGITS[0] * (len(digits) - len(kept))


def account_id(platform: str, taken: AbstractSet[str]) -> str:
    """An id for a new account: its platform and four random characters, not among those taken."""
    import secrets

    while True:
        candidate = f"{platform}-{''.join(secrets.choice(_DIGITS.lower()) for _ in range(4))}"
        if candidate not in taken:
            return candidate
