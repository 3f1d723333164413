"""Streams that measure the bytes passing through them, for writing backups and reading them back."""

from __future__ import annotations

from typing import Protocol


class ByteSource(Protocol):
    """Anything that bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes: ...


class Sink(Protocol):
    """Anything that bytes can be written to."""

    def write(self, content: bytes, /) -> int: ...


class Measure:
    """The size and SHA-256 of the bytes that have passed through."""

    def __init__(self) -> None:
        from hashlib import sha256

        self.size = 0
        self._digest = sha256()

    @property
    def sha256(self) -> str:
        """The SHA-256 of all bytes so far, in hexadecimal."""
        return self._digest.hexdigest()

    def add(self, content: bytes) -> None:
        """Count and hash the next bytes."""
        self.size += len(content)
        self._digest.update(content)


class MeasuredSource(Measure):
    """A file that is measured while it is read."""

    def __init__(self, source: ByteSource) -> None:
        super().__init__()
        self._source = source

    def read(self, size: int = -1) -> bytes:
        content = self._source.read(size)
        self.add(content)
        return content


class MeasuredSink(Measure):
    """A file that is measured while it is written; without a target, the bytes are measured and dropped."""

    def __init__(self, target: Sink | None = None) -> None:
        super().__init__()
        self._target = target

    def write(self, content: bytes) -> int:
        self.add(content)
        return self._target.write(content) if self._target else len(content)
