"""Every command on the first and last possible days, on a profile with everything in it, ends without a fault."""

from __future__ import annotations

from itertools import count, repeat
from pathlib import Path

import pytest

from consentui.clock import STOPPED
from tests.cli.conftest import Call
from tests.foreign import exits, files

DAYS = ("9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00")


@pytest.mark.parametrize("day", DAYS)
def test_no_day_is_too_far_for_a_command(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.chdir(tmp_path)
    files.write_world(repeat("words"))
    files.write_files(tmp_path, map(str, count()))
    monkeypatch.setenv(STOPPED, day)
    faults: list[tuple[tuple[str, ...], str]] = []
    for number, (arguments, suffix) in enumerate(exits.writing()):
        if suffix != ".pdf":
            said = call(*arguments, "--output", f"out-{number}{suffix}")
            faults.extend([(arguments, said.err[-1500:])] if said.code not in {0, 1, 2, 3} else ())
    for arguments in (*exits.printing(), *files.READ):
        said = call(*arguments)
        faults.extend([(arguments, said.err[-1500:])] if said.code not in {0, 1, 2, 3, 130} else ())
    assert faults == []
