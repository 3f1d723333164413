"""Corrupt files as accidents, disks and attackers do; the same seed gives the same result."""

from __future__ import annotations

import re
from random import Random

_PIECES = (
    b"\0", b"\xff", b"\xef\xbb\xbf", b'"', b"'''", b'"""', b"[[entry]]", b"[" * 3000, b"{" * 3000, b"]" * 50, b"{",
    b"9999-12-31", b"0001-01-01T00:00:00+14:00", b"7ZZZZZZZZZZZZZZZZZZZZZZZZZ", b"../../../etc/passwd", b"/dev/zero",
    b"= inf", b"= nan", b"9" * 5000, b"-1", b"1e999", b"\\uD800", b"\\U0010FFFF", b"what = ", b"\n", b"\r", b"\r\n\r\n",
    b"<<<<<<< HEAD\n", b"schema = 2\n", b"null", b"true", b"[]", b"{}", b"PK\x03\x04", b"\x1b[31m", b"=?utf-8?b?/w==?=",
    b"Content-Type: multipart/mixed; boundary=a\r\n", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b",", b";", b"\t", b"%",
    b"\xc2\xb2",
)  # fmt: skip
_VALUE = re.compile(rb"""-?[0-9][0-9.]*|"[^"\n]*"|\btrue\b|\bfalse\b""")
"""A value, replaced as a whole so that the file stays readable up to the meaning of its values."""
_LENGTHS = (0, 0, 1, 1, 2, 4, 8, 40, 400)


def spoilt(content: bytes, random: Random) -> bytes:
    """The content with pieces removed, repeated, moved or replaced, or with bits flipped."""
    changed = bytearray(content)
    for _change in range(random.choice((1, 1, 2, 3, 6))):
        start = random.randint(0, len(changed))
        end = min(len(changed), start + random.choice(_LENGTHS))
        match random.randrange(7):
            case 0:
                changed[start:end] = random.choice(_PIECES)
            case 1:
                changed[start:end] = random.randbytes(random.choice(_LENGTHS))
            case 2:
                changed[start:start] = changed[start:end] * random.choice((1, 2, 50))
            case 3:
                del changed[start:end]
            case 4 if start < len(changed):
                changed[start] ^= 1 << random.randrange(8)
            case 5 if values := list(_VALUE.finditer(changed)):
                first, last = random.choice(values).span()
                changed[first:last] = random.choice(_PIECES)
            case _:
                other = random.randint(0, len(changed))
                changed[other:other] = changed[start:end]
    if random.random() < 0.02:
        del changed[random.randint(0, len(changed)) :]
    return bytes(changed)
