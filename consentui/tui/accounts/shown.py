"""Draw what a download or a host shows about a control, as lines of a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from consentui.i18n import _, language
from consentui.profile.checks import Shown
from consentui.words.checks import line_words, verdict_name


def shown_lines(line: Shown) -> Iterator[Content]:
    """Yield a control with its verdict, and what the verdict rests on."""
    style = "$warning" if line.contradicts else "$accent" if line.settles else "$muted"
    title = line.item.control.title.in_language(language())
    yield Content(title) + Content(f"{_(':')} ") + Content(verdict_name(line.verdict)).stylize(style)
    yield Content(line_words(line.item, line.check)).stylize(style if line.contradicts else "$muted")
