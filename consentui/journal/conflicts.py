"""What programs that bring copies of a file together leave behind: markers within it, or another copy beside it."""

from __future__ import annotations

import re
from pathlib import Path

_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)
_FIRST = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_COPY = re.compile(
    r"journal(?:"
    r"\.sync-conflict-.+"  # Syncthing
    r"| \(.+\)"  # Dropbox, Nextcloud and ownCloud, Google Drive: in words of the language they speak
    r"|_conflict-.+"  # ownCloud before
    r"|-[^.]+"  # OneDrive: the name of the machine
    r"| [0-9]+"  # iCloud Drive
    r")\.toml",
    re.IGNORECASE,
)


def conflict_line(text: str) -> int | None:
    """The 1-based line of the first marker where two versions of a file were both left in it; None where none is."""
    first = _FIRST.search(text)
    return text.count("\n", 0, first.start()) + 1 if first else None


def without_markers(text: str) -> str:
    """The text with both versions one after the other: entries are told apart by their ids, so both are right."""
    return _MARKER.sub("", text)


def copies_beside(path: Path) -> tuple[Path, ...]:
    """The copies of a journal that a program for synchronising put beside it, sorted by name."""
    try:
        return tuple(sorted(one for one in path.parent.iterdir() if _COPY.fullmatch(one.name)))
    except OSError:
        return ()
