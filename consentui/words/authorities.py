"""Supervisory authorities as lines of text, in the current language."""

from __future__ import annotations

from consentui.i18n import language
from consentui.knowledge.authorities import Authority


def authority_text(authority: Authority) -> str:
    """How to reach an authority and what it requires of a complaint, without the wording of its sources."""
    spoken = language()
    texts = (authority.about, authority.first, *authority.needs, authority.notes, authority.doubt)
    lines = (
        f"{authority.name} ({authority.short})",
        authority.address,
        *(authority.complaint_url, authority.website, authority.email, authority.phone),
        *(text.in_language(spoken) for text in texts if text),
    )
    return "\n".join(filter(None, lines))
