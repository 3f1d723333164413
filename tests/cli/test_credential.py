"""`consentui credential`, with a keyring in memory."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import keyring
import keyring.core
import pytest
from keyring.backend import KeyringBackend

from consentui.profile import vault
from consentui.storage.places import profile_folders
from tests.cli.conftest import Call

SECRET = "correct horse battery staple"


TERMINAL = SimpleNamespace(isatty=lambda: True)
AT_A_TERMINAL = SimpleNamespace(stdin=TERMINAL, stdout=TERMINAL)
"""A stand-in for `sys` whose streams are terminals."""


class Drawer(KeyringBackend):
    """A keyring in memory."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


@pytest.fixture
def drawer(monkeypatch: pytest.MonkeyPatch) -> Drawer:
    """A keyring in memory, used and trusted during a test."""
    backend = Drawer()
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    monkeypatch.setitem(vault.TRUSTED, f"{Drawer.__module__}.{Drawer.__qualname__}", "Drawer")
    return backend


@pytest.mark.parametrize("typed", [SECRET, f"{SECRET}\n", f"{SECRET}\r\n"])
def test_a_secret_from_a_pipe_is_kept_without_its_line_end(
    call: Call, account: str, drawer: Drawer, typed: str
) -> None:
    said = call("credential", "set", account, "password", typed=typed)
    assert (said.code, said.out, said.err) == (0, "", f"Kept in the keyring: password of {account}.\n")
    assert drawer.entries == {("consentui", f"default/{account}/password"): SECRET}


