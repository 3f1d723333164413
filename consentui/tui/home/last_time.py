"""What the person did when they were here last, for who comes back on another day."""

from __future__ import annotations

from consentui import clock
from consentui.errors import ConsentuiError
from consentui.i18n import _
from consentui.i18n.dates import ago
from consentui.profile.session import Session
from consentui.words.entries import batch_text


def last_time(session: Session) -> str:
    """The last thing that was written down, and when; empty where that was today, or nothing was."""
    try:
        entry = session.journal.last_in_force()
    except ConsentuiError:
        return ""
    if entry is None or clock.local_day(entry.at) >= clock.today():
        return ""
    others = session.journal.together_with(entry)
    text = batch_text(session.journal.as_called(entry), others, session.checklist.title_of)
    return _("Last time, {when}: {entry}").format(when=ago(clock.local_day(entry.at), clock.today()), entry=text)
