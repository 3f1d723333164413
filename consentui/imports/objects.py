"""JSON files of password managers and browsers; only addresses and user names are decoded."""

from __future__ import annotations

from collections.abc import Iterator
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
    login: _Login | None = None


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
    roots: _Roots | None = None
    children: tuple[_Mark, ...] | None = None


def read_objects(file: BinaryIO) -> FileReading:
    """The accounts in a Bitwarden export, or the addresses in a browser's bookmarks."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        return FileReading("passwords", faults=(FileFault("too-large"),))
    try:
        held = msgspec.json.decode(content, type=_File)
    except msgspec.ValidationError:
        return FileReading("passwords", faults=(FileFault("not-known"),))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return FileReading("passwords", faults=(FileFault("broken-json"),))
    if held.roots or held.children is not None:
        roots = held.roots or _Roots(other=_Mark(children=held.children or ()))
        return _reading("bookmarks", [FoundAccount(0, address) for address in _addresses(roots)])
    if held.encrypted:
        return FileReading("bitwarden", faults=(FileFault("encrypted"),))
    if held.items is None:
        return FileReading("passwords", faults=(FileFault("not-known"),))
    return _bitwarden(held.items)


def _bitwarden(items: tuple[_Item, ...]) -> FileReading:
    found = []
    for item in items:
        addresses = [one.uri for one in (item.login.uris if item.login else None) or () if one.uri]
        if item.login and addresses:
            found.append(FoundAccount(0, addresses[0], (item.login.username or "").strip()))
    return _reading("bitwarden", found, len(items) - len(found))


def _reading(source: Source, found: list[FoundAccount], passed: int = 0) -> FileReading:
    return FileReading(source, tuple(found), () if found else (FileFault("no-rows"),), passed)


def _addresses(roots: _Roots) -> Iterator[str]:
    left = [roots.synced, roots.other, roots.bookmark_bar]
    while left:
        mark = left.pop()
        if address := mark.url or mark.uri:
            yield address
        left.extend(reversed(mark.children))
