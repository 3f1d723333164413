"""Fair turns: what is compared is measured alternately, so that a busy moment hits all alike."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import TypeVar

from tests.journeys.environment import isolated_environment

Found = TypeVar("Found")


def in_turns(measures: Mapping[str, Callable[[], Found]], rounds: int) -> dict[str, list[Found]]:
    """What each measure gave in each round (A B C, A B C, …), after one round that only warms up."""
    for measure in measures.values():
        measure()
    found: dict[str, list[Found]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            found[name].append(measure())
    return found


def medians(found: Mapping[str, list[float]]) -> dict[str, float]:
    """The median of each measure."""
    return {name: median(values) for name, values in found.items()}


def apart(module: str, home: Path, rounds: int) -> dict[str, float]:
    """What `module` measures when it runs alone in a process and a home of its own; it prints JSON."""
    done = subprocess.run(
        [sys.executable, "-m", module, str(rounds)], env=isolated_environment(home), check=True, capture_output=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found
