"""A home that the program under test and the test itself share."""

from __future__ import annotations

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
