"""The standard streams, made fit to be used: one that was closed is nothing, one that was opened plainly loses nothing.

A terminal that has few letters shows those it has: what it has not is written in plain ones.
"""

from __future__ import annotations

import codecs
import io
import os
import sys

_PLAIN = {
    "’": "'",
    "‘": "'",
    "…": "...",
    "–": "-",
    "—": "-",
    "•": "*",
    "→": "->",
    "\u202f": " ",
    "\u00a0": " ",
    "œ": "oe",
}
"""What stands for a character that an encoding has not; nothing that would end a string in JSON."""
_NAME = "consentui-plain"


def make_fit() -> None:
    """Once, before anything is read or written."""
    _open_what_is_closed()
    codecs.register_error(_NAME, _in_plain_letters)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            setattr(sys, name, _fit(stream))


def _open_what_is_closed() -> None:
    """No file that is opened later takes the place of a stream: a library may write there, or read."""
    for number, mode in enumerate(("r", "w", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free, which is this one
        name = ("stdin", "stdout", "stderr")[number]
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 -- for good


def _fit(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """Without a buffer, Python takes it for written whole when a full disk took a part."""
    if isinstance(stream.buffer, io.FileIO):
        return io.TextIOWrapper(io.BufferedWriter(stream.buffer), stream.encoding, _NAME, write_through=True)
    if stream.errors in {"strict", "backslashreplace", "surrogateescape"}:
        stream.reconfigure(errors=_NAME)
    return stream


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    left = error.object[error.start : error.end]
    plain = "".join(_PLAIN.get(char) or char.encode("ascii", "backslashreplace").decode() for char in left)
    return plain, error.end
