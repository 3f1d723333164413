"""A home that the program under test and the test itself share."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.journeys.environment import isolated_environment


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's home; sessions opened by the test are those of the program."""
    for name, value in isolated_environment(tmp_path).items():
        if name == "HOME" or name.startswith("XDG_"):
            monkeypatch.setenv(name, value)
    return tmp_path


@pytest.fixture(scope="package", autouse=True)
def ctrl_c_is_heard() -> None:
    """A suite that a shell runs in the background inherits that ctrl+c is ignored, and would hand it on."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
