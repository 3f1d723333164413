"""A command without screens against the imports that it cannot do without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks.profile import prepared
from tests.benchmarks.rounds import in_turns, medians
from tests.benchmarks.table import Row
from tests.journeys.environment import isolated_environment


def milliseconds(home: Path, *arguments: str) -> float:
    """The time from the start of a Python program to its end."""
    environment = isolated_environment(home)
    started = perf_counter()
    subprocess.run([sys.executable, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)
    return (perf_counter() - started) * 1000


def rows(folder: Path, rounds: int) -> list[Row]:
    """`consentui status` with 20 accounts."""
    home = prepared(folder / "20", 20)
    time = medians(
        in_turns(
            {
                "imports": lambda: milliseconds(home, "-c", "import click, msgspec, tomli"),
                "status": lambda: milliseconds(home, "-m", "consentui", "status"),
            },
            rounds,
        )
    )
    return [Row("consentui status", "import click, msgspec, tomli", time["status"], time["imports"], "ms", 2)]
