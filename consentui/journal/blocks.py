"""Entries as the text of a journal."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import msgspec

from consentui.journal.entries import Entry
from consentui.journal.newer import Newer


def as_block(entry: Entry | Newer) -> str:
    """The TOML text of an entry: an `[[entry]]` table that ends with its id.

    The id comes last on purpose: a table that a crash cut short has none, and is known by it.
    """
    import tomli_w

    return "\n[[entry]]\n" + tomli_w.dumps(as_table(entry))


def as_table(entry: Entry | Newer) -> dict[str, Any]:
    """What an entry says, as it stands in the journal."""
    fields: dict[str, Any] = msgspec.to_builtins(entry, builtin_types=(date, datetime, time))
    at, what, last = (fields.pop(key) for key in ("at", "what", "id"))
    return {"at": at, "what": what, **fields.pop("facts", fields), "id": last}
