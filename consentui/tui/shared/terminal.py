"""The terminal driver: reads so that no input can end the program, and can restore the terminal at any time."""

from __future__ import annotations

import os
import selectors
import termios
from contextlib import suppress

from textual.drivers.linux_driver import LinuxDriver

from consentui.tui.shared.ending import Dropped, HungUp
from consentui.tui.shared.keyboard import Keyboard

_LOOK_SECONDS = 0.1
_BLOCK = 4096
_STANDARD_ERROR = 2
"""The file descriptor that Textual draws on."""
_AS_IT_WAS = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""The codes that reset bracketed paste, line wrap, size reports, mouse reports, the key protocol, the alternate
screen, the cursor and focus reports."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, but with a reader that survives whatever is typed or pasted."""

    def run_input_thread(self) -> None:
        """Read until the interface ends or the terminal is gone."""
        keyboard = Keyboard(self.process_message)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LOOK_SECONDS):
                    data = self._read()
                    if dropped := keyboard.feed(data, final=not data):
                        self.process_message(Dropped(dropped))
                    if not data:
                        self.process_message(HungUp())
                        return
                keyboard.tick()

    def give_back(self) -> None:
        """Restore the terminal at once, whatever the interface is doing; nothing may be drawn afterwards."""
        with suppress(OSError, termios.error):
            os.write(_STANDARD_ERROR, _AS_IT_WAS)
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _BLOCK)
        except OSError:
            return b""
