"""What programs that synchronise or merge files leave behind: conflict markers in a file, or a copy beside it."""

from __future__ import annotations

import re
from pathlib import Path

_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)
_FIRST = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_COPY = re.compile(
    r"journal(?:"
    r"\.sync-conflict-.+"  # Syncthing
    r"| \(.+\)"  # Dropbox, Nextcloud and ownCloud, Google Drive: in the language of their user
    r"|_conflict-.+"  # older versions of ownCloud
    r"|-[^.]+"  # OneDrive: the name of the machine
    r"| [0-9]+"  # iCloud Drive
    r")\.toml",
    re.IGNORECASE,
)


def conflict_line(text: str) -> int | None:
    """The 1-based line of the first conflict marker in the text; None if there is none."""
    first = _FIRST.search(text)
    return text.count("\n", 0, first.start()) + 1 if first else None


def without_markers(text: str) -> str:
    """The text without its conflict markers: both versions stay, as duplicate entries share an id and count once."""
    return _MARKER.sub("", text)


def copies_beside(path: Path) -> tuple[Path, ...]:
    """The copies of a journal that sync programs put beside it, sorted by name; none if the folder is unreadable."""
    try:
        return tuple(sorted(one for one in path.parent.iterdir() if _COPY.fullmatch(one.name)))
    except OSError:
        return ()
