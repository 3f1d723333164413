"""The SHA-256 of archives that are read in place, which later tells whether an archive is the one that was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from consentui.storage.reading import blocks_of, open_regular
from consentui.verify.readers import Reading, Result

Progress = Callable[[int, int], None]
"""Called with how many bytes of a file are done, and its size; an exception that it raises ends the work."""


def sums_of(results: Iterable[Result], first: Path, progress: Progress) -> dict[Path, str]:
    """The SHA-256, in hexadecimal, of each file that these results were read from."""
    paths = {path_of(result, first) for result in results}
    return {path: _sum(path, progress) for path in sorted(paths) if path.is_file()}


def path_of(result: Result, first: Path) -> Path:
    """The archive that holds a reading, or the file itself if it lies in a folder; the first part for a silence."""
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
