"""Ends that nobody asked the interface for: told by the system, or the terminal gone. The terminal is given back."""

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
PATIENCE_SECONDS = 2.0
"""How long the interface, and what it has begun aside, may take to end."""
_PAUSE_SECONDS = 0.02


class Dropped(Message):
    """Something came from the terminal that is no text and no key."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__()


class HungUp(Message):
    """The terminal has gone."""


def status_of(number: int) -> int:
    """The exit code of what a signal ended, as shells have it."""
    return 128 + number


def end_when_told(app: App[None]) -> None:
    """From now on, let a signal end the interface as a person would; by force where it does not get round to it."""
    loop = asyncio.get_running_loop()

    def told(number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(lambda: app.exit(return_code=status_of(number)))
        last = threading.Timer(PATIENCE_SECONDS, _end_by_force, (app, status_of(number)))
        last.daemon = True
        last.start()

    for number in SIGNALS:
        signal.signal(number, told)


def leave(status: int) -> int:
    """The exit code; where a thread does not end in time, such as one that asks a keyring, the process ends here."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while waited_for := _threads():
        if time.monotonic() > give_up:
            break
        waited_for[0].join(_PAUSE_SECONDS)
    if _threads():
        _end(status)
    return status


def _threads() -> list[threading.Thread]:
    """The threads that Python would wait for at its end."""
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
