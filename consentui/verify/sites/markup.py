"""Pages and licences taken apart without being run, expanded or followed."""

from __future__ import annotations

from contextlib import suppress
from html.parser import HTMLParser

MOST_CHARACTERS = 300_000
"""What is for machines stands at the beginning of a page."""


class Markup(HTMLParser):
    """Reads as far as anything can be made of it."""

    def take(self, text: str) -> None:
        """Read a text from its beginning."""
        # Python's own reader gives up so at marked sections that nobody knows (`<![x`).
        with suppress(AssertionError):
            self.feed(text[:MOST_CHARACTERS])
