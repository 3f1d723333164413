"""What is in a backup: which files of a profile, under which names, and where each goes when it comes back."""

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
"""What an archive says it holds, as it is or sealed."""
LOCKED_KEY = "key.age"
"""The key of a sealed archive, as the passphrase opens it."""
_LONGEST_PART = 200
"""In bytes: with what is put around a name while it is written, systems still allow it."""
_KEPT = re.compile(
    r"data/(?:journal[^/]*\.toml|identity\.toml|requests/[^/]+/[^/]+|(?:proofs|issues)/[^/]+)"
    r"|config/(?:(?:config|policy)\.toml|knowledge/[^/]+\.toml)"
)
_UNSAFE = re.compile(r'[\\:*?"<>|]')
"""What some system forbids in names, or takes for the way to another place."""


class Listed(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of a backup."""

    name: str
    size: Annotated[int, Meta(ge=0)]
    """In bytes."""
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class Contents(Struct, frozen=True, forbid_unknown_fields=True):
    """What a backup says of itself."""

    schema: int
    made: datetime
    program: str
    """The version of consentui that made it."""
    profile: str
    files: tuple[Listed, ...]

    @property
    def size(self) -> int:
        """Of all files, in bytes."""
        return sum(one.size for one in self.files)


class ProfileFiles(Struct, frozen=True):
    """The files of a profile."""

    kept: tuple[tuple[str, Path], ...]
    """Those that a backup keeps, each with its name there."""
    left: tuple[str, ...]
    """The names of those whose name would not do on every system."""


def files_of(folders: Folders) -> ProfileFiles:
    """What a profile has now, sorted by name."""
    found = sorted(_files(folders))
    return ProfileFiles(
        tuple((name, path) for name, path in found if is_kept(name)),
        tuple(name for name, _path in found if not is_kept(name)),
    )


def is_kept(name: str) -> bool:
    """Whether a backup may have a file of this name: one that consentui keeps, and nowhere else."""
    return bool(_KEPT.fullmatch(name)) and all(map(_is_plain, name.split("/")))


def member_of(name: str, number: int, *, sealed: bool) -> str:
    """What a file is called in the archive, by its number in the list: a sealed one does not show its name."""
    return f"{number}.age" if sealed else name


def place_of(folders: Folders, name: str) -> Path:
    """Where a file of a backup belongs in a profile."""
    assert is_kept(name)
    root, _slash, rest = name.partition("/")
    return (folders.data if root == "data" else folders.config) / rest


def _files(folders: Folders) -> Iterator[tuple[str, Path]]:
    """The regular files in the places that consentui writes to; a link is followed, as the program follows it."""
    for root, folder in (("data", folders.data), ("config", folders.config)):
        for path in _matching(folder, OURS[root]):
            yield f"{root}/{path.relative_to(folder).as_posix()}", path


def _matching(folder: Path, patterns: Iterable[str]) -> Iterator[Path]:
    for pattern in patterns:
        yield from (path for path in folder.glob(pattern) if path.is_file() and not path.name.startswith("."))


def _is_plain(part: str) -> bool:
    """Whether a part of a name does on every system, and leads nowhere else."""
    return (
        part.isprintable()
        and not _UNSAFE.search(part)
        and not part.startswith(".")
        and not part.endswith((".", " "))
        and not is_device(part)
        and len(part.encode()) <= _LONGEST_PART
    )
