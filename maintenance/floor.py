"""The end of `make coverage`: raise the floor in `pyproject.toml` to what the tests have just reached. For maintainers.

Coverage.py itself fails a run that stays below `fail_under`; here the floor rises, so that it is never lowered by hand.
"""

from __future__ import annotations

import math
import re
import sys
from io import StringIO

from coverage import Coverage

from maintenance.install import CHECKOUT

FLOOR = re.compile(r"(?m)^(fail_under = )([\d.]+)$")
SLACK = 0.2
"""Percentage points below what was reached: branches that depend on how two threads meet are not taken every time."""


def raised(project: str, reached: float) -> str:
    """The text of `pyproject.toml` with the floor just below what was reached, or as it is if that is no higher.

    ValueError: the text has no floor.
    """
    if (found := FLOOR.search(project)) is None:
        raise ValueError("pyproject.toml has no line fail_under = …")
    floor = math.floor((reached - SLACK) * 10) / 10
    return FLOOR.sub(rf"\g<1>{floor}", project) if floor > float(found[2]) else project


def main() -> int:
    """Raise the floor by the data of the last run, and say so."""
    measured = Coverage(config_file=str(CHECKOUT / "pyproject.toml"))
    measured.load()
    reached = measured.report(file=StringIO())
    path = CHECKOUT / "pyproject.toml"
    before = path.read_text(encoding="utf-8")
    after = raised(before, reached)
    path.write_text(after, encoding="utf-8")
    print(f"{reached:.2f} % reached; " + ("the floor stays" if after == before else "the floor rises: commit it"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
