"""Hiding handles in reports that go to others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

Names = Literal["masked", "full"]
"""How account names are shown."""


class Handles(Struct, frozen=True):
    """Handles to look for in texts, regardless of case."""

    folded: frozenset[str]
    lengths: dict[str, tuple[int, ...]]
    """By the first two letters, the lengths of the handles that begin with them, longest first: so a text is read only
    once, not once for each handle."""


Hidden = Handles | None
"""The handles to hide in the person's own texts; None if names are shown in full."""


def masked_handle(handle: str) -> str:
    """The first character of a handle and nothing else of it: `@marie_l` becomes `@m…`."""
    at = "@" if handle.startswith("@") else ""
    name = handle.removeprefix("@")
    return f"{at}{name[:1]}…" if name else ""


def shown_handle(handle: str, names: Names) -> str:
    """A handle as a report shows it."""
    return masked_handle(handle) if names == "masked" else handle


def hidden(handles: Iterable[str]) -> Hidden:
    """Prepare these handles to be hidden in texts, regardless of case; if one begins another, the longer is hidden.

    A handle of a single letter is not hidden, since it would be found in every word.
    """
    folded = frozenset(name for name in (_folded(handle.removeprefix("@")) for handle in handles) if len(name) > 1)
    lengths: dict[str, set[int]] = {}
    for name in folded:
        lengths.setdefault(name[:2], set()).add(len(name))
    return Handles(folded, {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()})


def without_handles(text: str, hide: Hidden) -> str:
    """A text of the person's own with handles masked; unchanged if names are shown in full."""
    return "".join(_masked(text, hide)) if hide and text else text


def _masked(text: str, hide: Handles) -> Iterator[str]:
    """The text in pieces: what is between handles unchanged, each handle masked."""
    folded = _folded(text)
    begun = at = 0
    while at < len(folded):
        fitting = (size for size in hide.lengths.get(folded[at : at + 2], ()) if folded[at : at + size] in hide.folded)
        if size := next(fitting, 0):
            yield text[begun:at]
            yield masked_handle(text[at : at + size])
            begun = at + size
        at += size or 1
    yield text[begun:]


def _folded(text: str) -> str:
    """The text case-folded, letter by letter if need be, so that it keeps its length."""
    folded = text.casefold()
    return folded if len(folded) == len(text) else "".join(letter.casefold()[0] for letter in text)
