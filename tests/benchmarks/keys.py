"""The time from a key to the repainted screen, in Home's list of 10,000 accounts and in a bare list of the same length.

Measured in wall-clock time, because that is what a person waits for; other programs on the machine count too.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
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


def repaints(rounds: int, home: Path, key: str, *command: str) -> list[float]:
    """The milliseconds from each press of a key to the first output after it."""
    with Terminal(sys.executable, "-m", *command, home=home, env={"PYTHONPATH": str(Path.cwd())}) as terminal:
        terminal.wait_for(handle(1))
        terminal.wait_quiet(2, timeout=30)
        return [_repaint(terminal, key) for _ in range(rounds * _KEYS_A_ROUND)]


def _repaint(terminal: Terminal, key: str) -> float:
    pressed = perf_counter()
    terminal.press(key)
    terminal.wait_until(lambda: terminal.read_at > pressed)
    seconds = terminal.read_at - pressed
    terminal.wait_quiet(_STANDS)
    return seconds * 1000


def rows(folder: Path, rounds: int) -> list[Row]:
    """The medians compared with that of a bare list, and the 95th percentiles compared with the limit."""
    home = prepared(folder / str(_ACCOUNTS), _ACCOUNTS)
    bare = measured({"bare": repaints(rounds, home, "down", "tests.benchmarks.shell", str(_ACCOUNTS))})["bare"]
    return [
        *_rows(f"key → repaint, Home with {_ACCOUNTS:,} accounts", repaints(rounds, home, "down", "consentui"), bare),
        *_rows("key → repaint, the next card", repaints(rounds, home, "tab", "consentui", "walk", handle(1)), bare),
    ]


def _rows(name: str, ours: Sequence[float], bare: Measured) -> list[Row]:
    time = measured({name: ours})[name]
    slowest = Measured(quantiles(ours, n=20)[-1], time.spread)
    return [
        Row(name, "a bare list as long", time, bare, "ms", 1.5),
        Row(f"{name}, p95", "50 ms", slowest, Measured(_LONGEST_MS), "ms", 1),
    ]
