"""Work in a thread, so that the screen answers keys meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from textual.worker import get_current_worker

from consentui.errors import ConsentuiError
from consentui.tui.shared.window import StandingScreen

Found = TypeVar("Found")


class AbandonedError(Exception):
    """The screen that wanted this was left, or wants something else by now."""


def aside(
    screen: StandingScreen[Any],
    group: str,
    find: Callable[[], Found],
    take: Callable[[Found], None],
    refused: Callable[[ConsentuiError], None] | None = None,
) -> None:
    """Find something in a thread and let the screen take it, unless it has closed in the meantime.

    What the screen asked for before in the same group is abandoned. An error is told, unless `refused` takes it.
    """

    def work() -> None:
        try:
            found = find()
        except ConsentuiError as error:
            screen.hand_over(refused or screen.window.tell, error)
        except AbandonedError:
            pass
        else:
            screen.hand_over(take, found)

    screen.run_worker(work, thread=True, exclusive=True, group=group)


def go_on_if_wanted() -> None:
    """Between two steps of a thread's work; raises AbandonedError once its worker was cancelled."""
    if get_current_worker().is_cancelled:
        raise AbandonedError
