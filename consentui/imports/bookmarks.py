"""The bookmarks page (HTML) that every browser can export."""

from __future__ import annotations

from codecs import getincrementaldecoder
from html.parser import HTMLParser
from typing import BinaryIO

from consentui.imports.found import FileFault, FileReading, FoundAccount
from consentui.storage.reading import blocks_of


def read_bookmarks(file: BinaryIO) -> FileReading:
    """The addresses of the links in a bookmarks page."""
    links = _Links()
    decoder = getincrementaldecoder("utf-8")(errors="replace")
    for block in blocks_of(file):
        links.feed(decoder.decode(block))
    links.close()
    return FileReading("bookmarks", tuple(links.found), () if links.found else (FileFault("no-rows"),))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[FoundAccount] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href") if tag == "a" else None
        if address:
            self.found.append(FoundAccount(self.getpos()[0], address))
