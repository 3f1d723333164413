"""Spoils and reads, and tells what was no refusal: a fault of ours, or no end."""

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
"""After so long, reading one small file hangs."""


class Fault(NamedTuple):
    """What a spoilt file did."""

    reader: str
    number: int
    content: bytes
    trace: str


class _HangsError(BaseException):
    """Not to be taken for a refusal by any `except` on its way."""


def faults(count: int, seed: int, folder: Path) -> Iterator[Fault]:
    """What bites of so many spoilt files; the same seed and number give the same file."""

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
            except (Exception, _HangsError):  # noqa: BLE001 -- this is what is looked for
                yield Fault(reader.name, number, path.read_bytes(), traceback.format_exc())
            finally:
                signal.alarm(0)
    finally:
        signal.signal(signal.SIGALRM, before)
