"""The table that the benchmarks print: what was compared with what, the goal, and whether it is met."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from tests.benchmarks.rounds import Measured


class Row(NamedTuple):
    """One comparison; both values are in `unit`."""

    what: str
    against: str
    ours: Measured
    base: Measured
    unit: str
    goal: float
    """The highest acceptable ratio."""

    @property
    def ratio(self) -> float:
        return self.ours.middle / self.base.middle

    @property
    def noise(self) -> float:
        """The fraction by which the ratio may vary without any change."""
        return self.ours.spread + self.base.spread

    @property
    def verdict(self) -> str:
        return "ok" if self.ratio <= self.goal else "over"

    @property
    def plain(self) -> dict[str, Any]:
        """The row as it is kept in the results file."""
        return {
            "what": self.what,
            "against": self.against,
            "ours": round(self.ours.middle, 3),
            "base": round(self.base.middle, 3),
            "unit": self.unit,
            "ratio": round(self.ratio, 3),
            "noise": round(self.noise, 3),
            "goal": self.goal,
        }


def render(rows: Iterable[Row]) -> str:
    """The rows as aligned text, with a heading."""
    heading = ("what", "ours", "against", "base", "ratio", "±", "goal", "verdict")
    lines = [heading, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heading))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    ours, base = (f"{value.middle:.1f} {row.unit}" for value in (row.ours, row.base))
    return (row.what, ours, row.against, base, f"{row.ratio:.2f}", f"{row.noise:.0%}", f"{row.goal:g}", row.verdict)
