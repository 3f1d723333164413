"""Lays out plain text: the lines of a template, one sentence each, become paragraphs and lists.

A list item begins with `- ` or `1. ` and keeps a line of its own; other sentences run on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from consentui.text import clean

_BLANKS = re.compile(r"[ \t\n]+")
"""Not `\\s`, which would match the narrow no-break spaces of French; these stay."""
_ITEM = re.compile(r"- |\d+\. ")
_SENTENCE_END = re.compile(r"[.?!…][\u202f»”“)]*$")
_NO_END = ",;: \u202f"


def one_line(text: str) -> str:
    """Foreign text on one line, without anything that could control a terminal or a page."""
    return _BLANKS.sub(" ", clean(text)).strip(" ")


def lines_of(text: str) -> list[str]:
    """The lines of foreign text, such as an address, without the empty ones."""
    return [line for line in map(one_line, clean(text).split("\n")) if line]


def ended(text: str) -> str:
    """The text as a sentence: with a full stop, unless it ends with punctuation of its own."""
    line = one_line(text).strip()
    if not line or _SENTENCE_END.search(line):
        return line
    return f"{line.rstrip(_NO_END)}."


def unended(text: str) -> str:
    """The text without its final full stop, to be quoted within a sentence."""
    line = one_line(text)
    return line if line.endswith("..") else line.removesuffix(".")


def is_sentence(line: str) -> bool:
    """Whether the line is a sentence rather than a heading."""
    return bool(_SENTENCE_END.search(line))


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """The lines of each paragraph; empty lines separate paragraphs."""
    parts = re.split(r"\n[ \t]*\n", text)
    found = (tuple(line for line in map(one_line, part.split("\n")) if line) for part in parts)
    return tuple(lines for lines in found if lines)


def run_on(lines: Iterable[str]) -> str:
    """Sentences as one paragraph, with list items on lines of their own."""
    text = ""
    after_item = False
    for line in lines:
        item = bool(_ITEM.match(line))
        text += ("\n" if item or after_item else " ") + line
        after_item = item
    return text[1:]


def set_out(text: str) -> str:
    """The text of a template laid out for reading, with an empty line between paragraphs."""
    return "\n\n".join(run_on(lines) for lines in paragraphs(text))
