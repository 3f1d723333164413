"""The `<meta name=… content=…>` elements of a page. Nothing in the page is run or followed."""

from __future__ import annotations

from msgspec import Struct

from consentui.verify.sites.markup import Markup
from consentui.verify.sites.pieces import Passage, Place, Site, quoted

_MOST_MARKS = 1000


class Mark(Struct, frozen=True):
    """A `meta` element of a page."""

    name: str
    """In lower case."""
    content: str
    evidence: Passage


def marks_in(site: Site) -> tuple[Mark, ...]:
    """The `meta` elements of the page that was fetched, at most `_MOST_MARKS`."""
    reader = _Reader()
    reader.take(site.text(Place.PAGE))
    return tuple(reader.marks)


class _Reader(Markup):
    """Collects `meta` elements, ignoring those in comments, scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Mark] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta" or len(self.marks) >= _MOST_MARKS:
            return
        # Of several attributes with the same name the first counts, as in browsers.
        said = {name: value or "" for name, value in reversed(attrs)}
        if name := said.get("name", "").strip().casefold():
            line = self.getpos()[0]
            shown = quoted(self.get_starttag_text() or "")
            self.marks.append(Mark(name, said.get("content", ""), Passage(Place.PAGE, shown, line)))
