"""Work in a thread that nobody waits for any more."""

from __future__ import annotations

from textual.worker import get_current_worker


class AbandonedError(Exception):
    """The screen that wanted this was left."""


def go_on_if_wanted() -> None:
    """Between two steps of a thread's work; raises AbandonedError once its worker was cancelled."""
    if get_current_worker().is_cancelled:
        raise AbandonedError
