"""Where a fact was read."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from consentui.knowledge.records.vocabulary import HttpsUrl, PartialDate, Supports


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Where a fact was read. It speaks for the parts of the control named in `supports`."""

    url: HttpsUrl
    publisher: str
    supports: tuple[Supports, ...]
    date: PartialDate | None = None
    """When it was published or recorded; left out for an undated copy (then say `about` if one can)."""
    about: PartialDate | None = None
    """The likely time of an undated source."""
    primary: bool = False
    """The platform itself, a regulator, a court or a law."""
    via: str | None = None
    """The archive or publication it was read in, when not at its own address: a name, not a sentence."""


def source_to_cite(sources: Sequence[Source]) -> Source:
    """The first that is primary; where none is, the first. Every fact has a source."""
    return next((one for one in sources if one.primary), sources[0])
