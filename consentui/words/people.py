"""How far a person has come, in a few words."""

from __future__ import annotations

from consentui.checklist.items import Progress
from consentui.i18n import _, ngettext


def progress_words(progress: Progress) -> str:
    """How much is settled of everything that counts; empty if nothing counts."""
    if not progress.counted:
        return ""
    return _("{settled} of {counted}").format(settled=progress.settled, counted=progress.counted)


def late_words(count: int) -> str:
    """How many answers are overdue; empty if none is."""
    if not count:
        return ""
    return ngettext("{count} overdue", "{count} overdue", count).format(count=count)
