"""Any of the files that say which accounts a person has: what it is, it says itself."""

from __future__ import annotations

from typing import BinaryIO

from consentui.imports.bookmarks import read_bookmarks
from consentui.imports.found import FileReading
from consentui.imports.objects import read_objects
from consentui.imports.tables import read_table
from consentui.storage.reading import MARK

_START = 200


def read(file: BinaryIO) -> FileReading:
    """What a file that can be sought in holds, and what is wrong with it; raises OSError when it cannot be read."""
    start = file.read(_START).removeprefix(MARK).lstrip()
    file.seek(0)
    if start.startswith(b"{"):
        return read_objects(file)
    if start.startswith(b"<"):
        return read_bookmarks(file)
    return read_table(file)
