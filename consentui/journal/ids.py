"""Ids that sort by time, and short ids for accounts."""

from __future__ import annotations

import os
from collections.abc import Set as AbstractSet
from datetime import datetime

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The digits of a ULID (base 32 by Crockford): none is easily taken for another."""
_DIGIT_OF_BYTE = bytes(ord(_DIGITS[byte % 32]) for byte in range(256))
_AS_PYTHON_COUNTS = str.maketrans(_DIGITS, "0123456789abcdefghijklmnopqrstuv")
_TIME_DIGITS, _RANDOM_DIGITS = 10, 16
_STEPPED_DIGITS = 13
"""How many digits of an id are counted up to sort after another; those behind stay random, so that two programs
that sort after the same id at the same moment still differ."""


def entry_id(now: datetime, after: str | None = None) -> str:
    """A ULID for this moment that sorts after the given one, even when the clock went back."""
    milliseconds = int(now.timestamp() * 1000)
    time = "".join([_DIGITS[milliseconds >> shift & 31] for shift in range(5 * (_TIME_DIGITS - 1), -5, -5)])
    new = time + _random(_RANDOM_DIGITS)
    if after is None or new > after:
        return new
    return _following(after[:_STEPPED_DIGITS]) + _random(len(after) - _STEPPED_DIGITS)


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
