"""The results of each day, kept in a file and compared with the previous ones."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.benchmarks.table import Row

FOLDER = Path(__file__).parent / "results"
_LEAST = 0.05
"""Smaller differences are never reported, because the rounds of one run vary less than those of two runs."""


def keep(rows: Iterable[Row], growth: Mapping[str, Mapping[int, float]], today: date, folder: Path = FOLDER) -> Path:
    """Write the results of a day, replacing earlier ones of the same day."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{today.isoformat()}.json"
    content = {"python": platform.python_version(), "rows": [row.plain for row in rows], "growth": growth}
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def last(before: date, folder: Path = FOLDER) -> Mapping[str, Any] | None:
    """The last results kept before a day; None if there are none."""
    days = sorted(path for path in folder.glob("*.json") if path.stem < before.isoformat())
    found: Mapping[str, Any] | None = json.loads(days[-1].read_text(encoding="utf-8")) if days else None
    return found


def slower(rows: Iterable[Row], then: Mapping[str, Any]) -> Iterator[str]:
    """A line for each comparison whose ratio grew by more than the noise of both measurements."""
    known = {(one["what"], one["against"]): one for one in then["rows"]}
    for row in rows:
        if before := known.get((row.what, row.against)):
            noise = max(_LEAST, row.noise + before["noise"])
            if row.ratio > before["ratio"] * (1 + noise):
                yield f"slower: {row.what}: {before['ratio']:.2f} → {row.ratio:.2f} (noise {noise:.0%})"
