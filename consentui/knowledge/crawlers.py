"""The names by which AI training is refused in robots.txt: the contributor's manual of `data/crawlers.toml`."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consentui.knowledge.records import Source


class Crawler(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A user agent whose operator looks for it in robots.txt before collecting pages for training."""

    name: str
    """The name as written in robots.txt, where case does not matter (RFC 9309)."""
    operator: str = ""
    """The company that runs it; empty if the source does not say."""
    ignores: bool = False
    """Whether it is reported to ignore robots.txt."""


class Crawlers(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """`data/crawlers.toml`: the crawlers to refuse, in the order in which they are shown."""

    verified_on: date
    source: tuple[Source, ...]
    crawler: tuple[Crawler, ...]
