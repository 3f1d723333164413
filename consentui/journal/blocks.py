"""Entries written as the TOML text of a journal."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import msgspec

from consentui.journal.entries import Entry
from consentui.journal.newer import Newer


def as_block(entry: Entry | Newer) -> str:
    """The TOML text of an entry: an `[[entry]]` table that ends with its id.

    The id comes last so that a table cut short by a crash can be recognised by its missing id.
    """
    import tomli_w

    return "\n[[entry]]\n" + tomli_w.dumps(as_table(entry))


def as_table(entry: Entry | Newer) -> dict[str, Any]:
    """The keys and values of an entry in the order in which the journal has them."""
    fields: dict[str, Any] = msgspec.to_builtins(entry, builtin_types=(date, datetime, time))
    at, what, last = (fields.pop(key) for key in ("at", "what", "id"))
    return {"at": at, "what": what, **fields.pop("facts", fields), "id": last}
