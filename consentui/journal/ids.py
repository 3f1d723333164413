"""Ids that sort by time, and short ids for accounts."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: nothing in it is easily taken for something else."""


def entry_id(now: datetime, after: str | None = None) -> str:
    """A ULID for this moment that sorts after the given one, even when the clock went back."""
    from ulid import ULID

    new = str(ULID.from_datetime(now))
    if after is not None and new <= after:
        return str(ULID.from_int(int(ULID.from_str(after)) + 1))
    return new


def account_id(platform: str, taken: AbstractSet[str]) -> str:
    """A new account's id: the platform and four characters that no other account has."""
    import secrets

    while True:
        candidate = f"{platform}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"
        if candidate not in taken:
            return candidate
