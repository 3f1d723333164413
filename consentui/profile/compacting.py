"""The journal written anew without what was taken back: for the command and the interface."""

from __future__ import annotations

from pathlib import Path

from consentui.i18n import _
from consentui.journal import kept
from consentui.journal.rewriting import compacted, rewrite
from consentui.profile.journal import Journal
from consentui.storage.files import failing_as
from consentui.storage.places import Folders


def can_go(journal: Journal) -> int:
    """How many entries were taken back, and nothing outside the journal rests on them."""
    return len(journal.entries) - len(compacted(journal.entries))


def compact(journal: Journal, folders: Folders) -> Path | None:
    """Take them out; gives where the journal as it was is kept, None where nothing was to be taken out.

    Raises StorageError when it cannot be written, or a newer consentui wrote to it.
    """
    copy = rewrite(folders.journal, compacted, keeping_copy=True)
    if copy:
        with failing_as(_("This could not be removed."), folders.journal_as_read):
            kept.forget(folders.journal_as_read)
        journal.reload()
        journal.let_go()
    return copy
