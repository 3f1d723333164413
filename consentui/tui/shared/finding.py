"""Search that does not block a screen: its index is prepared in a thread the first time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from consentui.knowledge.search.index import Index
from consentui.tui.shared.screens import BaseScreen


def once_everything_is_read(screen: BaseScreen[Any], then: Callable[[], None]) -> None:
    """Prepare the search index in a thread and call `then` once it is ready; do nothing if it is ready already."""
    finder = screen.window.session.finder

    def read() -> None:
        screen.hand_over(found, finder.prepare())

    def found(_index: Index) -> None:
        then()

    if not finder.is_ready:
        screen.run_worker(read, thread=True, exclusive=True, group="index")
