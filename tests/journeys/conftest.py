"""A home that the program under test and the test itself share."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.journeys.environment import isolated_environment


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's home, which sessions opened by the test share."""
    for name, value in isolated_environment(tmp_path).items():
        if name == "HOME" or name.startswith("XDG_"):
            monkeypatch.setenv(name, value)
    return tmp_path


@pytest.fixture(scope="package", autouse=True)
def ctrl_c_is_heard() -> None:
    """Handle Ctrl+C as usual: a suite run in the background inherits that it is ignored, and would pass that on."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
