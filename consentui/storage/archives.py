"""What goes wrong in archives that are not as they should be."""

from __future__ import annotations

import lzma
import struct
import zlib
from zipfile import BadZipFile

BROKEN = (
    BadZipFile,
    EOFError,
    NotImplementedError,  # a way of packing that Python lacks
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
"""What Python's `zipfile` raises over archives that are not as they should be."""
