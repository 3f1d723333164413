"""The contents of a backup: which files of a profile it keeps, their names in it, and where each is restored to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from consentui.storage.names import is_device
from consentui.storage.places import OURS, Folders

SCHEMA = 1
JOURNAL = "data/journal.toml"
IDENTITY = "data/identity.toml"
PREFERENCES = "config/config.toml"
POLICY = "config/policy.toml"
README_NAME = "README.txt"
LIST, SEALED_LIST = "contents.json", "contents.json.age"
"""The members that list the files of an archive, plain or sealed."""
LOCKED_KEY = "key.age"
"""The member that holds the key of a sealed archive, encrypted with the passphrase."""
_LONGEST_PART = 200
"""The most bytes in one part of a name, leaving room for what is added to it while the file is written."""
_KEPT = re.compile(
    r"data/(?:journal[^/]*\.toml|identity\.toml|requests/[^/]+/[^/]+|(?:proofs|issues)/[^/]+)"
    r"|config/(?:(?:config|policy)\.toml|knowledge/[^/]+\.toml)"
)
_UNSAFE = re.compile(r'[\\:*?"<>|]')
"""Characters that some system forbids in names or reads as part of a path."""


class Listed(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of a backup."""

    name: str
    size: Annotated[int, Meta(ge=0)]
    """In bytes."""
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class Contents(Struct, frozen=True, forbid_unknown_fields=True):
    """The list in a backup: what it is and which files it holds."""

    schema: int
    made: datetime
    program: str
    """The version of consentui that made it."""
    profile: str
    files: tuple[Listed, ...]

    @property
    def size(self) -> int:
        """The size of all files together in bytes."""
        return sum(one.size for one in self.files)


class ProfileFiles(Struct, frozen=True):
    """The files of a profile, by whether a backup can keep them."""

    kept: tuple[tuple[str, Path], ...]
    """The files that a backup keeps, each with its name in it."""
    left_out: tuple[str, ...]
    """The names of the other files, which are not valid on every system."""


def files_of(folders: Folders) -> ProfileFiles:
    """The files that a profile has now, sorted by name."""
    found = sorted(_files(folders))
    return ProfileFiles(
        tuple((name, path) for name, path in found if is_kept(name)),
        tuple(name for name, _path in found if not is_kept(name)),
    )


def is_kept(name: str) -> bool:
    """Whether a backup may hold a file of this name: one of consentui's own that leads to no other place."""
    return bool(_KEPT.fullmatch(name)) and all(map(_is_plain, name.split("/")))


def member_of(name: str, number: int, *, sealed: bool) -> str:
    """The member name of a file, given its number in the list: a sealed archive hides the names of its files."""
    return f"{number}.age" if sealed else name


def place_of(folders: Folders, name: str) -> Path:
    """The path in a profile to which a file of a backup is restored."""
    assert is_kept(name)
    root, _slash, rest = name.partition("/")
    return (folders.data if root == "data" else folders.config) / rest


def _files(folders: Folders) -> Iterator[tuple[str, Path]]:
    """The regular files in the places that consentui writes to; links are followed, as elsewhere in the program."""
    for root, folder in (("data", folders.data), ("config", folders.config)):
        for path in _matching(folder, OURS[root]):
            yield f"{root}/{path.relative_to(folder).as_posix()}", path


def _matching(folder: Path, patterns: Iterable[str]) -> Iterator[Path]:
    for pattern in patterns:
        yield from (path for path in folder.glob(pattern) if path.is_file() and not path.name.startswith("."))


def _is_plain(part: str) -> bool:
    """Whether a part of a name is valid on every system and leads to no other place."""
    return (
        part.isprintable()
        and not _UNSAFE.search(part)
        and not part.startswith(".")
        and not part.endswith((".", " "))
        and not is_device(part)
        and len(part.encode()) <= _LONGEST_PART
    )
