"""What was written down, as the person reads it."""

from __future__ import annotations

from consentui.journal.entries import Entry
from consentui.profile.session import Session
from consentui.words.entries import batch_text


def entry_words(session: Session, entry: Entry) -> str:
    """The entry under the names of today, and how many others were written down at once with it."""
    others = session.journal.together_with(entry)
    return batch_text(session.journal.as_called(entry), others, session.checklist.title_of)
