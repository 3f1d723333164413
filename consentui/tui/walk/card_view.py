"""Draw a card for a width and a height: title, the chosen way, then the facts.

If it does not fit, facts that nobody needs in order to act go first; then paragraphs are cut to their first sentences.
The way itself is never cut, and the card says that there is more.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content

from consentui.i18n import _
from consentui.text import capitalised
from consentui.words.cards import Card, Fact, Way

_LEAST_INDENT, _LEAST_TEXT = 10, 30
"""The least indent of facts, and the least width left for their text; with less, it goes below the headings."""
_SHORTEST_LINE = 10
_CLAUSE_ENDS = re.compile(r"[,;:](?= )|\u202f[;:](?= )| [(–]")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")
_MORE = " …"


class Hints(Struct, frozen=True):
    """The keys that work on parts of the card, shown beside them."""

    link: Content = Content("")
    age: Content = Content("")
    more: Content = Content("")
    """The key that shows the whole card; drawn only if facts were left out."""


class _Measure(Struct, frozen=True):
    """How much of a card to draw."""

    only_needed: bool = False
    most: tuple[int, ...] = ()
    """How many lines each paragraph may take, the description first, then the facts; empty for no limit."""
    gap: bool = True

    def lines_of(self, paragraph: int) -> int | None:
        return self.most[paragraph] if self.most else None


def card_content(
    card: Card,
    chosen: int,
    width: int,
    said: str = "",
    hints: Hints = Hints(),  # noqa: B008 -- frozen
    height: int | None = None,
) -> Content:
    """Return the card with way number `chosen`, cut to a height in lines; the whole card if the height is None.

    `said` is what the person recorded about it. A card that does not fit even at its shortest exceeds the height.
    """

    def drawn(measure: _Measure) -> list[Content]:
        return list(_lines(card, chosen, width, said, hints, measure))

    found = drawn(_Measure())
    if height is None or len(found) <= height:
        return Content("\n").join(found)
    found = drawn(_Measure(only_needed=True))
    paragraphs = 1 + sum(fact.is_needed for fact in card.facts)
    for lines, gap in ((2, True), (2, False), (1, False)):
        if len(found) > height:
            found = _grown(drawn, _Measure(only_needed=True, most=(lines,) * paragraphs, gap=gap), height)
    return Content("\n").join(found)


def _grown(drawn: Callable[[_Measure], list[Content]], least: _Measure, height: int) -> list[Content]:
    """Draw the card at the least measure, then give each paragraph in turn one more line while there is room."""
    measure, found = least, drawn(least)
    for paragraph in [*range(len(least.most))] * height:
        if len(found) >= height:
            break
        most = tuple(lines + (at == paragraph) for at, lines in enumerate(measure.most))
        longer = replace(measure, most=most)
        if len(found) < len(now := drawn(longer)) <= height:
            measure, found = longer, now
    return found


def _lines(card: Card, chosen: int, width: int, said: str, hints: Hints, measure: _Measure) -> Iterator[Content]:
    gap = [Content("")] if measure.gap else []
    yield from _head(card, width, measure.lines_of(0))
    yield from _said(said, width)
    yield Content("")
    if card.ways:
        yield _tabs(card.ways, chosen)
        yield from _way(card.ways[chosen], width, hints.link)
        yield from gap
    facts = [fact for fact in card.facts if fact.is_needed or not measure.only_needed]
    indent = _indent(facts, width)
    for number, fact in enumerate(facts, start=1):
        yield from _fact(fact, width, indent, measure.lines_of(number))
    yield from gap
    keys = [hint for hint in (hints.more if measure.only_needed else Content(""), hints.age) if hint]
    age = Content(card.age).stylize("$warning" if card.is_old else "$muted")
    yield from _beside(age, Content("  ").join(keys), width)


def _head(card: Card, width: int, most: int | None) -> Iterator[Content]:
    remark = Content(card.remark).stylize("$warning")
    gap = width - len(card.title) - len(card.remark)
    title = Content(card.title).stylize("bold")
    if gap > 1:
        yield title + Content(" " * gap) + remark
    else:
        yield title
        yield remark
    yield from (Content(line) for line in _shortened(card.about, width, most))


def _said(said: str, width: int) -> Iterator[Content]:
    if said:
        yield Content("")
        yield from (Content(line).stylize("$accent") for line in _wrapped(said, width))


def _tabs(ways: tuple[Way, ...], chosen: int) -> Content:
    return Content("   ").join(
        Content(way.name.upper() if number == chosen else way.name).stylize(
            "bold $accent" if number == chosen else "$muted"
        )
        for number, way in enumerate(ways)
    )


def _beside(text: Content, hint: Content, width: int, inset: int = 0) -> Iterator[Content]:
    """Yield a text with a hint at the right edge; if both do not fit, the hint gets an indented line of its own."""
    gap = width - text.cell_length - hint.cell_length
    if gap > 1:
        yield text + Content(" " * gap) + hint
    else:
        yield text
        if hint:
            yield Content(" " * inset) + hint


def _way(way: Way, width: int, hint: Content) -> Iterator[Content]:
    inner = width - 2
    for line in _wrapped(way.crumbs, inner):
        yield Content("  " + line)
    if way.label:
        for line in _wrapped(_("Look for “{label}”").format(label=way.label), inner):
            yield Content("  " + line).stylize("bold")
    for line in _wrapped(way.steps, inner):
        yield Content("  " + line)
    if way.url:
        yield from _beside(Content("  " + way.url).stylize("$accent"), hint, width, inset=2)
    for line in way.address.splitlines():
        yield Content("  " + line)
    for remark in way.remarks:
        for line in _wrapped(remark, inner - 2):
            yield Content("  " + line).stylize("$muted")


def _indent(facts: list[Fact], width: int) -> int:
    """Return the indent of the facts' texts, given by the longest heading; 0 if too little width would be left."""
    longest = max((len(fact.name) for fact in facts), default=0)
    indent = max(longest + 2, _LEAST_INDENT)
    return indent if width - indent >= _LEAST_TEXT else 0


def _fact(fact: Fact, width: int, indent: int, most: int | None) -> Iterator[Content]:
    name = capitalised(fact.name)
    lines = _shortened(fact.text, width - indent, most)
    if not indent:
        yield Content(name).stylize("bold $muted")
        yield from (Content(line) for line in lines)
        return
    for number, line in enumerate(lines):
        head = Content(name if number == 0 else "").stylize("bold $muted")
        yield head + Content(" " * (indent - head.cell_length) + line)


def _shortened(text: str, width: int, most: int | None) -> list[str]:
    """Return the text in at most `most` lines: as many whole sentences as fit, or the beginning of the first."""
    lines = _wrapped(text, width)
    if most is None or len(lines) <= most:
        return lines
    sentences = _SENTENCE_ENDS.split(text)
    for count in range(len(sentences) - 1, 0, -1):
        found = _wrapped(" ".join(sentences[:count]) + _MORE, width)
        if len(found) <= most:
            return found
    return _begun(lines[:most], width)


def _begun(lines: list[str], width: int) -> list[str]:
    """Cut a sentence at the end of a clause if one ends in the second half of the last line, else after a word."""
    *before, last = lines
    while last and len(last) > width - len(_MORE):
        last = last.rpartition(" ")[0]
    ends = [found.start() for found in _CLAUSE_ENDS.finditer(last)]
    kept = last[: ends[-1]] if ends and ends[-1] >= len(last) // 2 else last
    return [*before, kept.rstrip(",;: \u202f") + _MORE]


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(width, _SHORTEST_LINE), break_on_hyphens=False) if text else []
