"""Compacting the journal: rewriting it without the entries that were taken back."""

from __future__ import annotations

from pathlib import Path

from consentui.i18n import _
from consentui.journal import cache
from consentui.journal.entries import Undone
from consentui.journal.rewriting import compacted, rewrite
from consentui.profile.journal import Journal
from consentui.storage.files import failing_as
from consentui.storage.places import Folders


def removable_count(journal: Journal) -> int:
    """How many undone entries `compact` would remove, those that nothing outside the journal depends on.

    The entries that undid them go too, but are not counted: a person who undid one thing undid one.
    """
    left = {one.id for one in compacted(journal.entries)}
    return sum(one.id not in left for one in journal.entries if not isinstance(one, Undone))


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
