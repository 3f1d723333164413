"""A D-Bus session with a keyring daemon of its own, in a home that is deleted afterwards."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import pytest

from consentui.errors import VaultError

SESSION = ("dbus-run-session", "--")
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Session:
    """A running D-Bus session, controlled through the insider in it."""

    home: Path
    insider: TextIO

    def ask(self, request: str, *arguments: object) -> object:
        """Call a function of the insider and return its result; raises the VaultError that it raised."""
        self.insider.write(json.dumps([request, *arguments]) + "\n")
        self.insider.flush()
        line = self.insider.readline()
        assert line, f"The insider died, or hung, at {request}."
        reply = json.loads(line)
        if "refused" in reply:
            raise VaultError(*reply["refused"])
        return reply["gives"]


@pytest.fixture
def locked_out() -> Iterator[Session]:
    """A session without a default keyring, and without a screen on which its password could be asked for."""
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        sentence = f"The Secret Service cannot be tested here without {' and '.join(missing)}."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(sentence)
    # Not tmp_path, which contains the name of the test: the path of a socket may have at most 107 bytes.
    with tempfile.TemporaryDirectory(prefix="keyring-") as folder:
        yield from session_in(Path(folder))


@pytest.fixture
def session(locked_out: Session) -> Session:
    """A session with an open default keyring."""
    locked_out.ask("unlock", "a password for tests")
    return locked_out


def session_in(home: Path) -> Iterator[Session]:
    places = {f"XDG_{name}": home / name.lower() for name in ("RUNTIME_DIR", "DATA_HOME", "CONFIG_HOME")}
    for place in places.values():
        place.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        **{name: str(place) for name, place in places.items()},
    }
    ours, theirs = socket.socketpair()
    with ours, ours.makefile("rw") as insider:
        program = subprocess.Popen(
            [*SESSION, sys.executable, "-m", "tests.secret_service.insider", str(theirs.fileno())],
            cwd=ROOT,
            env=environment,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,  # the bus and the daemon report every window that they cannot open
        )
        theirs.close()
        yield Session(home, insider)
    assert program.wait(timeout=30) == 0
