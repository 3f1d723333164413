"""Cards and platforms as lines of text, for screen readers, plain terminals and pipes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from consentui.i18n import _, language
from consentui.i18n.dates import partial_date
from consentui.knowledge.law import LegalSource
from consentui.knowledge.records import Control, Platform, Route, Source
from consentui.text import capitalised
from consentui.words.cards import Card, Way, card
from consentui.words.names import platform_name

WIDTH = 78


def card_text(shown: Card) -> str:
    """A card as paragraphs of at most 78 columns; addresses are never broken."""
    return "\n".join(_card_lines(shown))


def control_text(
    platform: Platform, control: Control, routes: Sequence[Route], today: date, look_alikes: Sequence[str] = ()
) -> str:
    """A control with its sources, as paragraphs."""
    shown = card(platform, control, routes, today, look_alikes)
    return "\n".join(
        (
            *wrapped(f"{platform_name(platform)} · {platform.id}/{control.id}"),
            *_card_lines(shown),
            *source_lines(control.source),
        )
    )


def platform_text(platform: Platform) -> str:
    """A platform: what is special about it, its controls, and what happened there."""
    spoken = language()
    lines = [f"{platform_name(platform)} ({platform.id})", *wrapped(platform.about.in_language(spoken)), ""]
    lines += [f"{platform.id}/{control.id}\t{control.title.in_language(spoken)}" for control in platform.control]
    if platform.event:
        lines += ["", _("What happened")]
    for event in sorted(platform.event, key=lambda event: event.date):
        lines += wrapped(f"{partial_date(event.date)}{_(':')} {event.what.in_language(spoken)}")
        lines.append(f"    {event.url}")
    return "\n".join(lines)


def _card_lines(shown: Card) -> Iterator[str]:
    yield from wrapped(f"{shown.title} ({shown.remark})")
    yield from wrapped(shown.about)
    for way in shown.ways:
        yield ""
        yield from _way_lines(way)
    yield ""
    for fact in shown.facts:
        yield from wrapped(f"{fact.name}{_(':')} {fact.text}")
    yield from wrapped(shown.age)


def _way_lines(way: Way) -> Iterator[str]:
    yield f"{capitalised(way.name)}{_(':')}"
    if way.crumbs:
        yield from wrapped(way.crumbs, indent="  ")
    if way.label:
        yield from wrapped(_("Look for “{label}”").format(label=way.label), indent="  ")
    if way.steps:
        yield from wrapped(way.steps, indent="  ")
    if way.url:
        yield f"  {way.url}"
    for line in way.address.splitlines():
        yield f"  {line}"
    for remark in way.remarks:
        yield from wrapped(f"({remark})", indent="  ")


def source_lines(sources: Sequence[Source | LegalSource]) -> Iterator[str]:
    """The sources under a heading, each with its address."""
    yield ""
    yield _("Sources")
    for source in sources:
        yield from wrapped(source_line(source), indent="  ")
        yield f"    {source.url}"


def source_line(source: Source | LegalSource) -> str:
    """Who published it, when, and whether it is a first-hand source."""
    if source.date:
        when = partial_date(source.date)
    elif source.about:
        when = _("undated, about {date}").format(date=partial_date(source.about))
    else:
        when = _("undated")
    parts = [source.publisher, when]
    if source.via:
        parts.append(_("read in {archive}").format(archive=source.via))
    if source.primary:
        parts.append(_("first-hand"))
    return ", ".join(parts)


def wrapped(text: str, indent: str = "") -> list[str]:
    """A paragraph in lines of at most `WIDTH` columns; addresses are never broken."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
