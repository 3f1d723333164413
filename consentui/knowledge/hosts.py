"""Which host an address names, and which platform owns it: people know platforms by their addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

_WEB = frozenset({"http", "https", ""})
_APPS = frozenset({"android", "androidapp"})
"""The schemes by which browsers and password managers name an Android app: `android://…@com.twitter.android/`."""
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")


def host_of(text: str) -> str | None:
    """The host that a web address, a bare host or an app's address names, in lower case; None if it names none.

    The name of an Android app is read backwards, as a host of its maker: `com.twitter.android` is below `twitter.com`.
    """
    line = text.strip()
    try:
        parts = urlsplit(line if "://" in line or line.startswith("//") else f"//{line}")
        name = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme in _APPS:
        name = ".".join(reversed(name.split(".")))
    elif parts.scheme not in _WEB or ("://" not in line and "@" in line):
        return None
    return name if _HOST.fullmatch(name) else None


def owner_of(host: str, owners: Mapping[str, str]) -> str | None:
    """The owner of a host, or of the nearest host above it; None if neither is known."""
    name = host
    while name:
        if name in owners:
            return owners[name]
        name = name.partition(".")[2]
    return None
