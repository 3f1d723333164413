"""`make fuzz`: read corrupted files, by default a hundred thousand; another `--seed` gives other files."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.run import faults


def main() -> int:
    """Print each fault and keep its file; return 0 if there was none."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    wanted = asked.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="consentui-fuzz-"))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    since, found = time.monotonic(), 0
    for fault in faults(wanted.count, wanted.seed, folder):
        found += 1
        kept = folder / f"fault-{fault.number}-{fault.reader}"
        kept.write_bytes(fault.content)
        print(f"{kept}\n{fault.trace}", flush=True)
    print(f"{wanted.count} files, {found} faults, {time.monotonic() - since:.0f} s")
    return int(found > 0)


sys.exit(main())
