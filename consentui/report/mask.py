"""Handles hidden in reports that go to others."""

from __future__ import annotations

import re
from typing import Literal

Names = Literal["masked", "full"]
"""How account names are shown."""


def masked_handle(handle: str) -> str:
    """The first character of a handle, and nothing else of it: `@marie_l` gives `@m…`."""
    at = "@" if handle.startswith("@") else ""
    name = handle.removeprefix("@")
    return f"{at}{name[:1]}…" if name else ""


def without_handle(text: str, handle: str) -> str:
    """A text of the person's own in which their handle is hidden too, in capitals or not."""
    bare = handle.removeprefix("@")
    if len(bare) < 2:  # noqa: PLR2004 -- a single letter would be found in every word
        return text
    return re.sub(re.escape(bare), lambda found: masked_handle(found[0]), text, flags=re.IGNORECASE)
