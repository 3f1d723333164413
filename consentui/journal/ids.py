"""Ids that sort by time, and short ids for accounts."""

from __future__ import annotations

import os
from collections.abc import Set as AbstractSet
from datetime import datetime

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The digits of a ULID (base 32 by Crockford): none is easily taken for another."""
_DIGIT_OF_BYTE = bytes(ord(_DIGITS[byte % 32]) for byte in range(256))
_TIME_DIGITS, _RANDOM_DIGITS = 10, 16


def entry_id(now: datetime, after: str | None = None) -> str:
    """A ULID for this moment that sorts after the given one, even when the clock went back."""
    milliseconds = int(now.timestamp() * 1000)
    time = "".join([_DIGITS[milliseconds >> shift & 31] for shift in range(5 * (_TIME_DIGITS - 1), -5, -5)])
    if after is not None and after[:_TIME_DIGITS] >= time:
        return _following(after)
    return time + os.urandom(_RANDOM_DIGITS).translate(_DIGIT_OF_BYTE).decode()


def _following(ulid: str) -> str:
    """The next ULID of all: one more in the last digit, carried where it was the highest."""
    kept = ulid.rstrip(_DIGITS[-1])
    return kept[:-1] + _DIGITS[_DIGITS.index(kept[-1]) + 1] + _DIGITS[0] * (len(ulid) - len(kept))


def account_id(platform: str, taken: AbstractSet[str]) -> str:
    """A new account's id: the platform and four characters that no other account has."""
    import secrets

    while True:
        candidate = f"{platform}-{''.join(secrets.choice(_DIGITS.lower()) for _ in range(4))}"
        if candidate not in taken:
            return candidate
