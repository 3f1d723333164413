"""Merge two copies of a journal: the union of their entries by id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from consentui.journal import file
from consentui.journal.entries import Entry
from consentui.journal.ids import Known, in_order
from consentui.journal.newer import Newer

Written = Entry | Newer
"""Any entry of a journal, whichever version wrote it."""


def missing(ours: Iterable[Known], theirs: Iterable[Known]) -> tuple[Known, ...]:
    """The entries of the other copy that ours lacks, oldest first."""
    known = {entry.id for entry in ours}
    new = {entry.id: entry for entry in theirs if entry.id not in known}
    return tuple(in_order(new.values()))


def merge_into(path: Path, other: Path) -> Sequence[Written]:
    """Add to the journal at `path` the entries that only the one at `other` has, and return those that were added.

    Raises StorageError if either cannot be read or the first cannot be written.
    """
    theirs = file.content_of(other)
    found = file.parse(theirs, other) if theirs else file.JournalContent()
    with file.held(path) as journal:
        ours = journal.read()
        new = missing((*ours.entries, *ours.newer), found.everything)
        if new:
            journal.add(new)
    return new
