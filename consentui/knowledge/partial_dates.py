"""Dates of which perhaps only the year or the month is known."""

from __future__ import annotations

from datetime import date

_REST = "-01-01"


def first_day(partial: str) -> date:
    """The first day that a partial date can mean: `2024-02` gives 1 February 2024.

    Raises ValueError for a date that is not in the calendar.
    """
    return date.fromisoformat(partial + _REST[len(partial) - len("2024") :])


def last_day(partial: str) -> date:
    """The last day that a partial date can mean: `2024-02` gives 29 February 2024.

    Raises ValueError for a date that is not in the calendar.
    """
    from calendar import monthrange

    first = first_day(partial)
    month = first.month if len(partial) > len("2024") else 12
    day = first.day if len(partial) > len("2024-02") else monthrange(first.year, month)[1]
    return date(first.year, month, day)
