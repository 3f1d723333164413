"""Home's first paint: processor time and peak memory from the start until the first account is on the screen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.profile import handle, prepared
from tests.benchmarks.rounds import in_turns, measured
from tests.benchmarks.table import Row
from tests.journeys.terminal import Terminal

_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
"""The unit, in bytes, in which the kernel counts peak resident memory."""


class Paint(NamedTuple):
    """What one start of a program took."""

    milliseconds: float
    mebibytes: float


def paint(home: Path, module: str, *arguments: str) -> Paint:
    """Start a Python module and wait for the first handle."""
    return paint_of(home, handle(1), sys.executable, "-m", module, *arguments, env={"PYTHONPATH": str(Path.cwd())})


def paint_of(home: Path, text: str, *command: str | Path, env: dict[str, str] | None = None) -> Paint:
    """Start a program and wait for a text on its screen; the memory is the peak until then."""
    # Other programs refuse to start in a language that the machine does not have; every machine has this one.
    with Terminal(*command, home=home, lang="C.UTF-8", env=env) as terminal:
        terminal.wait_for(text, timeout=60)
    if terminal.usage is None:
        raise RuntimeError("the program ended without an account of its use")
    seconds = terminal.usage.ru_utime + terminal.usage.ru_stime
    return Paint(seconds * 1000, terminal.usage.ru_maxrss * _MEMORY_UNIT / 2**20)


def rows(folder: Path, rounds: int) -> list[Row]:
    """Home with 20 accounts compared with the shell; with 1,000, and with 10,000 with history, compared with 20."""
    few, many = (prepared(folder / str(accounts), accounts) for accounts in (20, 1000))
    most = prepared(folder / "10000-with-history", 10_000, with_history=True)
    found = in_turns(
        {
            "shell": lambda: paint(few, "tests.benchmarks.shell"),
            "few": lambda: paint(few, "consentui"),
            "many": lambda: paint(many, "consentui"),
            "most": lambda: paint(most, "consentui"),
        },
        rounds,
    )
    time = measured({name: [one.milliseconds for one in paints] for name, paints in found.items()})
    memory = measured({name: [one.mebibytes for one in paints] for name, paints in found.items()})
    return [
        Row("Home, 20 accounts: first paint", "the shell", time["few"], time["shell"], "ms", 1.1),
        Row("Home, 20 accounts: peak memory", "the shell", memory["few"], memory["shell"], "MiB", 1.1),
        Row("Home, 1,000 accounts: first paint", "20 accounts", time["many"], time["few"], "ms", 2),
        Row("Home, 10,000 accounts × 12 with history: first paint", "20 accounts", time["most"], time["few"], "ms", 3),
    ]
