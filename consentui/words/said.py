"""What a person says for the letters of a request, in the current language."""

from __future__ import annotations

from consentui.i18n import pgettext
from consentui.requests.letters.said import ErasureGround


def erasure_ground_name(ground: ErasureGround | None) -> str:
    """Why data must be erased, to follow “why they must go”."""
    return {
        None: pgettext("why they must go", "not given yet"),
        ErasureGround.UNNEEDED: pgettext("why they must go", "no longer needed for what they were collected for"),
        ErasureGround.CONSENT_WITHDRAWN: pgettext("why they must go", "I withdrew my consent"),
        ErasureGround.OBJECTION: pgettext("why they must go", "I objected to their use"),
        ErasureGround.MARKETING_OBJECTION: pgettext("why they must go", "I objected to marketing"),
        ErasureGround.UNLAWFUL: pgettext("why they must go", "their use is unlawful"),
        ErasureGround.CHILD: pgettext("why they must go", "I was a child when they were collected"),
    }[ground]
