"""Parsing pages and licences without running, expanding or following anything in them."""

from __future__ import annotations

from contextlib import suppress
from html.parser import HTMLParser

MOST_CHARACTERS = 300_000
"""How much of a page is read; what is meant for machines is at its beginning."""


class Markup(HTMLParser):
    """A parser that reads malformed markup as far as it can."""

    def take(self, text: str) -> None:
        """Read the beginning of a text."""
        # `HTMLParser` raises AssertionError at an unknown marked section (`<![x`).
        with suppress(AssertionError):
            self.feed(text[:MOST_CHARACTERS])
