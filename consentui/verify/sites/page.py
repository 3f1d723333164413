"""What stands in a page for machines: `<meta name=… content=…>`. Nothing of the page is run or followed."""

from __future__ import annotations

from msgspec import Struct

from consentui.verify.sites.markup import Markup
from consentui.verify.sites.pieces import Passage, Place, Site, quoted

_MOST_MARKS = 1000


class Mark(Struct, frozen=True):
    """A `meta` of a page."""

    name: str
    """In small letters."""
    content: str
    evidence: Passage


def marks_in(site: Site) -> tuple[Mark, ...]:
    """The marks of the page that was looked at."""
    reader = _Reader()
    reader.take(site.text(Place.PAGE))
    return tuple(reader.marks)


class _Reader(Markup):
    """Collects marks, and passes over what is in comments, scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Mark] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta" or len(self.marks) >= _MOST_MARKS:
            return
        # The first attribute of a name counts, as in browsers.
        said = {name: value or "" for name, value in reversed(attrs)}
        if name := said.get("name", "").strip().casefold():
            line = self.getpos()[0]
            shown = quoted(self.get_starttag_text() or "")
            self.marks.append(Mark(name, said.get("content", ""), Passage(Place.PAGE, shown, line)))
