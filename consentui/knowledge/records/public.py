"""Public signs of how a control is set, on a site itself or in an account's public records."""

from __future__ import annotations

from typing import Literal

from consentui.knowledge.records.meanings import Meanings

PublicKind = Literal["site", "atproto", "mastodon", "wordpress-com", "bigcode"]
"""The readers of `consentui/verify/public/`: which service is asked, and how."""


class PublicSign(Meanings, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    """What in public shows the state of a control: a sign that a reader knows, and what its values mean."""

    of: PublicKind
    sign: str
    """The reader's name for the sign: `robots-txt`, `indexable`."""
