"""Fixtures for the tests of the interface: a session with a history, and faster waiting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consentui.i18n import Language, set_language
from consentui.profile.session import Session, open_session
from tests.demo import write_demo


@pytest.fixture
def demo() -> Session:
    """The demonstration's accounts and few weeks of history, in English, in Ireland."""
    write_demo("en")
    return open_session()


@pytest.fixture
def demo_in() -> Callable[[Language], Session]:
    """A function that opens the demonstration in a language and switches to it."""

    def open_in(language: Language) -> Session:
        write_demo(language)
        set_language(language)
        return open_session()

    return open_in


@pytest.fixture(autouse=True)
def _knowledge_is_read_once(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Share one cache between all tests, because the knowledge base is the same in each."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(autouse=True)
def _pauses_are_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make Textual's pilot check more often than every fiftieth of a second whether the program is idle."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 200)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 1 / 4000)
