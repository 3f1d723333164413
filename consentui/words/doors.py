"""Where a letter can go, in the current language."""

from __future__ import annotations

from consentui.i18n import pgettext
from consentui.requests.letters.doors import Door, Whose


def door_words(door: Door) -> str:
    """The address, and who reads what arrives there."""
    whose = whose_name(door.whose)
    return f"{door.to} ({whose})" if whose else door.to


def whose_name(whose: Whose) -> str:
    """Who reads what arrives at a door; empty if not known."""
    return {
        "control": pgettext("door", "the way the platform provides for this"),
        "objections": pgettext("door", "for objections"),
        "privacy": pgettext("door", "for privacy requests"),
        "officer": pgettext("door", "the data protection officer"),
        "post": pgettext("door", "by post"),
        "authority": pgettext("door", "the authority"),
        "chosen": "",
    }[whose]
