"""`python -m tests.other_days [--day NAME] [PYTEST ARGUMENTS]`: run the tests on other days. Needs Debian's faketime.

The days are a month from now, a leap day, the nights in which clocks change, and two years from now. A test in this
process cannot see the real day, because only `consentui.clock` asks for it (the linter ensures that) and every test
stops that clock. So without arguments, only those tests run in which the real day can matter: programs in processes of
their own, files with their times, libraries that write dates, the bundled facts, and the clock itself.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from calendar import isleap
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
BY_WHICH_A_DAY_COMES_IN = (
    "tests/cli/test_completion.py",
    "tests/cli/test_process.py",
    "tests/data",
    "tests/export",
    "tests/journal",
    "tests/journeys",
    "tests/knowledge",
    "tests/report",
    "tests/requests/time",
    "tests/secret_service",
    "tests/storage",
    "tests/test_clock.py",
    "tests/test_screenshots.py",
)
HOW_IT_IS_SHIFTED = {
    "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    "FAKETIME_CACHE_DURATION": "1000000",
    "FAKETIME_FORCE_MONOTONIC_FIX": "0",
    "NO_FAKE_STAT": "1",
}
"""The monotonic clock is not shifted, so that waiting works, nor mended for old C libraries, which would keep threads
from taking turns: what takes 3 seconds took 20. The shift is read only once, because no thread may read the environment
while another changes it. File times are not shifted."""


def other_days(now: datetime) -> dict[str, datetime]:
    """The moments at which the tests begin, seen from now, by name."""
    return {
        "a month on": now + timedelta(days=31),
        "the night in which an hour is left out": _before_change(now, month=3),
        "the night in which an hour comes twice": _before_change(now, month=10),
        "29 February": _leap_day(now),
        "two years on": now + timedelta(days=731),
    }


def _before_change(now: datetime, month: int) -> datetime:
    """Half a minute before 1:00 UTC on the last Sunday of the next such month (Directive 2000/84/EC)."""
    for year in (now.year, now.year + 1):
        last = datetime(year, month, 31, 0, 59, 30, tzinfo=UTC)
        sunday = last - timedelta(days=(last.weekday() + 1) % 7)
        if sunday > now:
            return sunday
    raise AssertionError(month)


def _leap_day(now: datetime) -> datetime:
    years = (year for year in range(now.year, now.year + 9) if isleap(year))
    return next(day for year in years if (day := datetime(year, 2, 29, 10, tzinfo=UTC)) > now)


def main() -> int:
    """Run the tests on each day, or on the one asked for.

    Return the exit status of the first day on which one failed, else 0.
    """
    if (faketime := shutil.which("faketime")) is None:
        print("The clock is shifted with faketime. On Debian and Ubuntu: sudo apt install faketime", file=sys.stderr)
        return 2
    days = other_days(datetime.now(UTC))
    parser = argparse.ArgumentParser(allow_abbrev=False, add_help=False)
    parser.add_argument("--day", choices=days)
    chosen, arguments = parser.parse_known_args()
    arguments = arguments or ["--numprocesses", "auto", *BY_WHICH_A_DAY_COMES_IN]
    for name, day in days.items():
        if chosen.day not in (None, name):
            continue
        print(f"--- {name}: {day:%Y-%m-%d %H:%M:%S} UTC", flush=True)
        if status := _run([faketime, "-f", _seconds(day - datetime.now(UTC))], arguments):
            return status
    return 0


def _seconds(shift: timedelta) -> str:
    return f"{shift.total_seconds():+.0f}"


def _run(shifted: list[str], arguments: list[str]) -> int:
    path = os.pathsep.join(filter(None, (str(ROOT / "tests/other_days/patience"), os.environ.get("PYTHONPATH"))))
    return subprocess.run(
        [*shifted, sys.executable, "-m", "pytest", *arguments],
        env=os.environ | HOW_IT_IS_SHIFTED | {"PYTHONPATH": path},
        check=False,
        cwd=ROOT,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
