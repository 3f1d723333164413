"""The time from a key to the repainted screen, in Home's list of 10,000 accounts and in a bare list of the same length.

Measured in wall-clock time, because that is what a person waits for; other programs on the machine count too.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from tests.benchmarks.profile import handle, prepared
from tests.benchmarks.rounds import Measured, measured
from tests.benchmarks.table import Row
from tests.journeys.terminal import Terminal

_ACCOUNTS = 10_000
_KEYS_A_ROUND = 10
_STANDS = 0.3
"""Seconds without output after which the screen is at rest; the pane beside the list is drawn a moment after it."""
_LONGEST_MS = 50.0


def repaints(rounds: int, home: Path, *command: str) -> list[float]:
    """The milliseconds from each press of the down key to the first output after it."""
    with Terminal(sys.executable, "-m", *command, home=home, env={"PYTHONPATH": str(Path.cwd())}) as terminal:
        terminal.wait_for(handle(1))
        terminal.wait_quiet(2, timeout=30)
        return [_repaint(terminal) for _ in range(rounds * _KEYS_A_ROUND)]


def _repaint(terminal: Terminal) -> float:
    pressed = perf_counter()
    terminal.press("down")
    terminal.wait_until(lambda: terminal.read_at > pressed)
    seconds = terminal.read_at - pressed
    terminal.wait_quiet(_STANDS)
    return seconds * 1000


def rows(folder: Path, rounds: int) -> list[Row]:
    """The median compared with that of a bare list, and the 95th percentile compared with the limit."""
    home = prepared(folder / str(_ACCOUNTS), _ACCOUNTS)
    ours = repaints(rounds, home, "consentui")
    time = measured({"ours": ours, "bare": repaints(rounds, home, "tests.benchmarks.shell", str(_ACCOUNTS))})
    slowest = Measured(quantiles(ours, n=20)[-1], time["ours"].spread)
    name = f"key → repaint, Home with {_ACCOUNTS:,} accounts"
    return [
        Row(name, "a bare list as long", time["ours"], time["bare"], "ms", 1.5),
        Row(f"{name}, p95", "50 ms", slowest, Measured(_LONGEST_MS), "ms", 1),
    ]
