"""Handles hidden in reports that go to others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Names = Literal["masked", "full"]
"""How account names are shown."""

Hidden = re.Pattern[str] | None
"""What is hidden in the person's own texts; None where names are shown in full."""


def masked_handle(handle: str) -> str:
    """The first character of a handle, and nothing else of it: `@marie_l` gives `@m…`."""
    at = "@" if handle.startswith("@") else ""
    name = handle.removeprefix("@")
    return f"{at}{name[:1]}…" if name else ""


def shown_handle(handle: str, names: Names) -> str:
    """A handle as a report shows it."""
    return masked_handle(handle) if names == "masked" else handle


def hidden(handles: Iterable[str]) -> Hidden:
    """What to hide in texts: these handles, in capitals or not, the longest first where one begins another.

    A handle of a single letter is not hidden: it would be found in every word.
    """
    bare = {handle.removeprefix("@") for handle in handles}
    longest_first = sorted((name for name in bare if len(name) > 1), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if longest_first else None


def without_handles(text: str, hide: Hidden) -> str:
    """A text of the person's own in which handles are hidden too."""
    return hide.sub(lambda found: masked_handle(found[0]), text) if hide and text else text