def test_a_secret_is_typed_unseen(call: Call, account: str, drawer: Drawer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def unseen(prompt: str) -> str:
        asked.append(prompt)
        return SECRET

    monkeypatch.setattr("click.termui.hidden_prompt_func", unseen)
    monkeypatch.setattr("consentui.cli.say.sys", AT_A_TERMINAL)
    said = call("credential", "set", account, "token")
    assert said.code == 0
    assert asked
    assert SECRET not in said.out + said.err
    assert drawer.entries == {("consentui", f"default/{account}/token"): SECRET}


def test_a_secret_goes_to_a_pipe_as_it_is(call: Call, account: str, drawer: Drawer) -> None:
    call("credential", "set", account, "password", typed=SECRET)
    said = call("credential", "copy", account, "password")
    assert (said.code, said.out, said.err) == (0, SECRET, "")


def test_in_a_terminal_a_secret_goes_to_its_clipboard_and_is_not_shown(
    call: Call, account: str, drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("credential", "set", account, "password", typed=SECRET)
    sent: list[str] = []
    monkeypatch.setattr("consentui.cli.credential.sys", AT_A_TERMINAL)
    monkeypatch.setattr("consentui.cli.credential.send_to_terminal", sent.append)
    said = call("credential", "copy", account, "password")
    assert (said.code, said.out, sent) == (0, "", [SECRET])
    assert SECRET not in said.err


def test_what_is_kept_is_listed_and_never_what_it_is(call: Call, account: str, drawer: Drawer) -> None:
    said = call("credential", "list")
    assert (said.code, said.out, said.err) == (0, "", "No credential is kept.\n")
    call("credential", "set", account, "token", typed=SECRET)
    call("credential", "set", account, "login", typed="marie@example.org")
    assert call("credential", "list").rows == [[account, "login", "sign-in name"], [account, "token", "token"]]
    assert call("credential", "list", "--json").json == {
        "credentials": {account: ["login", "token"]},
        "removed_accounts": {},
    }


def test_a_secret_is_removed_once(call: Call, account: str, drawer: Drawer) -> None:
    call("credential", "set", account, "password", typed=SECRET)
    said = call("credential", "remove", account, "password")
    assert (said.code, said.out, said.err) == (0, "", f"Removed from the keyring: password of {account}.\n")
    assert drawer.entries == {}
    said = call("credential", "remove", account, "password")
    assert (said.code, said.out, said.err) == (1, "", f"No password is kept for {account}.\n")


def test_what_is_left_of_a_removed_account_is_listed_and_removed(call: Call, account: str, drawer: Drawer) -> None:
    call("credential", "set", account, "password", typed=SECRET)
    said = call("account", "remove", account)
    assert f"“consentui forget credentials {account}” removes them" in said.err
    said = call("credential", "list")
    assert said.rows == [[account, "password", "password"]]
    assert f"{account} was removed from the list" in said.err
    assert call("credential", "list", "--json").json == {"credentials": {}, "removed_accounts": {account: ["password"]}}
    said = call("forget", "credentials", "--yes")
    assert (said.code, drawer.entries) == (0, {})
    assert f"in the keyring: password of {account}" in said.err
    assert call("forget", "credentials", "--yes").code == 1


@pytest.mark.parametrize(("answer", "left"), [("y", 0), ("n", 1)])
def test_at_a_terminal_removing_an_account_asks_about_the_keyring(
    call: Call, account: str, drawer: Drawer, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    call("credential", "set", account, "password", typed=SECRET)
    monkeypatch.setattr("consentui.cli.account.sys", AT_A_TERMINAL)
    said = call("account", "remove", account, typed=f"{answer}\n")
    assert "The keyring still has its password. Remove from there too?" in said.err
    assert len(drawer.entries) == left


def test_one_that_was_left_is_removed_by_its_account(call: Call, account: str, drawer: Drawer) -> None:
    call("credential", "set", account, "password", typed=SECRET)
    call("account", "remove", account)
    assert call("credential", "remove", account, "password").code == 0
    assert drawer.entries == {}


def test_a_secret_that_is_not_kept_is_an_honest_no(call: Call, account: str, drawer: Drawer) -> None:
    said = call("credential", "copy", account, "password")
    assert (said.code, said.out, said.err) == (1, "", f"No password is kept for {account}.\n")


def test_a_secret_belongs_to_its_profile(call: Call, account: str, drawer: Drawer) -> None:
    call("credential", "set", account, "password", typed=SECRET)
    other = call("--profile", "work", "--new", "account", "add", "x").out.strip()
    assert call("--profile", "work", "credential", "copy", other, "password").code == 1
    assert call("--profile", "work", "credential", "list", "--json").json["credentials"] == {other: []}


def test_an_empty_pipe_is_refused(call: Call, account: str, drawer: Drawer) -> None:
    for typed in ("", "\n"):
        said = call("credential", "set", account, "password", typed=typed)
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("There was nothing to read on standard input.\n")
    assert drawer.entries == {}


def test_bytes_that_are_no_text_are_refused_and_not_shown(call: Call, account: str, drawer: Drawer) -> None:
    said = call("credential", "set", account, "password", typed=b"correct\xff horse")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("This value cannot be stored.\n")
    assert "horse" not in said.err
    assert drawer.entries == {}


@pytest.mark.parametrize("arguments", [("set", "password"), ("copy", "password"), ("remove", "password"), ("list",)])
def test_without_a_trusted_keyring_it_says_why(
    call: Call, account: str, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", Drawer())
    command, *kind = arguments
    said = call("credential", command, *([account] if kind else []), *kind, typed=SECRET)
    assert (said.code, said.out) == (3, "")
    assert "is not trusted" in said.err
    assert SECRET not in said.err


@pytest.mark.parametrize("arguments", [("set", "@nobody", "password"), ("copy", "@marie_l", "passwort")])
def test_what_does_not_exist_is_refused(call: Call, account: str, drawer: Drawer, arguments: tuple[str, ...]) -> None:
    assert call("credential", *arguments, typed=SECRET).code == 2
    assert drawer.entries == {}


def test_a_secret_is_in_no_file(call: Call, account: str, drawer: Drawer) -> None:
    call("credential", "set", account, "password", typed=SECRET)
    for command in (("status",), ("history",), ("report", "--names", "full"), ("account", "list")):
        assert SECRET not in call(*command).out
    home = profile_folders().data.parents[1]
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if SECRET.encode() in path.read_bytes()] == []
    assert SECRET not in " ".join(sys.argv)
