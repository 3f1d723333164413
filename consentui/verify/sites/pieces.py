"""What was fetched of a site: a few files and one page, each of which is there, missing or unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from consentui.text import clean_line, shorten

LONGEST_LINE = 160
"""The most characters quoted from a site."""
_HTML = (b"<!doctype html", b"<html")


class Place(StrEnum):
    """Where a site may say something, as a path below its root; `PAGE` is the page that the person named."""

    ROBOTS = "robots.txt"
    TDMREP = ".well-known/tdmrep.json"
    TRUST_TXT = "trust.txt"
    TRUST_TXT_WELL_KNOWN = ".well-known/trust.txt"
    GPC = ".well-known/gpc.json"
    AI_TXT = "ai.txt"
    LICENCE = "license.xml"
    """The licence that robots.txt names, whatever its actual path."""
    PAGE = "page"
    HEADERS = "headers"
    """The HTTP headers sent with the page."""


State = Literal["there", "missing", "unknown"]


class Piece(Struct, frozen=True):
    """A file or page of a site."""

    state: State
    content: bytes = b""
    why: str = ""
    """Why the state is unknown."""

    @property
    def is_web_page(self) -> bool:
        """Whether the content is an HTML page, which many sites send in place of a missing file."""
        return self.content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML)


class Passage(Struct, frozen=True):
    """A quotation from a site, word for word but shortened, with its place."""

    place: Place
    text: str
    line: int = 0
    """The line number, counted from 1; 0 if it has none."""


class Site(Struct, frozen=True):
    """Everything that was fetched of a site."""

    root: str
    """Its address (`https://example.org`); empty for a folder."""
    pieces: Mapping[Place, Piece]
    headers: Mapping[str, str] | None = None
    """The HTTP headers of the page, with names in lower case; None if there are none, as for a folder."""

    def piece(self, place: Place) -> Piece:
        """The piece at a place; it counts as missing if the site sent a web page in place of a file."""
        piece = self.pieces.get(place, Piece("missing"))
        return Piece("missing") if piece.is_web_page and place is not Place.PAGE else piece

    def text(self, place: Place) -> str:
        """The text of a file, empty if there is none; invalid UTF-8 is replaced."""
        return self.piece(place).content.decode("utf-8-sig", "replace")


def quoted(text: str) -> str:
    """A quotation from a site, cleaned of control characters and shortened for display."""
    return shorten(clean_line(text), LONGEST_LINE)


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without comments and empty lines."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        bare = line.partition("#")[0].strip()
        if bare:
            yield number, bare
