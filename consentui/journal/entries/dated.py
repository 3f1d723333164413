"""The base of all entries."""

from __future__ import annotations

from msgspec import Struct

from consentui.journal.entries.vocabulary import EntryId, Moment


class Dated(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, tag_field="what", gc=False
):
    """What every entry has: when it was written (UTC), and its id."""

    at: Moment
    id: EntryId
    batch: EntryId | None = None
    """The id of the first of several entries written together, on all but that first: undoing it undoes them all."""
