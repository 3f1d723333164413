"""What a file was seen to hold, and what is wrong with it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Source = Literal[
    "bitwarden", "1password", "keepassxc", "firefox", "chrome", "passwords", "bookmarks", "list", "download"
]
"""What wrote it; `passwords` is a table of passwords of a program that is not known, `list` one made by hand."""

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
    """Something that may be an account."""

    line: int
    """Where it stands in its file, counted from 1; 0 where the format has no lines."""
    place: str
    """The address, host or platform's name, as it is written there."""
    name: str = ""
    """The user name."""
    account_type: str = ""
    owner: str = ""
    client: str = ""
    tags: tuple[str, ...] = ()


class FileFault(Struct, frozen=True):
    """Something wrong in a file. It quotes nothing of it but a word of a list made by hand."""

    kind: FaultKind
    line: int = 0
    word: str = ""


class FileReading(Struct, frozen=True):
    """One file: what wrote it, what it holds and what is wrong. One with a fault is not to be used in part."""

    source: Source
    found: tuple[FoundAccount, ...] = ()
    faults: tuple[FileFault, ...] = ()
    passed: int = 0
    """How many rows lead nowhere: notes, cards, passwords of no site."""
