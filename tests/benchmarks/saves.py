"""Saving an outcome, compared with a plain append and sync of the same bytes, with few and with many accounts.

Run as `python -m tests.benchmarks.saves ACCOUNTS ROUNDS` in an isolated environment, it prints the median
milliseconds of a save and of a plain append.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks.profile import prepared, saver
from tests.benchmarks.rounds import Measured, apart, in_turns, measured
from tests.benchmarks.table import Row

_SAVES_A_ROUND = 20
"""Saves are short and disks vary, so many more rounds are needed than for program starts."""


def append_and_sync(path: Path, block: bytes) -> None:
    """Do the least that a save can do."""
    with path.open("ab") as file:
        file.write(block)
        file.flush()
        os.fsync(file.fileno())


def measure(accounts: int, rounds: int) -> dict[str, Measured]:
    """The median milliseconds, in this process, of a save and of a plain append of the same bytes."""
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

    return measured(in_turns({"save": save, "append": append}, rounds))


def rows(folder: Path, rounds: int) -> list[Row]:
    """A save with 10 and with 10,000 accounts, each compared with the plain append, and with each other."""
    few, many = (_measured(folder, accounts, rounds * _SAVES_A_ROUND) for accounts in (10, 10_000))
    return [
        Row("save, 10 accounts", "append + fsync", few["save"], few["append"], "ms", 1.25),
        Row("save, 10,000 accounts", "append + fsync", many["save"], many["append"], "ms", 1.25),
        Row("save, 10,000 accounts", "10 accounts", many["save"], few["save"], "ms", 1.1),
    ]


def _measured(folder: Path, accounts: int, rounds: int) -> dict[str, Measured]:
    home = prepared(folder / str(accounts), accounts)
    return apart("tests.benchmarks.saves", home, accounts, rounds)


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]))))
