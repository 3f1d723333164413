"""The program's folders are where the platform's conventions say, and all four are determined in one place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from consentui.storage.roots import roots


@pytest.mark.skipif(sys.platform != "linux", reason="the variables are those of freedesktop.org")
@pytest.mark.parametrize("kind", ["data", "config", "state", "cache"])
def test_the_folders_of_linux_follow_its_variables(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / "elsewhere"))
    assert getattr(roots(), kind) == tmp_path / "elsewhere" / "consentui"
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", "not/absolute")
    assert getattr(roots(), kind).is_relative_to(tmp_path)


def test_asking_creates_nothing(tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    roots()
    assert sorted(tmp_path.rglob("*")) == before
