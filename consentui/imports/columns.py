"""The names of the columns in exports of password managers and browsers, and in lists made by hand.

Sources: for Bitwarden, bitwarden.com/help/condition-bitwarden-import; for Proton Pass, ProtonMail/WebClients
(`protonpass.csv.types.ts`); for Dashlane, issue 501 of gitlab.com/psono/psono-client; for 1Password, KeePassXC,
Firefox and Chrome, the header lines of their own exports. Only the columns named here are read.
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
    names: tuple[int, ...] = ()
    """The columns of user names; the first that is filled in counts."""
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
            next(filter(None, (_cell(row, at) for at in self.names)), ""),
            self._type_in(row),
            _cell(row, self.owner),
            _cell(row, self.client),
            tags_in(_cell(row, self.tags)),
        )

    def faults(self, row: Sequence[str], line: int) -> Iterator[FileFault]:
        """What is wrong with a row: too few cells, a type of account that does not exist, or a tag that is too long."""
        if len(row) <= max((self.place, *self.names[:1])):
            yield FileFault("broken-row", line)
        kind = self._type_in(row)
        if kind and kind not in ACCOUNT_TYPES:
            yield FileFault("no-account-type", line, _cell(row, self.account_type))
        for tag in tags_in(_cell(row, self.tags)):
            if len(tag) > MAX_TAG:
                yield FileFault("tag-too-long", line, tag)

    def _type_in(self, row: Sequence[str]) -> str:
        """The type of account in a row of a list, by its id if it is called by another of its names."""
        said = _cell(row, self.account_type)
        return _TYPE_WORDS.get(findable(said), said)


_FURTHER_ADDRESS = re.compile(r", ?(?=[a-z]+://)")
"""The separator between several addresses of one account in a cell, as Bitwarden and Proton Pass write them."""
ACCOUNT_TYPES: tuple[str, ...] = get_args(AccountType)

_TYPE_WORDS: dict[str, str] = {
    **{one: one for one in ACCOUNT_TYPES},
    **dict.fromkeys(("personnel", "prive", "particulier", "privat", "personlich", "private"), "personal"),
    **dict.fromkeys(("professionnel", "entreprise", "geschaftlich", "unternehmen", "company"), "business"),
    **dict.fromkeys(("createur", "creatrice"), "creator"),
    **dict.fromkeys(("travail", "employe", "arbeit", "beruflich"), "work"),
    **dict.fromkeys(("administrateur", "administratrice", "administrator"), "admin"),
    **dict.fromkeys(("enseignement", "ecole", "bildung", "schule", "school"), "education"),
    **dict.fromkeys(("editeur", "editrice", "herausgeber"), "publisher"),
}
"""The types of account by the words that people write for them, without accents and capitals."""
_PASSWORDS = frozenset({"password", "login_password", "pwd", "mot de passe", "passwort", "kennwort"})
"""Any of these columns shows that a table was written by a password manager or a browser."""
_PLACES = (
    *("login_uri", "url", "website", "web site", "uri", "site"),
    *("adresse", "address", "site web", "webseite", "internetadresse"),
)
_NAMES = (
    *("login_username", "username", "user name", "login name", "login"),
    *("identifiant", "nom d'utilisateur", "benutzername", "anmeldename"),
    *("username2", "username3", "email", "e-mail", "adresse e-mail", "e-mail-adresse"),
)
"""User names first, then the further names and addresses by which some programs call the same account."""
_LIST_PLACES = (
    *("platform", "plateforme", "plattform", "address", "adresse", "url", "host", "hote", "site"),
    *("site web", "website", "webseite"),
)
_LIST_NAMES = (
    *("name", "nom", "account", "compte", "konto", "handle", "username", "benutzername", "identifiant"),
    *("email", "e-mail"),
)
_TYPES = ("type", "account_type", "typ", "kontotyp")
_OWNERS = ("owner", "responsable", "responsible", "verantwortlich", "zustandig")
_CLIENTS = ("client", "kunde", "mandant")
_TAGS = ("tags", "tag", "etiquettes", "etiquette", "schlagworter", "schlagwort")
_UNKNOWN: Source = "passwords"
_MARKS: tuple[tuple[Source, frozenset[str]], ...] = (
    ("bitwarden", frozenset({"login_uri", "login_username"})),
    ("firefox", frozenset({"url", "username", "httprealm"})),
    ("keepassxc", frozenset({"group", "title", "username", "url"})),
    ("1password", frozenset({"title", "url", "username", "otpauth"})),
    (_UNKNOWN, frozenset({"url", "username", "password", "totp"})),  # Proton Pass, LastPass
    ("chrome", frozenset({"name", "url", "username", "password"})),
)
"""The columns by which the export of each program is recognised, the most specific first."""


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns to read under these headings; None if none of them has addresses or platforms."""
    heads = [findable(head) for head in header]
    if _PASSWORDS.isdisjoint(heads):
        return _listed(heads)
    place = _first(heads, _PLACES)
    if place < 0:
        return None
    known: list[Source] = [source for source, marks in _MARKS if marks.issubset(heads)]
    return Columns(known[0] if known else _UNKNOWN, place, tuple(_all(heads, _NAMES)))


def _listed(heads: Sequence[str]) -> Columns | None:
    place = _first(heads, _LIST_PLACES)
    if place < 0:
        return None
    return Columns(
        "list",
        place,
        tuple(_all(heads, _LIST_NAMES)),
        _first(heads, _TYPES),
        _first(heads, _OWNERS),
        _first(heads, _CLIENTS),
        _first(heads, _TAGS),
    )


def _first(heads: Sequence[str], names: Sequence[str]) -> int:
    return next(_all(heads, names), -1)


def _all(heads: Sequence[str], names: Sequence[str]) -> Iterator[int]:
    """The positions of the columns with these names, in the order of the names."""
    return (heads.index(name) for name in names if name in heads)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if 0 <= at < len(row) else ""
