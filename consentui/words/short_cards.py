"""The short form of a card, for screen readers and plain terminals: what to do and where, one thing a line, unwrapped.

Menu steps that were read out just before are not repeated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consentui.i18n import _
from consentui.text import capitalised
from consentui.words.cards import Card, Way

_LABEL_WORDS = 16
"""A label of more words is cut, since its beginning is enough to find it."""
_SAME_STEPS = 2
"""How many menu steps must be the same as before to be left out."""


def short_lines(shown: Card, way: Way | None, heard: Sequence[str] = ()) -> Iterator[str]:
    """A card with one of its ways; `heard` are the menu steps that were read out last."""
    yield f"{shown.title} ({shown.remark})"
    if shown.is_old:
        yield _("The facts are old: check with care.")
    if way is None:
        yield shown.about
        return
    yield from way_lines(way, heard)


def way_lines(way: Way, heard: Sequence[str] = ()) -> Iterator[str]:
    """One way: where it is, what to look for, what to do there, its address."""
    yield _where(way, heard)
    if way.label:
        yield _("Look for “{label}”").format(label=_begun(way.label))
    if way.steps:
        yield way.steps
    if way.url:
        yield way.url
    if way.address:
        yield ", ".join(way.address.splitlines())


def _where(way: Way, heard: Sequence[str]) -> str:
    name = capitalised(way.name)
    if not way.is_in_own_words:
        name = _("{place}, in another language").format(place=name)
    same = _same_steps(way.menu, heard)
    if same < _SAME_STEPS:
        return f"{name}{_(':')} {', '.join(way.menu)}" if way.menu else name
    rest = ", ".join(way.menu[same:])
    if not rest:
        return _("{place}: the same page").format(place=name)
    return _("{place}, from “{step}”: {rest}").format(place=name, step=way.menu[same - 1], rest=rest)


def _same_steps(menu: Sequence[str], heard: Sequence[str]) -> int:
    count = 0
    for one, other in zip(menu, heard, strict=False):
        if one != other:
            break
        count += 1
    return count


def _begun(label: str) -> str:
    words = label.split(" ")
    return label if len(words) <= _LABEL_WORDS else " ".join(words[:_LABEL_WORDS]) + "…"
