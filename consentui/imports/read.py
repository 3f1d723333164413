"""Reading a file of any supported kind, recognised by its first bytes."""

from __future__ import annotations

from typing import BinaryIO

from consentui.imports.bookmarks import read_bookmarks
from consentui.imports.found import FileReading
from consentui.imports.keepass import ROOT, read_keepass
from consentui.imports.objects import read_objects
from consentui.imports.tables import read_table
from consentui.storage.reading import MARK

_START = 200


def read(file: BinaryIO) -> FileReading:
    """The accounts in a seekable file, and what is wrong with it; raises OSError if it cannot be read."""
    start = file.read(_START).removeprefix(MARK).lstrip()
    file.seek(0)
    if start.startswith(b"{"):
        return read_objects(file)
    if ROOT in start.lower():
        return read_keepass(file)
    if start.startswith(b"<"):
        return read_bookmarks(file)
    return read_table(file)
