"""Rules about the crawlers to refuse in robots.txt."""

from __future__ import annotations

from collections.abc import Iterator

from consentui.knowledge.crawlers import Crawler, Crawlers
from consentui.knowledge.lint.finding import Fault, Rule, Subject

_ENDS_A_NAME = frozenset(":#/\n\r")


def crawlers_differ(subject: Subject) -> Iterator[Fault]:
    """No crawler is named twice; case does not matter in robots.txt, so it does not make two names different."""
    seen: set[str] = set()
    for place, crawler in subject.each(Crawler):
        if crawler.name.casefold() in seen:
            yield Fault(f"{place}.name", f"{crawler.name} is named twice", "leave it once")
        seen.add(crawler.name.casefold())


def crawlers_can_be_written(subject: Subject) -> Iterator[Fault]:
    """The name of a crawler can be written on a line of robots.txt without being cut short."""
    for place, crawler in subject.each(Crawler):
        if crawler.name.strip() != crawler.name or not crawler.name or _ENDS_A_NAME.intersection(crawler.name):
            yield Fault(f"{place}.name", f"“{crawler.name}” cannot be a name in robots.txt", "correct it")


def crawlers_have_source(subject: Subject) -> Iterator[Fault]:
    """The list of crawlers has a source."""
    for place, crawlers in subject.each(Crawlers):
        if not crawlers.source:
            yield Fault(place, "nothing says so", "add a [[source]]")


ERRORS: tuple[Rule, ...] = (crawlers_differ, crawlers_can_be_written, crawlers_have_source)
WARNINGS: tuple[Rule, ...] = ()
