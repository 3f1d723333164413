"""What runs through while a file is kept or comes back, measured on its way."""

from __future__ import annotations

from typing import Protocol


class ByteSource(Protocol):
    """Where bytes come from."""

    def read(self, size: int = -1, /) -> bytes: ...


class Sink(Protocol):
    """Where bytes go."""

    def write(self, content: bytes, /) -> int: ...


class Measure:
    """The size and SHA-256 of what ran through."""

    def __init__(self) -> None:
        from hashlib import sha256

        self.size = 0
        self._digest = sha256()

    @property
    def sha256(self) -> str:
        """In hexadecimal, of all so far."""
        return self._digest.hexdigest()

    def take(self, content: bytes) -> None:
        self.size += len(content)
        self._digest.update(content)


class MeasuredSource(Measure):
    """A file that is read."""

    def __init__(self, source: ByteSource) -> None:
        super().__init__()
        self._source = source

    def read(self, size: int = -1) -> bytes:
        content = self._source.read(size)
        self.take(content)
        return content


class MeasuredSink(Measure):
    """A file that is written, or nothing but the measure."""

    def __init__(self, target: Sink | None = None) -> None:
        super().__init__()
        self._target = target

    def write(self, content: bytes) -> int:
        self.take(content)
        return self._target.write(content) if self._target else len(content)
