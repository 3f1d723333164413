"""Names inside a download, made comparable: archives are zipped again, on other systems, in other alphabets."""

from __future__ import annotations

import re
import unicodedata
from fnmatch import fnmatchcase
from functools import lru_cache

_UTF8_NAME = 0x800
"""The flag of a ZIP member whose name is UTF-8 (APPNOTE.TXT, 4.4.4)."""
STRANGE = re.compile(r"^/|^[^/]*:|(?:^|/)(?:\.\.(?:/|$)|__macosx(?:/|$)|\._[^/]*$)|\0")
"""From the root of a disk, out of the archive, or left there by a system; of a comparable name, so in small letters."""
_AT_FIRST = ("/", ".")
"""What a strange name begins with, where nothing within it shows that it is one."""
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})


def member_name(name: str, flags: int) -> str:
    """The name of a ZIP member: UTF-8 that was not marked as such was read as code page 437."""
    if name.isascii() or flags & _UTF8_NAME:
        return name
    try:
        return name.encode("cp437").decode()
    except UnicodeError:
        return name


def comparable(name: str) -> str:
    """A path without case, no-break spaces, ornate apostrophes and the other ways to write the same."""
    if "\\" in name:
        name = name.replace("\\", "/")
    if name.isascii():
        return name.lower()
    # NFKC makes plain spaces of the no-break ones that French names have.
    return unicodedata.normalize("NFKC", name.translate(_APOSTROPHES)).casefold()


def is_plain(name: str) -> bool:
    """Whether a path stays inside its archive and is the platform's, not left there by a system."""
    if not (name.startswith(_AT_FIRST) or "/." in name or ":" in name or "__macosx" in name or "\0" in name):
        return True  # as nearly all are, told in a fifth of the time: it is asked of every file of a download
    return STRANGE.search(name) is None


@lru_cache(maxsize=512)
def wanted(name: str) -> tuple[str, ...]:
    """The parts of a known name, comparable."""
    return tuple(comparable(name).strip("/").split("/"))


def root_of(path: str, name: str) -> str | None:
    """What stands before a known name at the end of a path, None where the path does not end with it.

    `*` in a known name stands for anything within one part.
    """
    parts, ends = path.split("/"), wanted(name)
    here = parts[len(parts) - len(ends) :]
    if len(parts) < len(ends) or not all(map(fnmatchcase, here, ends)):
        return None
    return "/".join(parts[: len(parts) - len(ends)])


def is_inside(folder: str, other: str) -> bool:
    """Whether a folder lies below another one; an empty text is the top."""
    return folder != other and (not other or folder.startswith(f"{other}/"))
