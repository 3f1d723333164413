"""Commands compared with the imports that they cannot do without, and with 10,000 accounts compared with 20.

What only lists commands (`--help`, completion) is compared with the import of click alone.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tests.benchmarks.profile import handle, platform_of, prepared
from tests.benchmarks.rounds import in_turns, measured, milliseconds_of
from tests.benchmarks.table import Row
from tests.journeys.environment import isolated_environment

_GOAL = 1.4
_LISTS_GOAL = 1.3
_LISTS: Mapping[str, tuple[str, ...]] = {
    "--version": ("--version",),
    "--help": ("--help",),
    "completion of a command": (),
}
_COMPLETING = {"_CONSENTUI_COMPLETE": "bash_complete", "COMP_WORDS": "consentui ", "COMP_CWORD": "1"}
_MANY_GOAL = {"record": 2}
"""For each command about one account: how many times longer it may take with 10,000 accounts than with 20."""


def commands() -> Mapping[str, tuple[str, ...]]:
    """The arguments of the measured commands by name; `record` adds an outcome to the first account."""
    from consentui.bundled import data_folder
    from consentui.checklist.outcomes import suitable_outcomes
    from consentui.knowledge.base import KnowledgeBase

    knowledge = KnowledgeBase(data_folder())
    control = knowledge.platform(platform_of(1, knowledge.ids)).control[0]
    return {
        "status": ("status",),
        "next": ("next",),
        "due": ("due",),
        "record": ("record", handle(1), control.id, suitable_outcomes(control)[0]),
    }


def milliseconds(home: Path, *arguments: str, completing: bool = False) -> float:
    """The processor time of a Python program from start to end."""
    environment = isolated_environment(home) | (_COMPLETING if completing else {})
    return milliseconds_of(sys.executable, *arguments, env=environment)


def rows(folder: Path, rounds: int) -> list[Row]:
    """The listings of commands, each command with 20 accounts, and `record` with 10,000."""
    few, many = prepared(folder / "20", 20), prepared(folder / "10000", 10_000)
    asked = commands()
    measures = {
        "imports": partial(milliseconds, few, "-c", "import click, msgspec, tomli"),
        "click": partial(milliseconds, few, "-c", "import click"),
    }
    measures |= {
        name: partial(milliseconds, few, "-m", "consentui", *words, completing=not words)
        for name, words in _LISTS.items()
    }
    measures |= {name: partial(milliseconds, few, "-m", "consentui", *words) for name, words in asked.items()}
    measures |= {f"{name}, many": partial(milliseconds, many, "-m", "consentui", *asked[name]) for name in _MANY_GOAL}
    time = measured(in_turns(measures, rounds))
    against = "import click, msgspec, tomli"
    return [
        *(Row(f"consentui {name}", "import click", time[name], time["click"], "ms", _LISTS_GOAL) for name in _LISTS),
        *(Row(f"consentui {name}", against, time[name], time["imports"], "ms", _GOAL) for name in asked),
        *(
            Row(f"consentui {name}, 10,000 accounts", "20 accounts", time[f"{name}, many"], time[name], "ms", goal)
            for name, goal in _MANY_GOAL.items()
        ),
    ]
