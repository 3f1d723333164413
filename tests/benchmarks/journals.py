"""A journal of 100,000 entries, parsed and read from the cache, each compared with the least that it can take.

Run as `python -m tests.benchmarks.journals ROUNDS` in an isolated environment, it prints what it measured.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

from tests.benchmarks.rounds import Measured, apart, in_turns, measured, milliseconds
from tests.benchmarks.table import Row

ENTRIES = 100_000
_ACCOUNTS = 10_000


def write_journal(path: Path, count: int) -> None:
    """Write a journal of so many entries: accounts, and outcomes of their controls."""
    from consentui.journal import file
    from tests.builders import account_added, recorded

    accounts = [account_added(number, account=f"chirp-{number:04d}") for number in range(_ACCOUNTS)]
    outcomes = (
        recorded("switched-off", number, account=accounts[number % _ACCOUNTS].account, control=f"control-{number % 11}")
        for number in range(_ACCOUNTS, count)
    )
    file.append(path, [*accounts, *outcomes])


def measure(rounds: int) -> dict[str, Measured]:
    """The milliseconds of reading the journal in each way."""
    import tomli

    from consentui.journal import file
    from tests.builders import recorded

    with tempfile.TemporaryDirectory() as folder:
        path, place = Path(folder) / "journal.toml", Path(folder) / "kept.json"
        write_journal(path, ENTRIES)
        file.read(path, place)
        grown = Path(folder) / "grown.toml"
        grown.write_bytes(path.read_bytes())
        file.append(grown, [recorded("later", ENTRIES, account="chirp-0001")])
        measures: dict[str, Callable[[], object]] = {
            "tomli": lambda: tomli.loads(path.read_text(encoding="utf-8")),
            "cold": lambda: file.read(path),
            "hash": lambda: [sha256(one.read_bytes()).digest() for one in (path, place)],
            "warm": lambda: file.read(path, place),
            "grown": lambda: file.read(grown, place),
        }
        gc.disable()  # as in a command, which ends before any collection
        return measured(in_turns({name: partial(milliseconds, job) for name, job in measures.items()}, rounds))


def rows(folder: Path, rounds: int) -> list[Row]:
    """Parsing compared with tomli, the cache with reading and hashing the files, and one more entry with the cache."""
    found = apart("tests.benchmarks.journals", folder / "journals", rounds)
    name = f"journal of {ENTRIES:,} entries"
    return [
        Row(f"{name}, no cache", "tomli alone", found["cold"], found["tomli"], "ms", 1.25),
        Row(f"{name}, warm", "read and hash", found["warm"], found["hash"], "ms", 2),
        Row(f"{name} and one more, warm", "without it", found["grown"], found["warm"], "ms", 1.1),
    ]


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
