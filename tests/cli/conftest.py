"""Fixtures that call commands in the test's own process and keep stdout and stderr apart."""

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
    """The result of a command: its exit code, its data (stdout) and its messages (stderr)."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The data as JSON."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """The data as rows of tab-separated cells."""
        return [line.split("\t") for line in self.out.splitlines()]


class Call(Protocol):
    """Calls consentui with arguments, and with `typed` as the content of stdin."""

    def __call__(self, *arguments: str, typed: str | bytes = "") -> Said: ...


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Call]:
    """Call the program in this process; stdin is not a terminal."""
    language, domain = os.environ.get("LANGUAGE"), gettext.textdomain()

    def called(*arguments: str, typed: str | bytes = "") -> Said:
        content = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        capsys.readouterr()
        code = run(arguments)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    yield called
    # A run of the program changes the language of the whole process.
    gettext.textdomain(domain)
    if language is None:
        os.environ.pop("LANGUAGE", None)


@pytest.fixture
def last_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock on the day of the last check in the bundled facts, so that none lies in the future."""
    monkeypatch.setenv(STOPPED, f"{LAST_CHECK}T12:00:00+00:00")


@pytest.fixture
def account(call: Call) -> str:
    """The id of an account on X."""
    return call("account", "add", "x", "--handle", "@marie_l").out.strip()
