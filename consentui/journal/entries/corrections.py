"""Entries about other entries: which request one belongs to, and that one is taken back."""

from __future__ import annotations

from consentui.journal.entries.dated import Dated
from consentui.journal.entries.vocabulary import EntryId


class RequestAssigned(Dated, frozen=True, tag="request-assigned"):
    """An entry belongs to the request opened by `opening`, of several requests that share one reference."""

    entry: EntryId
    opening: EntryId


class Undone(Dated, frozen=True, tag="undone"):
    """An earlier entry is taken back; if it is itself an `undone`, the entry that it took back is in force again."""

    entry: EntryId
