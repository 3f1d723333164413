"""A card drawn for a width: title, the chosen way, then the facts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from msgspec import Struct
from textual.content import Content

from consentui.i18n import _
from consentui.text import capitalised
from consentui.words.cards import Card, Fact, Way

FACT_INDENT = 16


class Hints(Struct, frozen=True):
    """The keys that work on a part of the card, to stand beside it."""

    link: Content = Content("")
    age: Content = Content("")


def card_content(card: Card, chosen: int, width: int, said: str = "", hints: Hints = Hints()) -> Content:  # noqa: B008 -- frozen
    """The card with the way number `chosen` shown; `said` is what the person recorded about it."""
    lines = [*_head(card, width), *_said(said, width), Content("")]
    if card.ways:
        lines += [_tabs(card.ways, chosen), *_way(card.ways[chosen], width, hints.link), Content("")]
    for fact in card.facts:
        lines += _fact(fact, width)
    age = Content(card.age).stylize("$warning" if card.is_old else "$muted")
    lines += [Content(""), *_beside(age, hints.age, width)]
    return Content("\n").join(lines)


def _head(card: Card, width: int) -> Iterator[Content]:
    remark = Content(card.remark).stylize("$warning")
    gap = width - len(card.title) - len(card.remark)
    title = Content(card.title).stylize("bold")
    if gap > 1:
        yield title + Content(" " * gap) + remark
    else:
        yield title
        yield remark
    yield from (Content(line) for line in _wrapped(card.about, width))


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


def _beside(text: Content, hint: Content, width: int) -> Iterator[Content]:
    """A text and a hint at the right edge, on one line where both fit."""
    gap = width - text.cell_length - hint.cell_length
    if gap > 1:
        yield text + Content(" " * gap) + hint
    else:
        yield text
        if hint:
            yield hint


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
        yield from _beside(Content("  " + way.url).stylize("$accent"), hint, width)
    for line in way.address.splitlines():
        yield Content("  " + line)
    for remark in way.remarks:
        for line in _wrapped(remark, inner - 2):
            yield Content("  " + line).stylize("$muted")


def _fact(fact: Fact, width: int) -> Iterator[Content]:
    indent = FACT_INDENT if width >= 3 * FACT_INDENT else 0
    name = capitalised(fact.name)
    lines = _wrapped(fact.text, max(width - indent, 10))
    if not indent:
        yield Content(name).stylize("bold $muted")
        yield from (Content(line) for line in lines)
        return
    for number, line in enumerate(lines):
        head = Content(name if number == 0 else "").stylize("bold $muted")
        yield head + Content(" " * max(indent - head.cell_length, 1) + line)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(width, 10), break_on_hyphens=False) if text else []
