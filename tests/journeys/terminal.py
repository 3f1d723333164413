"""A real terminal for the journeys: a program runs in a pseudo-terminal, keys go in, the screen is read.

Nothing sleeps for a fixed time: a test waits for what it expects on the screen, and fails with the screen in its
message if that does not appear.
"""

from __future__ import annotations

import fcntl
import os
import resource
import select
import signal
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Self

from tests.journeys.emulator import SYNCHRONISED_OUTPUT, Emulator
from tests.journeys.environment import isolated_environment
from tests.journeys.keys import bytes_of

_START = 'tty=$1; shift; exec "$@" <>"$tty" >&0 2>&0'
"""Open the terminal as a session leader, which makes it the controlling terminal: Ctrl+C and resizes then arrive."""
_LONE_ESCAPE = 0.15
"""Seconds of silence after which Textual takes an escape for the key and not for the start of a sequence."""

_LONG = 120
"""Seconds to wait for what should appear at once; long, because the machine may be busy."""

_FRAME = 0.1
"""Seconds to wait for the rest of a frame that the program has begun."""


class Cursor(NamedTuple):
    """The position of the cursor, counted from 0 at the top left."""

    row: int
    column: int
    visible: bool


class Terminal:
    """A program in a terminal of its own; leaving the `with` block ends both."""

    def __init__(
        self,
        *command: str | Path,
        cols: int = 100,
        rows: int = 30,
        lang: str = "en_GB.UTF-8",
        home: Path | None = None,
        env: dict[str, str] | None = None,
    ) -> None:
        """Start `command` with `home` as its home; without one, in a home that is deleted at the end."""
        self._own_home = tempfile.TemporaryDirectory(prefix="home-") if home is None else None
        self.home = Path(self._own_home.name) if self._own_home else home or Path()
        self.raw = b""
        """Every byte that the program wrote."""
        self.usage: resource.struct_rusage | None = None
        """The resources that the program used; None until it has ended."""
        self._emulator = Emulator(cols, rows, self._send)
        self._status: int | None = None
        self._escape_is_last = False
        self._master, self._slave = os.openpty()
        os.set_blocking(self._master, False)
        self._set_size(cols, rows)
        self.started = self.read_at = time.perf_counter()
        """When the program was started, and when it last wrote, in seconds of `time.perf_counter`."""
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", _START, "sh", os.ttyname(self._slave), *command],
            env=isolated_environment(self.home, lang) | (env or {}),
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    # --- What is seen ---

    @property
    def rows(self) -> list[str]:
        """The lines of the screen, without trailing blanks."""
        self._read_pending()
        return [row.rstrip() for row in self._emulator.screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.rows)

    @property
    def cursor(self) -> Cursor:
        self._read_pending()
        cursor = self._emulator.screen.cursor
        return Cursor(cursor.y, cursor.x, not cursor.hidden)

    @property
    def has_drawn(self) -> bool:
        """Whether the program has drawn anything since `forget_drawn` was last called."""
        self._read_pending()
        return bool(self._emulator.screen.dirty)

    def forget_drawn(self) -> None:
        """Wait for drawing that starts from now on."""
        self._read_pending()
        self._emulator.screen.dirty.clear()

    @property
    def title(self) -> str:
        """The title that the program set."""
        self._read_pending()
        return self._emulator.screen.title

    # --- What is done ---

    def press(self, *keys: str) -> None:
        """Press keys one after the other: `"a"`, `"enter"`, `"down"`, `"ctrl+q"`, `"f1"`."""
        for key in keys:
            self._send(bytes_of(key))
            self._escape_is_last = key == "escape"

    def type(self, text: str) -> None:
        """Type a text, character by character."""
        self._send(text.encode())

    def paste(self, text: str) -> None:
        """Paste a text, with the marks that terminals put around pasted text."""
        self._send(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def resize(self, cols: int, rows: int) -> None:
        """Change the size of the window, of which the program is notified."""
        self._read_pending()
        self._emulator.screen.resize(rows, cols)
        self._set_size(cols, rows)

    def kill(self, with_signal: signal.Signals = signal.SIGKILL) -> None:
        """Send the program a signal."""
        if self._running():
            os.killpg(self._process.pid, with_signal)

    # --- What is waited for ---

    def wait_for(self, text: str, timeout: float = _LONG) -> None:
        """Wait until a text is on one line of the screen; AssertionError with the screen if it never is."""
        self.wait_until(lambda: text in self.text, timeout, f"{text!r} to appear")

    def wait_gone(self, text: str, timeout: float = _LONG) -> None:
        """Wait until a text is on no line of the screen."""
        self.wait_until(lambda: text not in self.text, timeout, f"{text!r} to go")

    def wait_until(self, predicate: Callable[[], object], timeout: float = _LONG, what: str = "the condition") -> None:
        """Wait until `predicate` holds; it is asked again whenever the program wrote something."""
        deadline = time.monotonic() + timeout
        while not predicate():
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(self._complaint(f"Waited {timeout:g} s for {what}."))
            running = self._running()
            if not self._read(min(left, 0.1)) and not running and not predicate():
                raise AssertionError(self._complaint(f"Waited for {what}; the program has ended."))

    def wait_quiet(self, silence: float = 0.1, timeout: float = 5) -> None:
        """Wait until nothing is written for so long, because one change of the screen may take several frames."""
        give_up = time.monotonic() + timeout
        while self._read(silence) and time.monotonic() < give_up:
            pass

    def wait_exit(self, timeout: float = _LONG) -> int:
        """Wait until the program ends by itself; return its exit status, or minus the signal that ended it."""
        self.wait_until(lambda: not self._running(), timeout, "the program to end")
        return self._ended()

    def ends_well(self) -> None:
        """Wait until the program ends by itself; AssertionError with the screen if its exit status is not 0."""
        if self.wait_exit() != 0:
            self._read(_FRAME)
            raise AssertionError(self._complaint("The program did not end well."))

    def close(self) -> int:
        """End the program if it still runs, and return its exit status."""
        if self._master < 0:
            return self._ended()
        self.kill()
        while self._running():
            self._read(0.05)
        self._read_pending()
        os.close(self._master)
        os.close(self._slave)
        self._master = -1
        if self._own_home:
            self._own_home.cleanup()
        return self._ended()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- Internals ---

    def _set_size(self, cols: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def _running(self) -> bool:
        if self._status is None:
            pid, status, usage = os.wait4(self._process.pid, os.WNOHANG)
            if pid:
                self._status, self.usage = os.waitstatus_to_exitcode(status), usage
                self._process.returncode = self._status
        return self._status is None

    def _ended(self) -> int:
        if self._status is None:
            raise AssertionError(self._complaint("The program still runs."))
        return self._status

    def _read(self, patience: float) -> bool:
        """Read and show what the program writes within so many seconds; return whether it wrote anything."""
        if self._master < 0 or not select.select([self._master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # raised by Linux at the end of a pseudo-terminal
            return False
        self.read_at = time.perf_counter()
        self.raw += data
        self._emulator.feed(data)
        return bool(data)

    def _read_pending(self) -> None:
        while self._read(_FRAME if self._emulator.screen.is_set(SYNCHRONISED_OUTPUT) else 0):
            pass

    def _send(self, data: bytes) -> None:
        if self._escape_is_last:
            self._escape_is_last = False
            self._let_escape_stand_alone()
        while data:
            if not self._running():
                raise AssertionError(self._complaint(f"{data!r} was sent to a program that has ended."))
            self._read_pending()
            if select.select([], [self._master], [], 0.1)[1]:
                data = data[os.write(self._master, data[:256]) :]

    def _let_escape_stand_alone(self) -> None:
        give_up = time.monotonic() + 5
        while self._unread() and self._running() and time.monotonic() < give_up:
            self._read(0.01)
        silence_ends = time.monotonic() + _LONE_ESCAPE
        while (left := silence_ends - time.monotonic()) > 0:
            self._read(left)

    def _unread(self) -> int:
        """How many bytes sent to the program it has not read yet."""
        try:
            count: int = struct.unpack("i", fcntl.ioctl(self._slave, termios.FIONREAD, bytes(4)))[0]
        except OSError:  # the program has closed the terminal
            return 0
        return count

    def _complaint(self, what: str) -> str:
        state = "running" if self._running() else f"ended with {self._status}"
        screen = self._emulator.screen
        shown = "\n".join(screen.display).rstrip().splitlines()
        return "\n".join([f"{what} ({state}, {screen.columns}x{screen.lines})", *(f"│{row}" for row in shown)])
