"""The terminal's clipboard, set with the escape sequence OSC 52 (xterm control sequences).

A terminal does not acknowledge the sequence, so messages say "sent" and never "copied".
"""

from __future__ import annotations

import base64
import sys


def sequence(text: str) -> str:
    """The escape sequence that makes a terminal put the text on its clipboard."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a"


def send_to_terminal(text: str) -> None:
    """Send the text to the clipboard of the terminal on stdout."""
    sys.stdout.write(sequence(text))
    sys.stdout.flush()
