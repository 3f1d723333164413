"""Home's first screen compared with the first screens of other Textual programs, if these are installed.

The variable CONSENTUI_PEERS names a folder with a virtual environment for each; CONTRIBUTING says how to make one.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tests.benchmarks.paints import paint, paint_of
from tests.benchmarks.profile import prepared
from tests.benchmarks.rounds import Measured, in_turns, measured
from tests.benchmarks.table import Row

_FOLDER = "CONSENTUI_PEERS"
_GOAL = 0.5
_LOG_LINES = 20
_PEERS: Mapping[str, tuple[str, str]] = {
    "toolong": ("bin/tl", "Line nos"),
    "harlequin": ("bin/harlequin", "Run Query"),
    "posting": ("bin/posting", "Collection"),
}
"""The program of each, inside its environment, and a text of its first screen."""


def installed(environments: Path) -> dict[str, tuple[Path, str]]:
    """The peers that have an environment in this folder: the program and a text of its first screen."""
    found = {name: (environments / name / program, text) for name, (program, text) in _PEERS.items()}
    return {name: (program, text) for name, (program, text) in found.items() if program.is_file()}


def rows(folder: Path, rounds: int) -> list[Row]:
    """Home with 20 accounts compared with the fastest of the peers; nothing if none is installed."""
    environments = os.environ.get(_FOLDER)
    peers = installed(Path(environments).absolute()) if environments else {}
    if not peers:
        return []
    home, few = folder / "peers", prepared(folder / "20", 20)
    log = folder / "peers.log"
    log.write_text("".join(f"line {number}\n" for number in range(_LOG_LINES)), encoding="utf-8")
    measures = {
        name: partial(paint_of, home, text, program, *((log,) if name == "toolong" else ()))
        for name, (program, text) in peers.items()
    }
    found = in_turns({"ours": partial(paint, few, "consentui"), **measures}, rounds)
    time = measured({name: [one.milliseconds for one in paints] for name, paints in found.items()})
    fastest = min(peers, key=lambda name: time[name].middle)
    return [_against(name, time["ours"], time[name]) for name in [fastest, *sorted(peers.keys() - {fastest})]]


def _against(name: str, ours: Measured, theirs: Measured) -> Row:
    return Row("Home, 20 accounts: first screen", f"{name}, its first", ours, theirs, "ms", _GOAL)
