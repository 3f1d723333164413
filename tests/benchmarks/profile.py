"""The profiles that the benchmarks use, made through the package's own API.

Run as `python -m tests.benchmarks.profile ACCOUNTS` in an isolated environment, it fills the default profile there.
It needs a process of its own, because the memory of a large parent would count as that of its children.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from tests.journeys.environment import isolated_environment

CONTROLS = 12
"""How many outcomes are recorded for each account, if its platform has that many controls."""


def handle(number: int) -> str:
    """The handle of the account with this number, counted from 1; the first is on Home's first screen."""
    return f"@person-{number}"


def platform_of(number: int, platforms: Sequence[str]) -> str:
    """The platform of the account with this number; accounts are spread over all platforms."""
    return platforms[number % len(platforms)]


def prepared(home: Path, accounts: int, *, with_history: bool = False) -> Path:
    """A home whose default profile has so many accounts; made if it does not exist."""
    if not home.exists():
        subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.profile", str(accounts), *(["history"] if with_history else [])],
            env=isolated_environment(home),
            check=True,
        )
    return home


def make_profile(accounts: int, *, with_history: bool = False) -> None:
    """Fill the default profile of this process's HOME and XDG folders.

    Accounts get `handle(1)` … `handle(accounts)`, spread over the platforms, each with an outcome for up to CONTROLS
    controls; with a history, each has exactly CONTROLS outcomes, repeating controls if need be. Language and country
    are set, so that the first run asks nothing.
    """
    from consentui import clock
    from consentui.checklist.outcomes import suitable_outcomes
    from consentui.journal import file
    from consentui.journal.entries import AccountAdded, Entry, Recorded
    from consentui.journal.ids import entry_id
    from consentui.profile.preferences import write_setting
    from consentui.profile.session import open_session

    session = open_session()
    write_setting(session.folders.config_file, "language", "en")
    write_setting(session.folders.config_file, "country", "FR")
    now = clock.now()
    entries: list[Entry] = []
    last = entry_id(now)
    for number in range(1, accounts + 1):
        platform = session.knowledge.platform(platform_of(number, session.knowledge.ids))
        name = f"{platform.id}-{number:04d}"
        last = entry_id(now, after=last)
        entries.append(AccountAdded(at=now, id=last, account=name, platform=platform.id, handle=handle(number)))
        controls = islice(cycle(platform.control), CONTROLS) if with_history else platform.control[:CONTROLS]
        for control in controls:
            last = entry_id(now, after=last)
            outcome = suitable_outcomes(control)[0]
            entries.append(Recorded(at=now, id=last, account=name, control=control.id, outcome=outcome))
    file.append(session.folders.journal, entries)


def saver(accounts: int) -> tuple[Path, Callable[[], None]]:
    """The journal file of the default profile, and a function that records one more outcome in it and syncs.

    What a running program has in memory is loaded here already, outside the measured time.
    """
    from consentui.checklist.outcomes import suitable_outcomes
    from consentui.profile.session import open_session

    session = open_session()
    account = session.accounts[accounts // 2]
    # The interface does the same once it is drawn: objects loaded by then live on and need not be collected.
    gc.freeze()
    platform = session.accounts.platform_of(account)
    if platform is None:
        raise RuntimeError(account.platform)
    control = platform.control[0]
    outcome = suitable_outcomes(control)[0]

    def save() -> None:
        session.checklist.record(account, control, outcome)

    return session.folders.journal, save


if __name__ == "__main__":
    make_profile(int(sys.argv[1]), with_history="history" in sys.argv)
