"""The sheet of where the facts about a control come from, and of what happened on the platform."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from consentui.i18n import _, language
from consentui.i18n.dates import partial_date
from consentui.knowledge.records import Control, Platform
from consentui.tui.shared.sheet import Sheet
from consentui.words.plain import source_line


class Sources(Sheet[None]):
    """The sources of a control, then the events that touched it, the latest first."""

    def __init__(self, platform: Platform, control: Control) -> None:
        super().__init__()
        self.title_text = control.title.in_language(language())
        self._text = Content("\n").join(_lines(platform, control))

    def compose_body(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(self._text, markup=False)


def _lines(platform: Platform, control: Control) -> Iterator[Content]:
    yield Content(_("Sources")).stylize("bold")
    for source in control.source:
        yield Content(source_line(source))
        yield Content(source.url).stylize("$accent")
    touching = sorted((e for e in platform.event if control.id in e.touches), key=lambda e: e.date, reverse=True)
    if touching:
        yield Content("")
        yield Content(_("What happened")).stylize("bold")
    for event in touching:
        yield Content(f"{partial_date(event.date)}{_(':')} {event.what.in_language(language())}")
        yield Content(event.url).stylize("$accent")
