"""The yardstick for Home: the least that a Textual program of its shape can be.

It imports Textual and nothing else, and its rows bear the handles of `tests.benchmarks.profile`.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList


class Shell(App[None]):
    """What Home is measured against."""

    def __init__(self, rows: int = 20) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        yield Header()
        yield OptionList(*(f"@person-{number}" for number in range(1, self._rows + 1)))
        yield Footer()


if __name__ == "__main__":
    Shell(*map(int, sys.argv[1:])).run()
