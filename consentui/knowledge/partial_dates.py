"""Partial dates: a day, or only its month or year."""

from __future__ import annotations

from datetime import date

_REST = "-01-01"


def first_day(partial: str) -> date:
    """The first day of a partial date: 1 February 2024 for `2024-02`.

    Raises ValueError for a date that does not exist.
    """
    return date.fromisoformat(partial + _REST[len(partial) - len("2024") :])


def last_day(partial: str) -> date:
    """The last day of a partial date: 29 February 2024 for `2024-02`.

    Raises ValueError for a date that does not exist.
    """
    from calendar import monthrange

    first = first_day(partial)
    month = first.month if len(partial) > len("2024") else 12
    day = first.day if len(partial) > len("2024-02") else monthrange(first.year, month)[1]
    return date(first.year, month, day)
