"""Fair measuring: the things compared are measured in turns, so that a busy moment affects all alike."""

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
    """The result of several rounds."""

    middle: float
    """The median of the rounds."""
    spread: float = 0
    """The median deviation from the median, as a fraction of it."""

    def times(self, count: float) -> Measured:
        """The result multiplied by a count."""
        return Measured(self.middle * count, self.spread)


def in_turns(measures: Mapping[str, Callable[[], Found]], rounds: int) -> dict[str, list[Found]]:
    """The results of each measure in each round (A B C, A B C, …), after one round to warm up."""
    for measure in measures.values():
        measure()
    found: dict[str, list[Found]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            found[name].append(measure())
    return found


def measured(found: Mapping[str, Sequence[float]]) -> dict[str, Measured]:
    """The median and the spread of each measure."""
    return {name: _measured(values) for name, values in found.items()}


def _measured(values: Sequence[float]) -> Measured:
    middle = median(values)
    return Measured(middle, median(abs(value - middle) for value in values) / middle if middle else 0)


def milliseconds(job: Callable[[], object]) -> float:
    """The processor time of a job in this process, in milliseconds; other programs on the machine do not count."""
    started = process_time()
    job()
    return (process_time() - started) * 1000


def milliseconds_of(*command: str | Path, env: Mapping[str, str]) -> float:
    """The processor time of a program from start to end, in milliseconds, whatever its exit code."""
    process = subprocess.Popen(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (usage.ru_utime + usage.ru_stime) * 1000


def apart(module: str, home: Path, *arguments: object) -> dict[str, Measured]:
    """The results that `module` prints as JSON when run in a process and a home of its own."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        env=isolated_environment(home),
        check=True,
        stdout=subprocess.PIPE,
    )
    return {name: Measured(*values) for name, values in json.loads(done.stdout).items()}
