"""What anyone may read of how a control is set: on the site itself, in an account's public records."""

from __future__ import annotations

from typing import Literal

from consentui.knowledge.records.meanings import Meanings

PublicKind = Literal["site", "atproto", "mastodon", "wordpress-com", "bigcode"]
"""Who is asked, and how: the readers of `consentui/verify/public/`."""


class PublicSign(Meanings, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True):
    """What in public shows how a control stands: a sign that a reader knows, and what its words mean."""

    of: PublicKind
    sign: str
    """As the reader calls it: `robots-txt`, `indexable`."""
