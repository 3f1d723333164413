"""End the interface on a signal or when its terminal is gone, and leave the terminal as it was found."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from types import FrameType

from textual.app import App
from textual.message import Message

HANG_UP = getattr(signal, "SIGHUP", signal.SIGTERM)
SIGNALS = {signal.SIGTERM, signal.SIGINT, HANG_UP}
_RESUMING = {getattr(signal, name) for name in ("SIGCONT", "SIGTSTP") if hasattr(signal, name)}
"""The signals on which the driver of Textual leaves the terminal and takes it again; it never gives them back."""
PATIENCE_SECONDS = 2.0
"""How long the interface may take to end after a signal, and its threads after it, before the process is ended."""
_PAUSE_SECONDS = 0.02


class Dropped(Message):
    """The terminal sent something that is neither text nor a key; `count` says how many such pieces."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__()


class HungUp(Message):
    """The terminal is gone."""


def status_of(number: int) -> int:
    """Return the exit code that shells give to a process ended by this signal."""
    return 128 + number


def end_when_told(app: App[None]) -> None:
    """Let signals end the interface as quitting does, and by force if that takes longer than `PATIENCE_SECONDS`."""
    loop = asyncio.get_running_loop()

    def told(number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(lambda: app.exit(return_code=status_of(number)))
        last = threading.Timer(PATIENCE_SECONDS, _end_by_force, (app, status_of(number)))
        last.daemon = True
        last.start()

    for number in SIGNALS:
        signal.signal(number, told)


def leave(status: int) -> int:
    """Wait for the threads to end and return the exit code.

    End the process right here if one does not end in time, such as a thread that waits for a keyring.
    """
    for number in _RESUMING:  # the driver would start again, without a loop to run in
        signal.signal(number, signal.SIG_DFL)
    give_up = time.monotonic() + PATIENCE_SECONDS
    while waited_for := _threads():
        if time.monotonic() > give_up:
            break
        waited_for[0].join(_PAUSE_SECONDS)
    if _threads():
        _end(status)
    return status


def _threads() -> list[threading.Thread]:
    """The threads that Python waits for before it exits."""
    main = threading.main_thread()
    return [one for one in threading.enumerate() if one is not main and not one.daemon]


def _end_by_force(app: App[None], status: int) -> None:
    give_back = getattr(app._driver, "give_back", None)  # noqa: SLF001 -- Textual has no public name for it
    if give_back:
        give_back()
    _end(status)


def _end(status: int) -> None:
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)
