"""Unsaved input, kept as it was typed until it is saved."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path

import msgspec

from consentui.i18n import _
from consentui.storage.reading import content_of

Typed = dict[str, str]
"""The texts in the fields of a screen, by the names of the fields."""


class Drafts:
    """A file with unsaved input, by the place where it was typed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def kept(self, place: str) -> Typed:
        """What was typed at a place and is not saved yet; empty if there is nothing."""
        return self._read().get(place, {})

    def keep(self, place: str, typed: Mapping[str, str]) -> None:
        """Keep what was typed at a place in place of what was kept there; raises StorageError if that fails."""
        before = self._read()
        if before.get(place, {}) != typed:
            self._write({**before, place: dict(typed)})

    def forget_about(self, names: Container[str]) -> None:
        """Forget what was typed about accounts or requests with these ids; raises StorageError as `keep` does."""
        before = self._read()
        after = {place: typed for place, typed in before.items() if not any(part in names for part in place.split("/"))}
        if after != before:
            self._write(after)

    def forget_fields(self, names: Container[str]) -> None:
        """Forget what was typed into fields with these names, at any place; raises StorageError as `keep` does."""
        before = self._read()
        after = {place: {f: text for f, text in typed.items() if f not in names} for place, typed in before.items()}
        if after != before:
            self._write(after)

    def _read(self) -> dict[str, Typed]:
        try:
            return msgspec.json.decode(content_of(self._path), type=dict[str, Typed])
        except (OSError, msgspec.MsgspecError, UnicodeError, RecursionError):
            return {}

    def _write(self, drafts: dict[str, Typed]) -> None:
        from consentui.storage.files import failing_as, replace_file

        left = {place: typed for place, typed in drafts.items() if typed}
        with failing_as(_("What you typed could not be kept."), self._path):
            replace_file(self._path, msgspec.json.encode(left))
