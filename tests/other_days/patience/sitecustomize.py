"""Imported by every Python started under a shifted clock, to make `time.sleep` work there.

Debian's libfaketime 0.9.10 does not shift the monotonic clock, as it is told to, but takes the end of a sleep on that
clock for a time of the shifted one, and refuses it.
"""

import select
import time
from typing import SupportsIndex


def _sleep(seconds: float | SupportsIndex, /) -> None:
    select.select((), (), (), float(seconds))


time.sleep = _sleep
