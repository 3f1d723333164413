"""Commands called within the test's own process, with what they print kept apart."""

from __future__ import annotations

import gettext
import io
import json
import os
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

import pytest

from consentui.cli.start import run
from consentui.clock import STOPPED
from tests.data.shelf import LAST_CHECK


class Said(NamedTuple):
    """What a command gave: its exit code, its data (stdout) and its words (stderr)."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The data as JSON."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """The data as lines of fields."""
        return [line.split("\t") for line in self.out.splitlines()]


class Call(Protocol):
    """Calls consentui with arguments and with what is typed, or comes through a pipe."""

    def __call__(self, *arguments: str, typed: str | bytes = "") -> Said: ...


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Call]:
    """Calls the program in this process; stdin is a pipe."""
    language, domain = os.environ.get("LANGUAGE"), gettext.textdomain()

    def called(*arguments: str, typed: str | bytes = "") -> Said:
        content = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        capsys.readouterr()
        code = run(arguments)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    yield called
    # A run of the program leaves its language behind, since a process has but one.
    gettext.textdomain(domain)
    if language is None:
        os.environ.pop("LANGUAGE", None)


@pytest.fixture
def last_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day on which the bundled facts were last looked at: none of them lies in the future."""
    monkeypatch.setenv(STOPPED, f"{LAST_CHECK}T12:00:00+00:00")


@pytest.fixture
def account(call: Call) -> str:
    """The id of an account on X."""
    return call("account", "add", "x", "--handle", "@marie_l").out.strip()
