"""Ask the terminal before the interface starts whether its background is light or dark.

The query is OSC 11 (xterm control sequences), which terminals that do not know it ignore. It is followed by a query
that practically all terminals answer (primary device attributes), whose answer ends the wait.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from contextlib import suppress

_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_LAST_ANSWER = re.compile(rb"\x1b\[\?[\d;]*c")
PATIENCE_SECONDS = 1.0
"""How long to wait for the answer of the terminal; one that comes later is read as keys.

Generous, for slow connections: hardly any terminal leaves the second query unanswered, so the wait is rarely so long.
"""
_MIDDLE = 0.5


def is_light(answer: bytes) -> bool:
    """Whether the answer to OSC 11 names a light colour, judged by the weights of relative luminance (WCAG 2.2)."""
    found = _COLOUR.search(answer)
    if found is None:
        return False
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue > _MIDDLE)


class ColourQuestion:
    """The query for the background colour, sent on construction; `says_light` reads the answer.

    In between, echo is off and nothing else may read from the terminal.
    """

    def __init__(self) -> None:
        self._terminal: int | None = None
        # Over a network the answer may arrive so late that it would be read as typing.
        if sys.platform == "win32" or "SSH_CONNECTION" in os.environ:
            return
        import termios
        import tty

        with suppress(OSError, termios.error):
            self._terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
            self._before = termios.tcgetattr(self._terminal)
            tty.setcbreak(self._terminal, termios.TCSANOW)
            os.write(self._terminal, _QUESTION)

    def says_light(self) -> bool:
        """Whether the terminal says that its background is light; False if it does not answer. To be called once."""
        if self._terminal is None or sys.platform == "win32":
            return False
        import termios

        try:
            return is_light(_answered(self._terminal))
        finally:
            with suppress(OSError, termios.error, AttributeError):
                termios.tcsetattr(self._terminal, termios.TCSANOW, self._before)
            os.close(self._terminal)


def _answered(terminal: int) -> bytes:
    answer, give_up = b"", time.monotonic() + PATIENCE_SECONDS
    while not _LAST_ANSWER.search(answer) and (left := give_up - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            answer += os.read(terminal, 1024)
    return answer
