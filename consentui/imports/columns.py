"""The names of the columns in exports of password managers and browsers, and in lists made by hand.

Sources: for Bitwarden, bitwarden.com/help/condition-bitwarden-import; for 1Password, KeePassXC, Firefox and Chrome,
the header lines of their own exports. Only the columns named here are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec import Struct

from consentui.imports.found import FileFault, FoundAccount, Source
from consentui.journal.entries import AccountType
from consentui.journal.tags import MAX_TAG, tags_in
from consentui.text import findable


class Columns(Struct, frozen=True):
    """The positions in a row of the columns that are read; -1 for a column that is missing."""

    source: Source
    place: int
    name: int = -1
    account_type: int = -1
    owner: int = -1
    client: int = -1
    tags: int = -1

    def of(self, row: Sequence[str], line: int) -> FoundAccount | None:
        """The account in a row; None if the row has no address."""
        place = _FURTHER_ADDRESS.split(_cell(row, self.place))[0]
        if not place:
            return None
        return FoundAccount(
            line,
            place,
            _cell(row, self.name),
            _cell(row, self.account_type) if self.source == "list" else "",
            _cell(row, self.owner),
            _cell(row, self.client),
            tags_in(_cell(row, self.tags)),
        )

    def faults(self, row: Sequence[str], line: int) -> Iterator[FileFault]:
        """What is wrong with a row: too few cells, a type of account that does not exist, or a tag that is too long."""
        if len(row) <= max(self.place, self.name):
            yield FileFault("broken-row", line)
        kind = _cell(row, self.account_type) if self.source == "list" else ""
        if kind and kind not in ACCOUNT_TYPES:
            yield FileFault("no-account-type", line, kind)
        for tag in tags_in(_cell(row, self.tags)):
            if len(tag) > MAX_TAG:
                yield FileFault("tag-too-long", line, tag)


_FURTHER_ADDRESS = re.compile(r",(?=[a-z]+://)")
"""The separator between several addresses of one account in a cell, as Bitwarden writes them."""
ACCOUNT_TYPES: tuple[str, ...] = get_args(AccountType)

_PASSWORDS = frozenset({"password", "login_password", "mot de passe"})
_PLACES = ("login_uri", "url", "website", "web site", "uri", "site", "adresse", "address")
_NAMES = ("login_username", "username", "user name", "login", "identifiant", "nom d'utilisateur")
_LIST_PLACES = ("platform", "plateforme", "address", "adresse", "url", "host", "hote", "site")
_LIST_NAMES = ("name", "nom", "account", "compte", "handle", "username", "identifiant")
_TYPES = ("type", "account_type")
_OWNERS = ("owner", "responsable", "responsible")
_CLIENTS = ("client",)
_TAGS = ("tags", "tag", "etiquettes", "etiquette", "schlagworter", "schlagwort")
_MARKS: tuple[tuple[Source, frozenset[str]], ...] = (
    ("bitwarden", frozenset({"login_uri", "login_username"})),
    ("firefox", frozenset({"url", "username", "httprealm"})),
    ("keepassxc", frozenset({"group", "title", "username", "url"})),
    ("1password", frozenset({"title", "url", "username", "otpauth"})),
    ("chrome", frozenset({"name", "url", "username", "password"})),
)
"""The columns by which the export of each program is recognised, the most specific first."""
_UNKNOWN: Source = "passwords"


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns to read under these headings; None if none of them has addresses or platforms."""
    heads = [findable(head) for head in header]
    if _PASSWORDS.isdisjoint(heads):
        return _listed(heads)
    place = _first(heads, _PLACES)
    if place < 0:
        return None
    known: list[Source] = [source for source, marks in _MARKS if marks.issubset(heads)]
    return Columns(known[0] if known else _UNKNOWN, place, _first(heads, _NAMES))


def _listed(heads: Sequence[str]) -> Columns | None:
    place = _first(heads, _LIST_PLACES)
    if place < 0:
        return None
    return Columns(
        "list",
        place,
        _first(heads, _LIST_NAMES),
        _first(heads, _TYPES),
        _first(heads, _OWNERS),
        _first(heads, _CLIENTS),
        _first(heads, _TAGS),
    )


def _first(heads: Sequence[str], names: Sequence[str]) -> int:
    return next((heads.index(name) for name in names if name in heads), -1)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if 0 <= at < len(row) else ""
