"""Entries about other entries: what one is about, and that it is taken back."""

from __future__ import annotations

from consentui.journal.entries.dated import Dated
from consentui.journal.entries.vocabulary import EntryId


class RequestAssigned(Dated, frozen=True, tag="request-assigned"):
    """Says which of several requests of one reference an entry is about: the one that was opened by `opening`."""

    entry: EntryId
    opening: EntryId


class Undone(Dated, frozen=True, tag="undone"):
    """Takes an earlier entry back (or, when that entry is itself an `undone`, puts it in force again)."""

    entry: EntryId
