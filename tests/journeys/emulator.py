"""A terminal emulator: bytes go in, a screen and the replies of an xterm come out.

pyte keeps the screen. It misreads sequences newer than the VT220, so these are taken out first, and those that ask
something are answered, because a program would otherwise wait in vain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pyte

ALTERNATE_SCREEN = 1049
SYNCHRONISED_OUTPUT = 2026
_PRIVATE = 5  # the number of bits by which pyte shifts private modes
_KNOWN_MODES = frozenset({1, 6, 7, 12, 25, 1000, 1002, 1003, 1004, 1006, ALTERNATE_SCREEN, 2004, SYNCHRONISED_OUTPUT})

_BEYOND_PYTE = re.compile(
    rb"\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"  # titles, colours, clipboard, links
    rb"|\x1b[P_^X][^\x1b]*\x1b\\"  # device control, application and privacy strings
    rb"|\x1b\[(?P<csi>"
    rb"[<=>][0-9;:]*[ -/]*[@-~]"  # keyboard protocols, secondary attributes
    rb"|\??[0-9;:]*[ -/]+[@-~]"  # mode requests, cursor shapes
    rb"|\?[0-9;]*[nu]"  # private status reports, keyboard protocol query
    rb"|[0-9;]*:[0-9;:]*m"  # underline shapes and colours
    rb"|[0-9;]*t)"  # window operations
)
_CUT_SHORT = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[]P_^X][^\x07\x1b]*\x1b?)?\Z")


class Screen(pyte.Screen):
    """pyte's screen, with the alternate screen that full-screen programs draw on."""

    def __init__(self, columns: int, lines: int, reply: Callable[[bytes], None]) -> None:
        self._reply = reply
        self._main: dict[int, Any] = {}
        super().__init__(columns, lines)

    def write_process_input(self, data: str) -> None:
        self._reply(data.encode())

    def report_device_attributes(self, mode: int = 0, **kwargs: bool) -> None:
        if mode == 0 and not kwargs.get("private"):
            self._reply(b"\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c")

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        if kwargs.get("private") and ALTERNATE_SCREEN in modes and not self.is_set(ALTERNATE_SCREEN):
            self.save_cursor()
            self._main = dict(self.buffer)
            self.buffer.clear()
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        if kwargs.get("private") and ALTERNATE_SCREEN in modes and self.is_set(ALTERNATE_SCREEN):
            self.buffer.clear()
            self.buffer.update(self._main)
            self.restore_cursor()
        super().reset_mode(*modes, **kwargs)

    def is_set(self, mode: int) -> bool:
        """Whether the program switched a private mode on."""
        return mode << _PRIVATE in self.mode


class Emulator:
    """A terminal of this size that shows the bytes it is fed; `reply` gets its replies."""

    def __init__(self, columns: int, lines: int, reply: Callable[[bytes], None]) -> None:
        self.screen = Screen(columns, lines, reply)
        self._reply = reply
        self._stream = pyte.ByteStream(self.screen)
        self._tail = b""

    def feed(self, data: bytes) -> None:
        """Show bytes; a sequence cut short at the end is kept until the rest comes."""
        data = self._tail + data
        cut = _CUT_SHORT.search(data)
        end = cut.start() if cut else len(data)
        self._tail = data[end:]
        done = 0
        for found in _BEYOND_PYTE.finditer(data, 0, end):
            self._stream.feed(data[done : found.start()])
            done = found.end()
            if (csi := found["csi"]) is not None:
                self._control(csi)
            elif (osc := found["osc"]) is not None:
                self._command(osc)
        self._stream.feed(data[done:end])

    def _control(self, csi: bytes) -> None:
        if csi in {b">c", b">0c"}:
            self._reply(b"\x1b[>41;390;0c")
        elif csi in {b">q", b">0q"}:
            self._reply(b"\x1bP>|XTerm(390)\x1b\\")
        elif asked := re.fullmatch(rb"\?(\d+)\$p", csi):
            mode = int(asked[1])
            state = 0 if mode not in _KNOWN_MODES else 1 if self.screen.is_set(mode) else 2
            self._reply(b"\x1b[?%d;%d$y" % (mode, state))
        elif csi == b"?6n":
            self._reply(b"\x1b[?%d;%dR" % (self.screen.cursor.y + 1, self.screen.cursor.x + 1))
        elif csi == b"18t":
            self._reply(b"\x1b[8;%d;%dt" % (self.screen.lines, self.screen.columns))

    def _command(self, osc: bytes) -> None:
        number, _, value = osc.partition(b";")
        if number in {b"0", b"2"}:
            self.screen.set_title(value.decode(errors="replace"))
        elif value == b"?" and number in {b"10", b"11"}:
            colour = b"ffff/ffff/ffff" if number == b"10" else b"0000/0000/0000"
            self._reply(b"\x1b]" + number + b";rgb:" + colour + b"\x1b\\")
