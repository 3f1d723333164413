"""Run work in a thread, so that the screen keeps answering keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from textual.worker import get_current_worker

from consentui.errors import ConsentuiError
from consentui.tui.shared.screens import BaseScreen

Found = TypeVar("Found")


class AbandonedError(Exception):
    """The screen that asked for the work has closed, or has asked for something else since."""


def in_thread(
    screen: BaseScreen[Any],
    group: str,
    find: Callable[[], Found],
    take: Callable[[Found], None],
    refused: Callable[[ConsentuiError], None] | None = None,
) -> None:
    """Call `find` in a thread and `take` with its result in the app's thread, unless the screen has closed by then.

    A new call abandons the previous one of the same group: what that one finds is not taken, however late it comes. A
    ConsentuiError goes to `refused`, or is shown without one.
    """

    def work() -> None:
        worker = get_current_worker()

        def take_if_wanted(hand: Callable[[], None]) -> None:
            if not worker.is_cancelled:
                hand()

        try:
            found = find()
        except ConsentuiError as error:
            screen.hand_over(take_if_wanted, partial(refused or screen.window.tell, error))
        except AbandonedError:
            pass
        else:
            screen.hand_over(take_if_wanted, partial(take, found))

    screen.run_worker(work, thread=True, exclusive=True, group=group)


def go_on_if_wanted() -> None:
    """Raise AbandonedError if the current worker was cancelled; to be called between two steps of its work."""
    if get_current_worker().is_cancelled:
        raise AbandonedError
