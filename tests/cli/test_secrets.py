"""Secrets are planted, then every command is run and some are made to fail: no secret appears anywhere."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import keyring.core
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consentui.cli.commands import root
from consentui.errors import VaultError
from consentui.profile import vault
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call
from tests.cli.test_commands import PATHS
from tests.cli.test_credential import Drawer

NAME, STREET, GROUND = "Mélusine Quatrebarbes", "99 impasse du Zéphyr", "I was followed by my former employer."
PLANTED = "Zq7 correct horse"
RAW = "!#$%&()*+,-./:;<=>?@[]^_`{|}~aZ09éœ漢🗝"

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("account", "list"),
    ("account", "list", "--json"),
    ("backup", "{home}/backup.zip", "--force"),
    ("calendar",),
    ("config", "list"),
    ("credential", "list"),
    ("credential", "list", "--json"),
    ("doctor",),
    ("doctor", "--json"),
    ("due",),
    ("history",),
    ("history", "--json"),
    ("letter", "1"),
    ("next",),
    ("report", "--names", "full"),
    ("report", "--kind", "portfolio", "--client", "all"),
    ("report", "--format", "json", "--names", "full"),
    ("request", "list", "--json"),
    ("request", "show", "1"),
    ("restore", "{home}/backup.zip", "--yes"),
    ("status", "--json"),
    ("compact",),
    ("undo",),
)

CHILDREN: list[str] = []
"""The arguments and the environment of every program that was started."""


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.putenv"}:
        CHILDREN.append(repr(arguments))


sys.addaudithook(_watch)


@pytest.fixture
def drawer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Drawer]:
    found = Drawer()
    monkeypatch.setattr(keyring.core, "_keyring_backend", found)
    monkeypatch.setitem(vault.TRUSTED, f"{Drawer.__module__}.{Drawer.__qualname__}", "Drawer")
    CHILDREN.clear()
    yield found
    CHILDREN.clear()


def files() -> dict[Path, str]:
    """The content of every file in the home, by path."""
    home = Path(os.environ["HOME"])
    return {path: path.read_bytes().decode(errors="replace") for path in home.rglob("*") if path.is_file()}


def shown(error: BaseException) -> str:
    """Everything that a crash report could print."""
    crash = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "".join([*crash.format(), repr(error.args), repr(vars(error))])


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(tail=st.text(RAW, min_size=4, max_size=30))
def test_a_password_is_in_no_file_no_output_no_argument_and_no_environment(
    call: Call, account: str, drawer: Drawer, tail: str
) -> None:
    secret = f"Zq7{tail}"
    said = [call("credential", "set", account, kind, typed=secret) for kind in vault.KINDS]
    call("request", "draft", account, "--ground", GROUND)
    call("identity", "set", "--name", NAME)
    said += [call(*(word.format(home=os.environ["HOME"]) for word in command)) for command in COMMANDS]
    assert secret in drawer.entries.values()
    assert [one for one in said if secret in one.out + one.err] == []
    assert [path for path, content in files().items() if secret in content] == []
    assert [child for child in CHILDREN if secret in child] == []
    assert secret not in repr(dict(os.environ))
    assert secret not in " ".join(sys.argv)


@pytest.mark.parametrize("operation", ["get_password", "set_password", "delete_password"])
def test_a_keyring_that_fails_with_the_secret_in_its_words_gives_none_of_them_away(
    call: Call, account: str, drawer: Drawer, monkeypatch: pytest.MonkeyPatch, operation: str
) -> None:
    secret = "Zq7 correct horse"
    call("credential", "set", account, "password", typed=secret)

    def fail(*arguments: object) -> None:
        raise ValueError(f"could not do it: {secret} {arguments}")

    monkeypatch.setattr(Drawer, operation, fail)
    for command in (
        ("set", account, "password"),
        ("copy", account, "password"),
        ("list",),
        ("remove", account, "password"),
    ):
        said = call("credential", *command, typed=secret)
        assert secret not in said.err
        assert secret not in said.out or command[0] == "copy", "only a pipe that asked for it is given it"


@pytest.mark.parametrize("attempt", [vault.fetch, vault.forget])
def test_not_even_a_report_of_a_crash_shows_the_secret(
    drawer: Drawer, monkeypatch: pytest.MonkeyPatch, attempt: Callable[[str, str, vault.Kind], object]
) -> None:
    drawer.set_password("consentui", "default/x-0001/password", PLANTED)

    def fail(*_arguments: object) -> None:
        raise ValueError(f"could not do it: {PLANTED}")

    monkeypatch.setattr(Drawer, "get_password", fail)
    with pytest.raises(VaultError) as raised:
        attempt("default", "x-0001", "password")
    assert PLANTED not in shown(raised.value)


def test_name_address_and_grounds_are_in_their_own_files_and_no_others(call: Call, account: str) -> None:
    call("identity", "set", "--name", NAME, "--address", STREET)
    call("request", "draft", account, "--ground", GROUND)
    for command in COMMANDS:
        if command[0] not in {"backup", "restore", "letter"}:
            said = call(*command)
            for words in (NAME, STREET, GROUND):
                assert words not in said.out + said.err, command
    folders = profile_folders()
    for path, content in files().items():
        for words in (NAME, STREET):
            assert words not in content or path == folders.identity, path
        assert GROUND not in content or path.parent.parent == folders.requests, path


def test_no_command_takes_a_secret_as_an_argument() -> None:
    names = {name for path in PATHS for name in _parameters(path)}
    assert {"account", "output"} <= names
    assert [name for name in names if any(word in name for word in ("password", "secret", "token", "passphrase"))] == []


def _parameters(path: tuple[str, ...]) -> Iterator[str]:
    command: click.Command = root
    for word in path:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), word)
        assert found
        command = found
    yield from (parameter.name or "" for parameter in command.params)
