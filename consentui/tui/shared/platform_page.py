"""The sheet about a platform as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from consentui import clock
from consentui.knowledge.records import Platform
from consentui.profile.session import Session
from consentui.tui.shared.columns import heading
from consentui.tui.shared.sheet import TextSheet
from consentui.words.names import platform_name
from consentui.words.platforms import platform_page


def page_of(session: Session, platform: Platform) -> TextSheet:
    """Return the sheet with what is known about a platform."""
    parts = platform_page(platform, session.knowledge.controller(platform.controller), clock.today())
    return TextSheet(platform_name(platform), Content("\n").join(_lines(parts)))


def _lines(parts: Iterator[tuple[str, str]]) -> Iterator[Content]:
    for title, text in parts:
        if title:
            yield Content("")
            yield heading(title)
        for line in text.splitlines():
            yield Content(line).stylize("$accent") if line.startswith("https://") else Content(line)
