"""The sources of facts, and which of several to cite."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from consentui.knowledge.records.vocabulary import HttpsUrl, PartialDate, Supports


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Where a fact was read; it supports only the parts of the record named in `supports`."""

    url: HttpsUrl
    publisher: str
    supports: tuple[Supports, ...]
    date: PartialDate | None = None
    """When it was published or recorded; left out for an undated copy (then give `about` if possible)."""
    about: PartialDate | None = None
    """The likely date of an undated source."""
    primary: bool = False
    """Whether it is the platform itself, a regulator, a court or a law."""
    via: str | None = None
    """The archive or publication it was read in, if not at its own address: a name, not a sentence."""


def source_to_cite(sources: Sequence[Source]) -> Source:
    """The first primary source, or else the first source; `sources` must not be empty."""
    return next((one for one in sources if one.primary), sources[0])
