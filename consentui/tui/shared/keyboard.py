"""What comes from the terminal, made into keys: bytes that are no text and codes of no key end nothing.

Textual's own reader ends at the first of them, and the program with it. And it takes what follows an escape within a
pasted text for keys that were pressed.
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
"""In characters: Textual gives up a code that is longer."""


class Keyboard:
    """Reads bytes and gives messages; counts what it had to drop."""

    def __init__(self, give: Callable[[Message], None]) -> None:
        self._give = give
        self._parser = XTermParser()
        self._pasted: str | None = None
        """What was pasted so far, where the end of it has not come."""
        self._decode = getincrementaldecoder("utf-8")("surrogateescape").decode

    def feed(self, data: bytes, *, final: bool = False) -> int:
        """Give what these bytes say, as soon as they say it; gives how many bytes and codes were dropped."""
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
        """To be called now and then: an escape that nothing follows is the key."""
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
        """A parser that failed reads nothing more; another one needs to know what it knew of the terminal."""
        failed, self._parser = self._parser, XTermParser()
        self._parser.mouse_pixels = failed.mouse_pixels
        self._parser.terminal_size = failed.terminal_size
        self._parser.terminal_pixel_size = failed.terminal_pixel_size


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces, each character of what may be a code by itself: with a code that fails, nothing else goes."""
    for part in re.split("(?=\x1b)", text):
        codes = _LONGEST_CODE if part.startswith("\x1b") else 0
        yield from part[:codes]
        if rest := part[codes:]:
            yield rest
