"""Counts of what the knowledge base holds."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from consentui.knowledge.records import Platform


class Stats(Struct, frozen=True):
    """Counts over the whole knowledge base."""

    platforms: int
    controls: int
    sources: int
    """The sources of controls."""
    primary: int
    """Those of them that are primary."""
    events: int
    labels_fr: int
    """The controls with a French label on at least one route."""
    labels_en: int
    """The controls with an English label on at least one route."""


def count(platforms: Iterable[Platform]) -> Stats:
    """The counts over these platforms."""
    platforms = tuple(platforms)
    controls = [control for platform in platforms for control in platform.control]
    sources = [source for control in controls for source in control.source]
    return Stats(
        platforms=len(platforms),
        controls=len(controls),
        sources=len(sources),
        primary=sum(source.primary for source in sources),
        events=sum(len(platform.event) for platform in platforms),
        labels_fr=sum(any(route.label.fr for route in control.route) for control in controls),
        labels_en=sum(any(route.label.en for route in control.route) for control in controls),
    )
