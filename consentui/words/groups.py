"""How many accounts there are, and how long a control takes on each."""

from __future__ import annotations

from consentui.i18n import _, ngettext


def accounts_words(count: int) -> str:
    """A number of accounts."""
    return ngettext("{count} account", "{count} accounts", count).format(count=count) if count else _("no account")


def minutes_words(minutes: int, *, each: bool = False) -> str:
    """How long something takes; `each` if it is done on several accounts."""
    words = (
        ngettext("{minutes} min each", "{minutes} min each", minutes)
        if each
        else ngettext("{minutes} min", "{minutes} min", minutes)
    )
    return words.format(minutes=minutes)
