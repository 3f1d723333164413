"""What anyone may read of how a control is set: on the site itself, in an account's public records."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from consentui.knowledge.records.sources import Source
from consentui.knowledge.records.texts import Text
from consentui.knowledge.testimony import Grade

PublicKind = Literal["site", "atproto", "mastodon", "wordpress-com", "bigcode"]
"""Who is asked, and how: the readers of `consentui/verify/public/`."""


class PublicSign(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What in public shows how a control stands: a sign that a reader knows, and what its words mean."""

    of: PublicKind
    sign: str
    """As the reader calls it: `robots-txt`, `indexable`."""
    grade: Grade
    verified_on: date
    source: tuple[Source, ...]
    off: tuple[str, ...] = ()
    """What it may say that means off."""
    on: tuple[str, ...] = ()
    consistent_with_off: tuple[str, ...] = ()
    limits: Text | None = None
    """What it does not tell, where that is easily forgotten."""
