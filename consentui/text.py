"""Text from others stripped of control characters, text normalised for search, and text cut to a width.

Handles, notes, imported journals and foreign knowledge files pass through `clean` or `clean_line` once, on the
way in; what is stored and shown afterwards cannot send control sequences to the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 except tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, overrides and isolates
    "\u2028\u2029"  # line and paragraph separators: only some programs break lines there
    "\ufeff\ufff9-\ufffb"  # byte-order mark, interlinear annotation
    "\U000e0000-\U000e007f"  # tag characters
    "\ud800-\udfff"  # lone surrogates, from undecodable bytes
    "]"
)
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "œ": "oe", "æ": "ae"})


def clean(text: str) -> str:
    """The text without control, bidirectional and invisible characters (`UNSEEN`); every line end becomes a newline."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNSEEN.sub("", text)


def clean_line(text: str) -> str:
    """The cleaned text on one line, every run of white space collapsed to one space."""
    if text.isascii() and text.isprintable() and " ".join(text.split()) == text:
        return text  # the usual case, ten times as fast; this runs for every account of a ledger
    return _SPACES.sub(" ", clean(text)).strip()


def findable(text: str) -> str:
    """The text normalised for search: lower case, plain letters without accents, plain quotes, single spaces."""
    if text.isascii():
        return _SPACES.sub(" ", text.lower()).strip()
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_QUOTES)
    if not decomposed.isascii():
        decomposed = "".join(filterfalse(unicodedata.combining, decomposed))
    return _SPACES.sub(" ", decomposed).strip()


def shorten(text: str, width: int) -> str:
    """The text cut to at most `width` characters, ending in an ellipsis if anything was cut off."""
    return text if len(text) <= width else text[: max(width - 1, 0)].rstrip() + "…"


def wrapped(text: str, width: int) -> str:
    """The text wrapped at `width` characters, its own line breaks kept; French punctuation stays with its word."""
    from textwrap import wrap

    # Unlike `str.split`, `textwrap` breaks at ASCII white space only, never at a no-break space.
    lines = (wrap(line, max(width, 1), break_on_hyphens=False) or [""] for line in text.splitlines())
    return "\n".join(part for parts in lines for part in parts)


def wrapped_under(line: str, width: int) -> str:
    """A line wrapped like `wrapped`; if it is an item of a list, further lines stand under its text, not its mark."""
    indent = len(line) - len(line.lstrip(" ·"))
    first, *others = wrapped(line[indent:], width - indent).split("\n")
    return "\n".join((line[:indent] + first, *(" " * indent + other for other in others)))


def capitalised(text: str) -> str:
    """The text with its first letter capitalised, except for names written like `iPhone`."""
    return text[:1].upper() + text[1:] if text[:2].islower() else text
