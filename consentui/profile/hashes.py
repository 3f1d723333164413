"""The SHA-256 of archives that are read where they lie: it tells later whether an archive is the one that was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from consentui.storage.reading import blocks_of, open_regular
from consentui.verify.readers import Reading, Result

Progress = Callable[[int, int], None]
"""Is told how many bytes are done, of how many; what it raises ends the work."""


def sums_of(results: Iterable[Result], first: Path, progress: Progress) -> dict[Path, str]:
    """The SHA-256 of everything that these results were read in, each worked out once."""
    paths = {path_of(result, first) for result in results}
    return {path: _sum(path, progress) for path in sorted(paths) if path.is_file()}


def path_of(result: Result, first: Path) -> Path:
    """The archive that holds a reading, or the file itself where it lies in a folder; else the first part."""
    if not isinstance(result, Reading):
        return first
    part = Path(result.part)
    return part / result.member if part.is_dir() else part


def _sum(path: Path, progress: Progress) -> str:
    digest, done = sha256(), 0
    whole = path.stat().st_size
    with open_regular(path) as file:
        for block in blocks_of(file):
            digest.update(block)
            done += len(block)
            progress(done, whole)
    return digest.hexdigest()
