"""Search that does not hold up a screen: what it needs is read aside, the first time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from consentui.knowledge.search.index import Index
from consentui.tui.shared.window import StandingScreen


def once_everything_is_read(screen: StandingScreen[Any], then: Callable[[], None]) -> None:
    """Have everything that is known read, unless it is, and look again for what was typed until then."""
    finder = screen.window.session.finder

    def read() -> None:
        screen.hand_over(found, finder.prepare())

    def found(_index: Index) -> None:
        then()

    if not finder.is_ready:
        screen.run_worker(read, thread=True, exclusive=True, group="index")
