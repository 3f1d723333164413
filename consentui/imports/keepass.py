"""The XML file that KeePass and KeePassXC export; only addresses and user names are collected.

Source: KeePass 2.x XML as KeePassXC writes it (`KdbxXmlWriter`): an `Entry` has a `String` for each field, with its
`Key` and `Value`; what an entry was before is in its `History`.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from html.parser import HTMLParser
from typing import BinaryIO

from consentui.imports.found import FileFault, FileReading, FoundAccount
from consentui.storage.reading import blocks_of

ROOT = b"<keepassfile"
_ADDRESS, _NAME = "URL", "UserName"


def read_keepass(file: BinaryIO) -> FileReading:
    """The accounts in an XML export of KeePass."""
    entries = _Entries()
    decoder = getincrementaldecoder("utf-8")(errors="replace")
    for block in blocks_of(file):
        entries.feed(decoder.decode(block))
    entries.close()
    faults = () if entries.found else (FileFault("no-rows"),)
    return FileReading("keepassxc", tuple(entries.found), faults, entries.passed)


class _Entries(HTMLParser):
    """Reads the tags of the file in lower case; unlike a parser of XML, it expands no entities of the file's own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[FoundAccount] = []
        self.passed = 0
        self._tag = ""
        self._key = ""
        self._is_past = False
        self._line = 0
        self._texts: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- HTMLParser's
        self._tag = tag
        if tag == "history":
            self._is_past = True
        elif tag == "entry" and not self._is_past:
            self._line, self._texts = self.getpos()[0], {}
        elif tag == "string":
            self._key = ""

    def handle_data(self, data: str) -> None:
        if self._is_past:
            return
        if self._tag == "key":
            self._key += data
        elif self._tag == "value" and self._key in {_ADDRESS, _NAME}:
            self._texts[self._key] = self._texts.get(self._key, "") + data

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""
        if tag == "history":
            self._is_past = False
        elif tag == "entry" and not self._is_past:
            self._end_entry()

    def _end_entry(self) -> None:
        address = self._texts.get(_ADDRESS, "").strip()
        if address:
            self.found.append(FoundAccount(self._line, address, self._texts.get(_NAME, "").strip()))
        else:
            self.passed += 1
