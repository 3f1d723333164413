"""Fixtures for all tests: a home, language, keyring, time and time zone that are never the machine's own."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from consentui.i18n import Language, set_language
from consentui.profile.session import Session, open_session

NOW = "2026-11-21T12:00:00+00:00"
ZONE = "CET-1CEST,M3.5.0,M10.5.0/3"
"""Central European time as a POSIX rule, because a machine may have no time zone database."""

# No deadlines, so that no test fails because a machine is busy.
settings.register_profile("consentui", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("consentui")


_BETWEEN_COLLECTIONS = 10
_finished = count(1)


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors, because tests of the interface wait half of their time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Freeze what is imported and stop automatic garbage collection, which would take a fifth of the tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(1_000_000)


def pytest_runtest_logfinish() -> None:
    """Collect garbage after every ten tests; a closed interface leaves large reference cycles."""
    if next(_finished) % _BETWEEN_COLLECTIONS == 0:
        gc.collect()


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
    with monkeypatch.context() as zone:
        zone.setenv("TZ", ZONE)
        _take_zone()
        set_language("en")
        yield
        set_language("en")
    _take_zone()


def _take_zone() -> None:
    if sys.platform != "win32":
        time.tzset()


@pytest.fixture
def session() -> Session:
    """A session of the default profile, which is empty."""
    return open_session()


@pytest.fixture
def speak() -> Callable[[Language], None]:
    """A function that sets the language for the rest of the test."""
    return set_language
