"""The names by which AI training is refused in robots.txt: the contributor's manual of `data/crawlers.toml`."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consentui.knowledge.records import Source


class Crawler(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A name that a company reads in robots.txt before it collects pages for training."""

    name: str
    """As it is written there; case does not count (RFC 9309)."""
    operator: str = ""
    """Whose it is, empty where the source does not say."""
    ignores: bool = False
    """Whether it is reported not to heed what the file says."""


class Crawlers(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """`data/crawlers.toml`: the names to refuse, in the order in which they are shown."""

    verified_on: date
    source: tuple[Source, ...]
    crawler: tuple[Crawler, ...]
