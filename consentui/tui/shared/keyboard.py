"""Turn the bytes of the terminal into keys, and drop those that are neither text nor the code of a key.

Textual's own reader fails at the first of them, which ends the program. It also reads what follows an escape character
inside a pasted text as keys that were pressed.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator

from textual._xterm_parser import XTermParser
from textual.events import Paste
from textual.message import Message

_UNDECODABLE = re.compile("[\udc80-\udcff]")
_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"
_LONGEST_CODE = 40
"""In characters; Textual gives up on a longer code."""


class Keyboard:
    """Read bytes, pass on messages, and count what had to be dropped."""

    def __init__(self, give: Callable[[Message], None]) -> None:
        self._give = give
        self._parser = XTermParser()
        self._pasted: str | None = None
        """The text pasted so far, while its end has not arrived; None outside a paste."""
        self._decode = getincrementaldecoder("utf-8")("surrogateescape").decode

    def feed(self, data: bytes, *, final: bool = False) -> int:
        """Pass on the messages that are complete with these bytes, and return how many bytes and codes were dropped."""
        text, dropped = _UNDECODABLE.subn("", self._decode(data, final))
        while text:
            if self._pasted is None:
                keys, begun, text = text.partition(_PASTE_BEGINS)
                dropped += sum(not self._is_understood(piece) for piece in _pieces(keys))
                self._pasted = "" if begun else None
            else:
                self._pasted, ended, text = (self._pasted + text).partition(_PASTE_ENDS)
                if ended:
                    self._give(Paste(self._pasted))
                    self._pasted = None
        return dropped

    def tick(self) -> None:
        """Pass on the Escape key if nothing followed an escape character in time; to be called regularly."""
        for message in self._parser.tick():
            self._give(message)

    def _is_understood(self, piece: str) -> bool:
        try:
            for message in self._parser.feed(piece):
                self._give(message)
        except (ArithmeticError, ValueError):
            self._begin_anew()
            return False
        return True

    def _begin_anew(self) -> None:
        """Replace a parser that failed, which reads nothing more, and hand on what it knew of the terminal."""
        failed, self._parser = self._parser, XTermParser()
        self._parser.mouse_pixels = failed.mouse_pixels
        self._parser.terminal_size = failed.terminal_size
        self._parser.terminal_pixel_size = failed.terminal_pixel_size


def _pieces(text: str) -> Iterator[str]:
    """Split the text into pieces so that a code that fails takes nothing else with it.

    After an escape character, each character that may still belong to its code is a piece of its own.
    """
    for part in re.split("(?=\x1b)", text):
        codes = _LONGEST_CODE if part.startswith("\x1b") else 0
        yield from part[:codes]
        if rest := part[codes:]:
            yield rest
