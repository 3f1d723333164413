"""Whether the terminal is light or dark, asked of the terminal itself before the interface starts.

The question is OSC 11 (xterm control sequences); terminals that do not know it stay silent. So a second
one that all answer (primary device attributes) is asked after it: its answer ends the wait.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time

_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_LAST_ANSWER = re.compile(rb"\x1b\[\?[\d;]*c")
PATIENCE_SECONDS = 0.2
"""How long a terminal may take to answer at all."""
_MIDDLE = 0.5


def terminal_is_light() -> bool:
    """Whether the terminal says that its background is light; False where it does not say."""
    if sys.platform == "win32":
        return False
    try:
        return is_light(_asked())
    except OSError:
        return False


def is_light(answer: bytes) -> bool:
    """Whether an answer to OSC 11 names a light colour, by its relative luminance (WCAG 2.2)."""
    found = _COLOUR.search(answer)
    if found is None:
        return False
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue > _MIDDLE)


if sys.platform != "win32":
    import termios
    import tty

    def _asked() -> bytes:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
        try:
            before = termios.tcgetattr(terminal)
            try:
                tty.setcbreak(terminal, termios.TCSANOW)
                os.write(terminal, _QUESTION)
                return _answered(terminal)
            finally:
                termios.tcsetattr(terminal, termios.TCSANOW, before)
        except termios.error:
            return b""
        finally:
            os.close(terminal)

    def _answered(terminal: int) -> bytes:
        answer, give_up = b"", time.monotonic() + PATIENCE_SECONDS
        while not _LAST_ANSWER.search(answer) and (left := give_up - time.monotonic()) > 0:
            if select.select([terminal], [], [], left)[0]:
                answer += os.read(terminal, 1024)
        return answer
