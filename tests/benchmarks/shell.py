"""The baseline for Home: the smallest Textual program of the same shape.

It imports Textual and nothing else; its rows are the handles of `tests.benchmarks.profile`.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList


class Shell(App[None]):
    """A header, a list and a footer, with which Home is compared."""

    def __init__(self, rows: int = 20) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        yield Header()
        yield OptionList(*(f"@person-{number}" for number in range(1, self._rows + 1)))
        yield Footer()


if __name__ == "__main__":
    Shell(*map(int, sys.argv[1:])).run()
