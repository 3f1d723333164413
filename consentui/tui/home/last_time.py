"""What the person did last, said when they come back on another day."""

from __future__ import annotations

from consentui import clock
from consentui.errors import ConsentuiError
from consentui.i18n import _
from consentui.i18n.dates import ago
from consentui.profile.entry_words import entry_in_names
from consentui.profile.session import Session


def last_time(session: Session) -> str:
    """Return the last entry in words, and when it was written.

    Empty if it was written today, if there is none, or if the journal cannot tell.
    """
    try:
        entry = session.journal.last_in_force()
    except ConsentuiError:
        return ""
    if entry is None or clock.local_day(entry.at) >= clock.today():
        return ""
    text = entry_in_names(session, entry)
    return _("Last time, {when}: {entry}").format(when=ago(clock.local_day(entry.at), clock.today()), entry=text)
