"""JSON files of password managers and browsers; only addresses and user names are decoded.

Sources: for Bitwarden, bitwarden.com/help/condition-bitwarden-import; for Proton Pass, the types of its own web clients
(ProtonMail/WebClients) and Bitwarden's reader of it; for 1Password (`export.data` in a `.1pux`), the types of the npm
package `1pux-to-csv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

import msgspec
from msgspec import Struct

from consentui.imports.found import FileFault, FileReading, FoundAccount, Source

MOST_BYTES = 200_000_000


class _Address(Struct, frozen=True):
    uri: str | None = None


class _Login(Struct, frozen=True):
    uris: tuple[_Address, ...] | None = None
    username: str | None = None


class _Item(Struct, frozen=True):
    """An item of Bitwarden; other programs write items too, but without its number for the type."""

    type: int | None = None
    login: _Login | None = None

    @property
    def login_at(self) -> tuple[Sequence[str | None], str | None]:
        return ([one.uri for one in self.login.uris or ()], self.login.username) if self.login else ((), None)


class _ProtonContent(Struct, frozen=True, rename="camel"):
    urls: tuple[str, ...] = ()
    item_username: str | None = None
    item_email: str | None = None
    username: str | None = None
    """What it was called before user names and addresses were told apart."""


class _ProtonData(Struct, frozen=True):
    content: _ProtonContent = _ProtonContent()


class _ProtonItem(Struct, frozen=True):
    data: _ProtonData = _ProtonData()

    @property
    def login_at(self) -> tuple[Sequence[str | None], str | None]:
        held = self.data.content
        return held.urls, held.item_username or held.username or held.item_email


class _ProtonVault(Struct, frozen=True):
    items: tuple[_ProtonItem, ...] = ()


class _OneAddress(Struct, frozen=True):
    url: str | None = None


class _OneOverview(Struct, frozen=True):
    url: str | None = None
    urls: tuple[_OneAddress, ...] | None = None


class _OneField(Struct, frozen=True):
    designation: str | None = None
    value: msgspec.Raw = msgspec.Raw(b"null")
    """Not decoded unless it is the user name: other fields hold passwords."""


class _OneDetails(Struct, frozen=True, rename="camel"):
    login_fields: tuple[_OneField, ...] | None = None


class _OneItem(Struct, frozen=True):
    overview: _OneOverview = _OneOverview()
    details: _OneDetails = _OneDetails()

    @property
    def login_at(self) -> tuple[Sequence[str | None], str | None]:
        further = [one.url for one in self.overview.urls or ()]
        names = [one.value for one in self.details.login_fields or () if one.designation == "username"]
        return (self.overview.url, *further), msgspec.json.decode(names[0], type=str | None) if names else None


class _OneVault(Struct, frozen=True):
    items: tuple[_OneItem, ...] = ()


class _OneAccount(Struct, frozen=True):
    vaults: tuple[_OneVault, ...] = ()


class _Mark(Struct, frozen=True):
    """A bookmark or a folder of bookmarks: Chromium writes `url`, Firefox `uri`."""

    url: str | None = None
    uri: str | None = None
    children: tuple[_Mark, ...] = ()


class _Roots(Struct, frozen=True):
    bookmark_bar: _Mark = _Mark()
    other: _Mark = _Mark()
    synced: _Mark = _Mark()


class _File(Struct, frozen=True):
    """The top-level keys of the known files, by which the programs are told apart."""

    encrypted: bool | None = None
    items: tuple[_Item, ...] | None = None
    vaults: dict[str, _ProtonVault] | None = None
    accounts: tuple[_OneAccount, ...] | None = None
    roots: _Roots | None = None
    children: tuple[_Mark, ...] | None = None


def read_objects(file: BinaryIO) -> FileReading:
    """The accounts in a password manager's export, or the addresses in a browser's bookmarks."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        return FileReading("passwords", faults=(FileFault("too-large"),))
    try:
        held = msgspec.json.decode(content, type=_File)
    except msgspec.ValidationError:
        return FileReading("passwords", faults=(FileFault("not-known"),))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return FileReading("passwords", faults=(FileFault("broken-json"),))
    return _accounts(held)


def _accounts(held: _File) -> FileReading:
    """The accounts in a file, by the program that its keys belong to."""
    if held.roots or held.children is not None:
        roots = held.roots or _Roots(other=_Mark(children=held.children or ()))
        return _reading("bookmarks", [FoundAccount(0, address) for address in _addresses(roots)])
    if held.encrypted:
        return FileReading("bitwarden" if held.vaults is None else "passwords", faults=(FileFault("encrypted"),))
    if held.items is not None and not any(one.type is None for one in held.items):
        return _logins("bitwarden", held.items)
    if held.vaults is not None:
        return _logins("passwords", [item for vault in held.vaults.values() for item in vault.items])
    if held.accounts is not None:
        vaults = (vault for account in held.accounts for vault in account.vaults)
        return _logins("1password", [item for vault in vaults for item in vault.items])
    return FileReading("passwords", faults=(FileFault("not-known"),))


def _logins(source: Source, items: Sequence[_Item | _ProtonItem | _OneItem]) -> FileReading:
    """The first address of each item, and its user name; items without an address are counted as passed."""
    found = []
    for addresses, name in (item.login_at for item in items):
        address = next(filter(None, addresses), None)
        if address:
            found.append(FoundAccount(0, address, (name or "").strip()))
    return _reading(source, found, len(items) - len(found))


def _reading(source: Source, found: list[FoundAccount], passed: int = 0) -> FileReading:
    return FileReading(source, tuple(found), () if found else (FileFault("no-rows"),), passed)


def _addresses(roots: _Roots) -> Iterator[str]:
    left = [roots.synced, roots.other, roots.bookmark_bar]
    while left:
        mark = left.pop()
        if address := mark.url or mark.uri:
            yield address
        left.extend(reversed(mark.children))
