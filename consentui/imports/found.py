"""The result of reading a file: the accounts found in it, and what is wrong with it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Source = Literal[
    "bitwarden", "1password", "keepassxc", "firefox", "chrome", "passwords", "bookmarks", "list", "download"
]
"""The origin of a file: `passwords` is a table of passwords by an unknown program, `list` one made by hand."""

FaultKind = Literal[
    "not-known",
    "no-place",
    "broken-row",
    "no-account-type",
    "no-rows",
    "broken-json",
    "too-large",
    "encrypted",
    "name-too-long",
    "tag-too-long",
]


class FoundAccount(Struct, frozen=True):
    """An entry of a file that may be an account."""

    line: int
    """The line in its file, counted from 1; 0 if the format has no lines."""
    place: str
    """The address, host or platform name, as written in the file."""
    name: str = ""
    """The user name; empty if there is none."""
    account_type: str = ""
    owner: str = ""
    client: str = ""
    tags: tuple[str, ...] = ()


class FileFault(Struct, frozen=True):
    """A fault in a file; it quotes nothing from the file except a word of a list made by hand."""

    kind: FaultKind
    line: int = 0
    word: str = ""


class FileReading(Struct, frozen=True):
    """The content of one file; if it has any fault, none of it is to be used."""

    source: Source
    found: tuple[FoundAccount, ...] = ()
    faults: tuple[FileFault, ...] = ()
    passed: int = 0
    """How many rows have no address: notes, cards, passwords for no site."""
