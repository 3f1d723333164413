"""The errors that a person may meet, all derived from `ConsentuiError` and worded so that the person can act on them.

The interface shows title and detail; the commands print them on stderr and end with the error's exit code.
"""

from __future__ import annotations

from typing import ClassVar


class ConsentuiError(Exception):
    """An error to show to the person: what happened (`title`), the facts (`detail`), what to do (`way_out`)."""

    exit_code: ClassVar[int] = 2

    def __init__(self, title: str, detail: str = "", way_out: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.detail = detail
        self.way_out = way_out

    def __str__(self) -> str:
        return "\n".join(part for part in (self.title, self.detail, self.way_out) if part)


class UsageError(ConsentuiError):
    """A name, an option or a value that does not exist or does not fit (exit code 2)."""


class KnowledgeError(ConsentuiError):
    """A file of the knowledge base that cannot be used (exit code 2)."""


class StorageError(ConsentuiError):
    """The journal, the configuration or a report could not be read or written (exit code 3)."""

    exit_code = 3


class NetworkError(ConsentuiError):
    """A network request failed (exit code 3); everything that needs no network still works."""

    exit_code = 3


class VaultError(ConsentuiError):
    """The keyring is missing, locked or not trustworthy (exit code 3)."""

    exit_code = 3
