"""`due` and `request list` with 100 requests, compared with one request."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.benchmarks.rounds import in_turns, measured, milliseconds_of
from tests.benchmarks.table import Row
from tests.journeys.environment import isolated_environment

MANY = 100
_COMMANDS = {"due": ("due",), "request list": ("request", "list")}


def make_requests(count: int) -> None:
    """Write so many sent objections to the default profile of this process's home."""
    from consentui.journal import file
    from consentui.profile.preferences import write_setting
    from consentui.profile.session import open_session
    from tests.builders import account_added, request_opened, request_sent

    session = open_session()
    write_setting(session.folders.config_file, "language", "en")
    write_setting(session.folders.config_file, "country", "FR")
    platform = session.knowledge.platform("x")
    acts = [account_added(0, account="x-0001", platform=platform.id)]
    requests = [
        act
        for number in range(count)
        for name in (f"CU-2026-{number + 1:03d}",)
        for act in (
            request_opened(2 * number + 1, request=name, account="x-0001", controller=platform.controller),
            request_sent(2 * number + 2, request=name, opening=f"{2 * number + 1:026d}"),
        )
    ]
    file.append(session.folders.journal, [*acts, *requests])


def rows(folder: Path, rounds: int) -> list[Row]:
    """Each command with many requests, compared with one."""
    homes = {count: folder / f"requests-{count}" for count in (1, MANY)}
    for count, home in homes.items():
        environment = isolated_environment(home)
        subprocess.run([sys.executable, "-m", "tests.benchmarks.requests", str(count)], env=environment, check=True)
    measures = {
        f"{name}, {count}": partial(
            milliseconds_of, sys.executable, "-m", "consentui", *words, env=isolated_environment(home)
        )
        for name, words in _COMMANDS.items()
        for count, home in homes.items()
    }
    time = measured(in_turns(measures, rounds))
    return [
        Row(f"consentui {name}, {MANY} requests", "1 request", time[f"{name}, {MANY}"], time[f"{name}, 1"], "ms", 1.5)
        for name in _COMMANDS
    ]


if __name__ == "__main__":
    make_requests(int(sys.argv[1]))
