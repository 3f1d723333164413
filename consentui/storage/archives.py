"""The errors that a damaged or malformed archive can cause."""

from __future__ import annotations

import lzma
import struct
import zlib
from zipfile import BadZipFile

BROKEN = (
    BadZipFile,
    EOFError,
    NotImplementedError,  # a compression method that Python lacks
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
"""The exceptions that Python's `zipfile` raises for damaged or malformed archives."""
