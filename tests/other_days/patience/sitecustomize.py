"""Read by every Python that starts under a shifted clock: lets it sleep there.

Debian's libfaketime 0.9.10 leaves the monotonic clock alone, as it is told to, but takes the end of a sleep by
that clock for a time of the shifted one, and refuses it.
"""

import select
import time
from typing import SupportsIndex


def _sleep(seconds: float | SupportsIndex, /) -> None:
    select.select((), (), (), float(seconds))


time.sleep = _sleep
