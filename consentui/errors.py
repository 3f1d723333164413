"""What goes wrong in words a person can use: every error a user may meet derives from `ConsentuiError`.

The interface shows title and detail; the commands print them on stderr and end with the error's exit code.
"""

from __future__ import annotations

from typing import ClassVar


class ConsentuiError(Exception):
    """Something a person can be told: what happened (`title`), the facts (`detail`), what to do (`way_out`)."""

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
    """Something that was asked for over the network did not come (exit code 3); nothing else depends on it."""

    exit_code = 3


class VaultError(ConsentuiError):
    """The keyring is missing, locked or not to be trusted (exit code 3)."""

    exit_code = 3
