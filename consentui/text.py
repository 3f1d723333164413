"""Text that others wrote, made inert at the border, and text made findable.

Handles, notes, imported journals and foreign knowledge files pass `clean` or `clean_line` once, when
they come in; what is stored and shown afterwards can be trusted not to drive the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, overrides and isolates
    "\u2028\u2029"  # line and paragraph separators, which only some programs break at
    "\ufeff\ufff9-\ufffb"  # byte-order mark, interlinear annotation
    "\U000e0000-\U000e007f"  # tag characters
    "\ud800-\udfff"  # lone surrogates, from undecodable bytes
    "]"
)
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "œ": "oe", "æ": "ae"})


def clean(text: str) -> str:
    """The text without anything that a terminal, a page or a reader could be driven by; line ends as newlines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNSEEN.sub("", text)


def clean_line(text: str) -> str:
    """The cleaned text on one line, with single spaces."""
    if text.isascii() and text.isprintable() and " ".join(text.split()) == text:
        return text  # as nearly all are, told in a tenth of the time: it is asked of every account of a ledger
    return _SPACES.sub(" ", clean(text)).strip()


def findable(text: str) -> str:
    """The text folded for search: no case, no accents, no ornate letters, plain quotes, single spaces."""
    if text.isascii():
        return _SPACES.sub(" ", text.lower()).strip()
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_QUOTES)
    if not decomposed.isascii():
        decomposed = "".join(filterfalse(unicodedata.combining, decomposed))
    return _SPACES.sub(" ", decomposed).strip()


def shorten(text: str, width: int) -> str:
    """The text cut to a number of characters, with an ellipsis where something is missing."""
    return text if len(text) <= width else text[: max(width - 1, 0)].rstrip() + "…"


def folded(text: str, width: int) -> str:
    """The text on lines of a width, its own line ends kept; French marks stay with the word before them."""
    from textwrap import wrap

    # Unlike most, `textwrap` breaks at plain spaces alone, not at the narrow no-break ones.
    lines = (wrap(line, max(width, 1), break_on_hyphens=False) or [""] for line in text.splitlines())
    return "\n".join(part for parts in lines for part in parts)


def capitalised(text: str) -> str:
    """The text with its first letter capital, unless it is a name that begins small: `iPhone`."""
    return text[:1].upper() + text[1:] if text[:2].islower() else text
