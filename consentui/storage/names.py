"""File names that are valid on every system, for files that are handed to others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count

_LONGEST = 80
"""The most characters in one part of a path."""
_LONGEST_SUFFIX = 10
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""The names that Windows takes for devices, whatever suffix follows."""


def safe_name(text: str) -> str:
    """One part of a path in ASCII letters, digits, `.`, `-` and `_`; never empty, hidden or `..`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = _UNSAFE.sub("-", plain).strip("-._")
    stem, dot, suffix = name.rpartition(".")
    if dot and len(suffix) <= _LONGEST_SUFFIX:
        name = f"{stem[: _LONGEST - len(suffix) - 1].rstrip('-._')}.{suffix}"
    name = name[:_LONGEST].rstrip("-._") or "file"
    return f"file-{name}" if is_device(name) else name


def is_device(name: str) -> bool:
    """Whether Windows takes a file of this name for a device."""
    return bool(_DEVICES.match(name))


def safe_paths(names: Iterable[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """A safe relative path for each name, its parts joined by `/`; all differ, even when case is ignored."""
    files, folders = {name.casefold() for name in taken}, set[str]()
    for name in names:
        path = _free("/".join(map(safe_name, _parts(name))) or "file", files, folders)
        files.add(path.casefold())
        folders.update(_folders_of(path))
        yield path


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[/\\]", name) if part.strip(". ")]


def _free(path: str, files: set[str], folders: set[str]) -> str:
    while any(folder in files for folder in _folders_of(path)):
        path = path.replace("/", "-", 1)
    stem, dot, suffix = path.rpartition(".") if "." in path.rpartition("/")[2] else (path, "", "")
    numbered = (f"{stem}-{number}{dot}{suffix}" for number in count(2))
    while path.casefold() in files or path.casefold() in folders:
        path = next(numbered)
    return path


def _folders_of(path: str) -> list[str]:
    parts = path.casefold().split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]
