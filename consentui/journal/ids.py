"""Ids that sort by time, and short ids for accounts."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import datetime
from operator import attrgetter
from typing import Protocol, TypeVar

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The digits of a ULID (base 32 by Crockford): none is easily taken for another."""
_DIGIT_OF_BYTE = bytes(ord(_DIGITS[byte % 32]) for byte in range(256))
_TIME_DIGITS, _RANDOM_DIGITS = 10, 16
_STEPPED_DIGITS = 13
"""How many digits of an id are counted up to sort after another; those behind stay random, so that two programs
that sort after the same id at the same moment still differ."""

TIMELESS = "76EZ91ZQ00"
"""From here on, ids are of the year 10000 or later. No clock gives them: they are of no time that is known, and could
not be followed for ever."""
_LAST = "76EZ91ZPZZZZZ"
"""What comes after the ids that begin so is timeless."""


class HasId(Protocol):
    """Whatever is known by an id."""

    @property
    def id(self) -> str: ...


Known = TypeVar("Known", bound=HasId)


def in_order(things: Iterable[Known]) -> list[Known]:
    """Oldest first by their ids; those of no known time come before all others, so that nothing new is outlasted."""
    ordered = sorted(things, key=attrgetter("id"))
    timeless = bisect_left(ordered, TIMELESS, key=attrgetter("id"))
    return ordered[timeless:] + ordered[:timeless]


def newest_id(things: Iterable[HasId]) -> str | None:
    """The id that the next one must sort after: the last of those that can be followed."""
    return max((thing.id for thing in things if thing.id < _LAST), default=None)


def entry_id(now: datetime, after: str | None = None) -> str:
    """A ULID for this moment that sorts after the given one, even when the clock went back.

    After the last id of all that are of a known time, which no program gave, it is one of this moment again.
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
    """One more in the last digit, carried where it was the highest."""
    kept = digits.rstrip(_DIGITS[-1])
    return kept[:-1] + _DIGITS[_DIGITS.index(kept[-1]) + 1] + _DIGITS[0] * (len(digits) - len(kept))


def account_id(platform: str, taken: AbstractSet[str]) -> str:
    """A new account's id: the platform and four characters that no other account has."""
    import secrets

    while True:
        candidate = f"{platform}-{''.join(secrets.choice(_DIGITS.lower()) for _ in range(4))}"
        if candidate not in taken:
            return candidate
