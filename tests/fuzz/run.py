"""Corrupt and read files, and report everything but a refusal: a fault in the program, or a hang."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import FrameType
from typing import NamedTuple

from tests.fuzz.readers import REFUSED, all_readers
from tests.fuzz.spoiling import spoilt

SECONDS = 20
"""After so long, reading one small file counts as a hang."""


class Fault(NamedTuple):
    """A corrupted file that was not refused properly, with the traceback."""

    reader: str
    number: int
    content: bytes
    trace: str


class _HangsError(BaseException):
    """Raised on a hang; a BaseException, so that no `except` in the program catches it."""


def faults(count: int, seed: int, folder: Path) -> Iterator[Fault]:
    """Read `count` corrupted files and yield the faults; the same seed and number give the same file."""

    def hangs(_signal: int, _frame: FrameType | None) -> None:
        raise _HangsError

    readers = [one for one in all_readers(folder) for _time in range(one.weight)]
    before = signal.signal(signal.SIGALRM, hangs)
    try:
        for number in range(count):
            random = Random(f"{seed}/{number}")
            reader = random.choice(readers)
            path = folder / reader.name
            path.write_bytes(spoilt(random.choice(reader.whole), random))
            signal.alarm(SECONDS)
            try:
                reader.read(path)
            except REFUSED:
                pass
            except (Exception, _HangsError):  # noqa: BLE001 -- any other exception is a fault
                yield Fault(reader.name, number, path.read_bytes(), traceback.format_exc())
            finally:
                signal.alarm(0)
    finally:
        signal.signal(signal.SIGALRM, before)
