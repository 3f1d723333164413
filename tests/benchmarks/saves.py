"""A saved outcome against the plain append and sync of the same bytes, with few and with many accounts.

Run as `python -m tests.benchmarks.saves ACCOUNTS ROUNDS` in an isolated environment, it prints the median
milliseconds of a save and of a plain append.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks.profile import prepared, saver
from tests.benchmarks.rounds import in_turns, medians
from tests.benchmarks.table import Row
from tests.journeys.environment import isolated_environment

_SAVES_A_ROUND = 20
"""Saves are short and disks moody: many more are needed than of program starts."""


def append_and_sync(path: Path, block: bytes) -> None:
    """The least that a save can be."""
    with path.open("ab") as file:
        file.write(block)
        file.flush()
        os.fsync(file.fileno())


def measure(accounts: int, rounds: int) -> dict[str, float]:
    """Median milliseconds of a save and of a plain append of what the save wrote, in this process."""
    journal, save_one = saver(accounts)
    plain = journal.with_name("plain.toml")
    plain.write_bytes(journal.read_bytes())

    def save() -> float:
        started = perf_counter()
        save_one()
        return (perf_counter() - started) * 1000

    def append() -> float:
        block = journal.read_bytes()[plain.stat().st_size :]
        started = perf_counter()
        append_and_sync(plain, block)
        return (perf_counter() - started) * 1000

    return medians(in_turns({"save": save, "append": append}, rounds))


def rows(folder: Path, rounds: int) -> list[Row]:
    """A save with 10 and with 1,000 accounts, each against the plain append."""
    few, many = (_measured(folder, accounts, rounds * _SAVES_A_ROUND) for accounts in (10, 1000))
    return [
        Row("save, 10 accounts", "append + fsync", few["save"], few["append"], "ms", 1.5),
        Row("save, 1,000 accounts", "append + fsync", many["save"], many["append"], "ms", 1.5),
    ]


def _measured(folder: Path, accounts: int, rounds: int) -> dict[str, float]:
    home = prepared(folder / str(accounts), accounts)
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.saves", str(accounts), str(rounds)],
        env=isolated_environment(home),
        check=True,
        capture_output=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]))))
