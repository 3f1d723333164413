"""What every test has: a home, a language, a keyring and a time that are never the machine's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from consentui.i18n import Language, set_language
from consentui.profile.session import Session, open_session

NOW = "2026-11-21T12:00:00+00:00"

settings.register_profile("consentui", max_examples=50, deadline=None)
settings.load_profile("consentui")


@pytest.fixture(autouse=True)
def _a_world_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in os.environ:
        if name.startswith(("CONSENTUI_", "XDG_", "LC_")) or name in {"LANGUAGE", "NO_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for name in ("DATA_HOME", "CONFIG_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / name.removesuffix("_HOME").lower()))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("CONSENTUI_NOW", NOW)
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def session() -> Session:
    """The default profile, opened: nothing was ever written in it."""
    return open_session()


@pytest.fixture
def speak() -> Callable[[Language], None]:
    """Sets the language for the rest of the test."""
    return set_language
