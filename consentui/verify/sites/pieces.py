"""What was looked at of a site: a few files and one page, each there, missing, or not to be had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from consentui.text import clean_line, shorten

LONGEST_LINE = 160
"""In characters; what is quoted of a site."""
_HTML = (b"<!doctype html", b"<html")


class Place(StrEnum):
    """Where a site says something, as a path below its root; `PAGE` is the page that was named."""

    ROBOTS = "robots.txt"
    TDMREP = ".well-known/tdmrep.json"
    TRUST = "trust.txt"
    TRUST_WELL_KNOWN = ".well-known/trust.txt"
    GPC = ".well-known/gpc.json"
    AI_TXT = "ai.txt"
    LICENCE = "license.xml"
    """The licence that robots.txt names, whatever it is called."""
    PAGE = "page"
    HEADERS = "headers"
    """What the server sends with the page."""


State = Literal["there", "missing", "unknown"]


class Piece(Struct, frozen=True):
    """A file or page of a site."""

    state: State
    content: bytes = b""
    why: str = ""
    """Why nothing is known of it."""

    @property
    def is_web_page(self) -> bool:
        """Whether a web page stands where a file was asked for: many sites answer so for what is not there."""
        return self.content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML)


class Passage(Struct, frozen=True):
    """A place where something stands, word for word but shortened."""

    place: Place
    text: str
    line: int = 0
    """Counted from 1; 0 where lines do not count."""


class Site(Struct, frozen=True):
    """Everything that was looked at of a site."""

    root: str
    """Its address (`https://example.org`), empty for a folder."""
    pieces: Mapping[Place, Piece]
    headers: Mapping[str, str] | None = None
    """By their names in small letters; None where there are none to be seen, as in a folder."""

    def piece(self, place: Place) -> Piece:
        """What is there; a web page in the place of a file is none."""
        piece = self.pieces.get(place, Piece("missing"))
        return Piece("missing") if piece.is_web_page and place is not Place.PAGE else piece

    def text(self, place: Place) -> str:
        """The text of a file, empty where there is none; what is no UTF-8 in it does no harm."""
        return self.piece(place).content.decode("utf-8-sig", "replace")


def quoted(text: str) -> str:
    """What somebody else's site says, made inert and short enough to be shown."""
    return shorten(clean_line(text), LONGEST_LINE)


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without comments; empty ones are left out."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        bare = line.partition("#")[0].strip()
        if bare:
            yield number, bare
