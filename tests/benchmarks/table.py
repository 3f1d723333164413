"""The table that the benchmarks print: what was measured, against what, the goal and whether it is met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One comparison; both values are in `unit`."""

    what: str
    against: str
    ours: float
    base: float
    unit: str
    goal: float
    """The ratio not to exceed."""

    @property
    def ratio(self) -> float:
        return self.ours / self.base

    @property
    def verdict(self) -> str:
        return "ok" if self.ratio <= self.goal else "over"


def render(rows: Iterable[Row]) -> str:
    """The rows as aligned text, with a heading."""
    heading = ("what", "ours", "against", "base", "ratio", "goal", "verdict")
    lines = [heading, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heading))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    ours, base = (f"{value:.1f} {row.unit}" for value in (row.ours, row.base))
    return (row.what, ours, row.against, base, f"{row.ratio:.2f}", f"{row.goal:g}", row.verdict)
