"""`python -m tests.benchmarks [ROUNDS]`: measures, and prints one table. Run it before and after a change."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks import commands, downloads, knowledge, paints, reports, saves
from tests.benchmarks.table import Row, render

ROUNDS = 7


def main() -> None:
    """Measure everything in folders that are removed at the end."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    # Under build/, because a temporary folder is often in memory, where syncing costs nothing.
    parent = Path.cwd() / "build"
    parent.mkdir(exist_ok=True)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="bench-", dir=parent) as folder:
        for part in (paints, commands, saves, knowledge, downloads, reports):
            print(f"measuring {part.__name__.rpartition('.')[2]} …", file=sys.stderr)
            rows += part.rows(Path(folder), rounds)
    print(render(rows))


if __name__ == "__main__":
    main()
