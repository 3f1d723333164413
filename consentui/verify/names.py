"""Comparing names inside a download, which differ when people zip archives again on other systems."""

from __future__ import annotations

import re
import unicodedata
from fnmatch import fnmatchcase
from functools import lru_cache

_UTF8_NAME = 0x800
"""The flag of a ZIP member whose name is in UTF-8 (APPNOTE.TXT, 4.4.4)."""
STRAY = re.compile(r"^/|^[^/]*:|(?:^|/)(?:\.\.(?:/|$)|__macosx(?:/|$)|\._[^/]*$)|\0")
"""Matches a comparable name that is absolute, leads out of the archive, holds a null character or was left there by an
operating system."""
_AT_FIRST = ("/", ".")
"""The beginnings by which `is_stray` suspects a name, besides the characters it looks for anywhere."""
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})


def member_name(name: str, flags: int) -> str:
    """The name of a ZIP member, with UTF-8 restored that `zipfile` read as code page 437 for lack of the flag."""
    if name.isascii() or flags & _UTF8_NAME:
        return name
    try:
        return name.encode("cp437").decode()
    except UnicodeError:
        return name


def comparable(name: str) -> str:
    """The path in one spelling: lower case, forward slashes, plain spaces and apostrophes, Unicode form NFKC."""
    if "\\" in name:
        name = name.replace("\\", "/")
    if name.isascii():
        return name.lower()
    # NFKC turns the no-break spaces of French names into plain ones.
    return unicodedata.normalize("NFKC", name.translate(_APOSTROPHES)).casefold()


def is_stray(name: str) -> bool:
    """Whether a comparable path leads out of its archive or was left there by an operating system."""
    if not (name.startswith(_AT_FIRST) or "/." in name or ":" in name or "__macosx" in name or "\0" in name):
        return False  # a fast path for nearly all names, since every file of a download is checked
    return STRAY.search(name) is not None


@lru_cache(maxsize=512)
def wanted(name: str) -> tuple[str, ...]:
    """The parts of a known name, in comparable form."""
    return tuple(comparable(name).strip("/").split("/"))


def root_of(path: str, name: str) -> str | None:
    """The folders before a known name at the end of a path; None if the path does not end with the name.

    `*` in a known name matches anything within one part.
    """
    parts, ends = path.split("/"), wanted(name)
    here = parts[len(parts) - len(ends) :]
    if len(parts) < len(ends) or not all(map(fnmatchcase, here, ends)):
        return None
    return "/".join(parts[: len(parts) - len(ends)])


def is_inside(folder: str, other: str) -> bool:
    """Whether a folder is below another one; an empty text is the top of the archive."""
    return folder != other and (not other or folder.startswith(f"{other}/"))
