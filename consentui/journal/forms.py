"""The forms of the ids in entries, checked for all entries of a journal at once.

Checking each one while it is decoded would take two thirds of the time in which a long journal is loaded from the
cache, although they were checked before it was put there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from consentui.journal.entries import ACCOUNT_FORM, ID_FORM, Entry

_NAMING_ENTRIES = ("id", "batch", "entry", "opening")
"""The keys that hold the id of an entry, in the kinds that have them."""


def are_well_formed(entries: Iterable[Entry]) -> bool:
    """Whether every id in these entries has its form; `storage.mismatches` says what is wrong with one that has not."""
    entries = tuple(entries)
    named = [one for entry in entries for key in _NAMING_ENTRIES if (one := getattr(entry, key, None)) is not None]
    accounts = {one for entry in entries if (one := getattr(entry, "account", None)) is not None}
    return all(map(re.compile(ID_FORM).match, named)) and all(map(re.compile(ACCOUNT_FORM).match, accounts))
