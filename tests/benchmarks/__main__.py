"""`python -m tests.benchmarks [ROUNDS]`: measure, print one table, and say what got slower since the last time.

The results of the day are kept in `tests/benchmarks/results/`; the chart of growth is written to `docs/growth.svg`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from consentui import clock
from tests.benchmarks import (
    commands,
    downloads,
    journals,
    kept,
    keys,
    knowledge,
    paints,
    peers,
    reports,
    requests,
    saves,
    sitting,
)
from tests.benchmarks.growth import PICTURE, growth, picture
from tests.benchmarks.table import Row, render

ROUNDS = 7
_PARTS = (paints, peers, keys, commands, requests, saves, sitting, journals, knowledge, downloads, reports)


def main() -> None:
    """Measure everything, in folders that are deleted at the end."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    today = clock.today()
    # Under build/, because a temporary folder is often in memory, where syncing costs nothing.
    parent = Path.cwd() / "build"
    parent.mkdir(exist_ok=True)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="bench-", dir=parent) as folder:
        for part in _PARTS:
            print(f"measuring {part.__name__.rpartition('.')[2]} …", file=sys.stderr)
            rows += part.rows(Path(folder), rounds)
        print("measuring growth …", file=sys.stderr)
        grown = growth(Path(folder), min(rounds, 3))
    print(render(rows))
    if before := kept.last(today):
        print(*kept.slower(rows, before), sep="\n")
    PICTURE.write_text(picture(grown), encoding="utf-8")
    print(f"kept in {kept.keep(rows, grown, today).relative_to(Path.cwd())}", file=sys.stderr)


if __name__ == "__main__":
    main()
