"""Fair turns: what is compared is measured alternately, so that a busy moment hits all alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple, TypeVar

from tests.journeys.environment import isolated_environment

Found = TypeVar("Found")


class Measured(NamedTuple):
    """What several rounds gave."""

    middle: float
    """Their median."""
    spread: float = 0
    """By which part of it a round lies away from it: the median over the rounds."""

    def times(self, count: float) -> Measured:
        """The same for so many."""
        return Measured(self.middle * count, self.spread)


def in_turns(measures: Mapping[str, Callable[[], Found]], rounds: int) -> dict[str, list[Found]]:
    """What each measure gave in each round (A B C, A B C, …), after one round that only warms up."""
    for measure in measures.values():
        measure()
    found: dict[str, list[Found]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            found[name].append(measure())
    return found


def measured(found: Mapping[str, Sequence[float]]) -> dict[str, Measured]:
    """The median of each measure, and how far its rounds lie from it."""
    return {name: _measured(values) for name, values in found.items()}


def _measured(values: Sequence[float]) -> Measured:
    middle = median(values)
    return Measured(middle, median(abs(value - middle) for value in values) / middle if middle else 0)


def milliseconds(job: Callable[[], object]) -> float:
    """The processor time that a job of this process takes: other programs on the machine do not count."""
    started = process_time()
    job()
    return (process_time() - started) * 1000


def milliseconds_of(*command: str | Path, env: Mapping[str, str]) -> float:
    """The processor time of a program from its start to its end, whichever way it ends."""
    process = subprocess.Popen(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (usage.ru_utime + usage.ru_stime) * 1000


def apart(module: str, home: Path, *arguments: object) -> dict[str, Measured]:
    """What `module` measures when it runs alone in a process and a home of its own; it prints JSON."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        env=isolated_environment(home),
        check=True,
        stdout=subprocess.PIPE,
    )
    return {name: Measured(*values) for name, values in json.loads(done.stdout).items()}
