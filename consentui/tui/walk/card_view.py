"""A card drawn for a width and a height: title, the chosen way, then the facts.

What does not fit is left out by its weight: facts that nobody acts by first, then what stands beyond the first
sentences of a paragraph. How it is done is never cut, and what is left out is said.
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
"""How far facts are set in at least, and how long their lines must then be, else they stand below their headings."""
_SHORTEST_LINE = 10
_CLAUSE_ENDS = re.compile(r"[,;:](?= )|\u202f[;:](?= )| [(–]")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")
_MORE = " …"


class Hints(Struct, frozen=True):
    """The keys that work on a part of the card, to stand beside it."""

    link: Content = Content("")
    age: Content = Content("")
    more: Content = Content("")
    """The key that shows what there was no room for."""


class _Measure(Struct, frozen=True):
    """How much of a card is shown."""

    only_needed: bool = False
    most: tuple[int, ...] = ()
    """How many lines the paragraphs may take, what it is about first, then the facts; empty where all may stand."""
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
    """The card with the way number `chosen` shown, as much of it as a height has room for; the whole without one.

    `said` is what the person recorded about it. A card that does not fit at its shortest is longer than the height.
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
    """The card at a measure, each paragraph in turn given a line more as long as there is room."""
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
    """A text and a hint at the right edge, on one line where both fit; a line of its own is set in."""
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
    """How far the texts of facts are set in: by the longest heading; not at all where too little would be left."""
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
    """The text in at most so many lines: its first sentences, or the beginning of the first."""
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
    """The beginning of a sentence: to the end of a clause where one ends in the last line, else of a word."""
    *before, last = lines
    while last and len(last) > width - len(_MORE):
        last = last.rpartition(" ")[0]
    ends = [found.start() for found in _CLAUSE_ENDS.finditer(last)]
    kept = last[: ends[-1]] if ends and ends[-1] >= len(last) // 2 else last
    return [*before, kept.rstrip(",;: \u202f") + _MORE]


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(width, _SHORTEST_LINE), break_on_hyphens=False) if text else []
