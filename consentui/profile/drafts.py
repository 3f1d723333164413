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
    """A file with unsaved input, by a key that says where it was typed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def kept(self, key: str) -> Typed:
        """The draft with this key; empty if there is none."""
        return self._read().get(key, {})

    def keep(self, key: str, typed: Mapping[str, str]) -> None:
        """Keep a draft in place of the one with the same key; raises StorageError if that fails."""
        before = self._read()
        if before.get(key, {}) != typed:
            self._write({**before, key: dict(typed)})

    def forget_about(self, names: Container[str]) -> None:
        """Forget what was typed about accounts or requests with these ids; raises StorageError as `keep` does."""
        before = self._read()
        after = {key: typed for key, typed in before.items() if not any(part in names for part in key.split("/"))}
        if after != before:
            self._write(after)

    def forget_fields(self, names: Container[str]) -> None:
        """Forget what was typed into fields with these names, in any draft; raises StorageError as `keep` does."""
        before = self._read()
        after = {key: {f: text for f, text in typed.items() if f not in names} for key, typed in before.items()}
        if after != before:
            self._write(after)

    def _read(self) -> dict[str, Typed]:
        try:
            return msgspec.json.decode(content_of(self._path), type=dict[str, Typed])
        except (OSError, msgspec.MsgspecError, UnicodeError, RecursionError):
            return {}

    def _write(self, drafts: dict[str, Typed]) -> None:
        from consentui.storage.files import failing_as, replace_file

        left = {key: typed for key, typed in drafts.items() if typed}
        with failing_as(_("What you typed could not be saved."), self._path):
            replace_file(self._path, msgspec.json.encode(left))
