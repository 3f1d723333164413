"""Dates of which perhaps only the year or the month is known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def first_day(partial: str) -> date:
    """The first day that a partial date can mean: `2024-02` gives 1 February 2024."""
    year, month, day = _parts(partial)
    return date(year, month or 1, day or 1)


def last_day(partial: str) -> date:
    """The last day that a partial date can mean: `2024-02` gives 29 February 2024."""
    year, month, day = _parts(partial)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(partial: str) -> tuple[int, int, int]:
    year, month, day = (*(int(part) for part in partial.split("-")), 0, 0)[:3]
    return year, month, day
