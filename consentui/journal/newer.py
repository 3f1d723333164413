"""Entries that a newer consentui wrote: kept unchanged, shown as unknown, and never interpreted.

Their kind (`what`) and what they are about (`account`, `control`, `request`, `opening`, `entry`) can be read without
knowing the rest, which is enough to withhold exactly what depends on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Annotated, Any, get_args

import msgspec
from msgspec import Meta, Struct

from consentui.journal.entries import ID_FORM, AboutControl, AboutRequest, Entry, EntryId, Moment
from consentui.journal.forms import are_well_formed

MINOR = 0
"""The newest minor version of the journal's schema that this program knows.

An entry of an unknown kind always counts as written by a newer program; an entry of a known kind with an unknown key
or value does so only if the entry or the header has a higher `minor`, and is an error otherwise.
"""

KINDS: frozenset[str] = frozenset(kind.__struct_config__.tag for kind in get_args(Entry))
"""The values of `what` in the kinds of entries that this program knows."""


class Newer(Struct, frozen=True):
    """An entry that a newer consentui wrote."""

    at: Moment
    id: Annotated[EntryId, Meta(pattern=ID_FORM)]
    what: str
    facts: Mapping[str, Any] = {}
    """All its other keys, as they stand in the journal."""

    def named(self, key: str) -> str:
        """The text under a key; empty if there is none."""
        found = self.facts.get(key)
        return found if isinstance(found, str) else ""


class Newers(Struct, frozen=True):
    """What a newer consentui wrote, and what is withheld because of it."""

    entries: tuple[Newer, ...] = ()
    controls: frozenset[tuple[str, str]] = frozenset()
    """The controls that these entries are about, as pairs of account and control."""
    requests: frozenset[str] = frozenset()
    """The requests that these entries are about, by reference or by the id of the entry that opened them."""


def set_apart(tree: dict[str, Any]) -> tuple[dict[str, Any], dict[int, Newer]]:
    """The tables of a journal that this program can read, and the entries of a newer consentui by their positions.

    A stand-in takes the place of each of the latter, so that errors about the other entries name the right position.
    """
    entries = tree.get("entry", [])
    if not isinstance(entries, list):
        return tree, {}
    minor = _minor(tree)
    apart = {place: newer for place, table in enumerate(entries) if (newer := _newer(table, minor))}
    known = [_stand_in(apart[place]) if place in apart else _plain(table) for place, table in enumerate(entries)]
    header = {key: tree[key] for key in tree if key == "schema" or (minor <= MINOR and key != "minor")}
    return {**header, "entry": known}, apart


def withheld_for(newer: Iterable[Newer], entries: Iterable[Entry], taken_back: frozenset[str]) -> Newers:
    """The entries of a newer consentui that were not taken back, and the controls and requests that they are about."""
    standing = tuple(one for one in newer if one.id not in taken_back)
    if not standing:
        return Newers()
    aims = {one.named("entry") for one in standing}
    aimed_at = [entry for entry in entries if entry.id in aims]
    controls = {(one.named("account"), one.named("control")) for one in standing}
    controls |= {(one.account, one.control) for one in aimed_at if isinstance(one, AboutControl)}
    requests = {one.named(key) for one in standing for key in ("opening", "request")}
    requests |= {one.request for one in aimed_at if isinstance(one, AboutRequest)}
    return Newers(standing, frozenset(controls), frozenset(requests - {""}))


def _newer(table: Any, minor: int) -> Newer | None:
    if not isinstance(table, dict) or not isinstance(what := table.get("what"), str):
        return None
    if what in KINDS and (max(minor, _minor(table)) <= MINOR or _is_known(table)):
        return None
    facts = {key: value for key, value in table.items() if key not in {"at", "id", "what"}}
    with suppress(msgspec.ValidationError):
        return msgspec.convert({"at": table.get("at"), "id": table.get("id"), "what": what, "facts": facts}, Newer)
    return None


def _stand_in(newer: Newer) -> dict[str, Any]:
    return {"what": "undone", "at": newer.at, "id": newer.id, "entry": newer.id}


def _is_known(table: dict[str, Any]) -> bool:
    try:
        return are_well_formed((msgspec.convert(_plain(table), Entry),))
    except msgspec.ValidationError:
        return False


def _plain(table: Any) -> Any:
    """The table without its `minor` key, which the types of known entries do not have."""
    return {key: table[key] for key in table if key != "minor"} if isinstance(table, dict) else table


def _minor(table: Mapping[str, Any]) -> int:
    found = table.get("minor", 0)
    return found if isinstance(found, int) else 0
