"""Compacting the journal: rewriting it without the entries that were taken back."""

from __future__ import annotations

from pathlib import Path

from consentui.i18n import _
from consentui.journal import cache
from consentui.journal.rewriting import compacted, rewrite
from consentui.profile.journal import Journal
from consentui.storage.files import failing_as
from consentui.storage.places import Folders


def removable_count(journal: Journal) -> int:
    """How many entries `compact` would remove: those taken back that nothing outside the journal depends on."""
    return len(journal.entries) - len(compacted(journal.entries))


def compact(journal: Journal, folders: Folders) -> Path | None:
    """Remove those entries, and return where the previous journal is kept; None if there was nothing to remove.

    Raises StorageError if the journal cannot be written, or if a newer consentui wrote to it.
    """
    copy = rewrite(folders.journal, compacted, keeping_copy=True)
    if copy:
        with failing_as(_("This could not be removed."), folders.journal_as_read):
            cache.forget(folders.journal_as_read)
        journal.reload()
        journal.let_go()
    return copy
