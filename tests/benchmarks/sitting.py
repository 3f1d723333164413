"""The memory that a program gains while 10,000 outcomes are recorded in one sitting.

Run as `python -m tests.benchmarks.sitting` in an isolated environment, it prints mebibytes.
"""

from __future__ import annotations

import gc
import json
from pathlib import Path

from tests.benchmarks.profile import prepared, saver
from tests.benchmarks.rounds import Measured, apart
from tests.benchmarks.table import Row

OUTCOMES = 10_000
_MOST_MEBIBYTES = 10.0


def held() -> float:
    """The resident memory of the process now, in mebibytes; Linux only."""
    with Path("/proc/self/status").open(encoding="ascii") as lines:
        (line,) = (one for one in lines if one.startswith("VmRSS:"))
    return float(line.split()[1]) / 1024


def measure() -> dict[str, Measured]:
    """The mebibytes gained by recording OUTCOMES outcomes."""
    _journal, save = saver(20)
    save()
    gc.collect()
    before = held()
    for _ in range(OUTCOMES):
        save()
    gc.collect()
    return {"mebibytes": Measured(held() - before)}


def rows(folder: Path, rounds: int) -> list[Row]:
    """The memory gained, compared with the limit."""
    home = prepared(folder / "sitting", 20)
    found = apart("tests.benchmarks.sitting", home)
    most = Measured(_MOST_MEBIBYTES)
    return [Row(f"memory added by {OUTCOMES:,} outcomes", "10 MiB", found["mebibytes"], most, "MiB", 1)]


if __name__ == "__main__":
    print(json.dumps(measure()))
