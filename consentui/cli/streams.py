"""Prepare the standard streams, so that closed streams, unbuffered streams and poor encodings cause no errors.

A character that the encoding of a stream lacks is written with plain ones.
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
"""Replacements for characters that an encoding lacks; never a double quote, which would end a string in JSON."""
_NAME = "consentui-plain"


def prepare_streams() -> None:
    """Prepare the streams; to be called once, before anything is read or written."""
    _open_what_is_closed()
    codecs.register_error(_NAME, _in_plain_letters)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            setattr(sys, name, _prepared(stream))


def _open_what_is_closed() -> None:
    """Open closed streams on the null device, or a file opened later would take their number and be read or written."""
    for number, mode in enumerate(("r", "w", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one
        name = ("stdin", "stdout", "stderr")[number]
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 -- stays open


def _prepared(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """Make a stream replace characters that its encoding lacks, and buffer it if it is not.

    On an unbuffered stream, Python takes a write for complete when a full disk took only a part of it.
    """
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
