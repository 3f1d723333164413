"""What the vault promises, whatever the keyring does. No keyring of this machine is asked."""

from __future__ import annotations

import importlib
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Literal

import keyring
import keyring.core
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError, PasswordSetError

from consentui.errors import VaultError
from consentui.profile import vault

SECRET = "correct horse battery staple"
PLACE = ("default", "bluesky-k3f9")

Use = Callable[[KeyringBackend], None]
Operation = Literal["get", "set", "delete"]
Mishap = Callable[[Operation, str], object]
"""Called before a keyring does anything, with the operation and the secret."""


class Drawer(KeyringBackend):
    """A keyring in memory that may fail."""

    def __init__(self, mishap: Mishap = lambda _operation, _secret: None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.mishap = mishap
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self.mishap("get", SECRET)
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.mishap("set", password)
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.mishap("delete", SECRET)
        del self.entries[service, username]


class Plaintext(Drawer):
    """A stand-in for the file backends of keyrings.alt."""


def failing(fault: type[BaseException]) -> Mishap:
    """A failure that repeats the secret, in its message and in that of its cause."""

    def fail(operation: Operation, secret: str) -> None:
        raise fault(f"could not {operation} {secret}") from ValueError(f"the bus refused {secret}")

    return fail


def failing_at(refused: Operation, fault: type[BaseException]) -> Mishap:
    def fail(operation: Operation, secret: str) -> None:
        if operation == refused:
            raise fault

    return fail


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """A function that makes a keyring the chosen one for a test."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    return keyring.set_keyring


@pytest.fixture
def trust(use: Use, monkeypatch: pytest.MonkeyPatch) -> Use:
    """A function that makes a keyring the chosen one, and its class a trusted one named Drawer."""

    def use_trusted(backend: KeyringBackend) -> None:
        monkeypatch.setitem(vault.TRUSTED, full_name(backend), "Drawer")
        use(backend)

    return use_trusted


@pytest.fixture
def drawer(trust: Use) -> Drawer:
    backend = Drawer()
    trust(backend)
    return backend


@pytest.fixture
def stuck(trust: Use, monkeypatch: pytest.MonkeyPatch) -> Iterator[Drawer]:
    """A keyring that waits for an answer in a window that never comes."""
    answered = threading.Event()
    backend = Drawer(lambda _operation, _secret: answered.wait())
    trust(backend)
    monkeypatch.setattr(vault, "PATIENCE_SECONDS", 0.3)
    yield backend
    answered.set()


def full_name(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def chain(monkeypatch: pytest.MonkeyPatch, *members: KeyringBackend) -> ChainerBackend:
    monkeypatch.setattr(ChainerBackend, "backends", list(members))
    return ChainerBackend()  # type: ignore[no-untyped-call]


def error_of(call: Callable[[], object]) -> VaultError:
    with pytest.raises(VaultError) as caught:
        call()
    error = caught.value
    assert error.title
    assert error.detail
    assert error.way_out
    assert "{" not in str(error)
    return error


def everything_shown(error: BaseException) -> str:
    """Everything that a crash report could print: messages, causes, source lines, local variables."""
    crash = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "".join([*crash.format(), str(error), repr(error), repr(error.args), repr(vars(error))])


# --- Keeping, fetching, forgetting ---


@pytest.mark.parametrize("kind", vault.KINDS)
def test_what_was_stored_is_fetched(drawer: Drawer, kind: vault.Kind) -> None:
    vault.store(*PLACE, kind, SECRET)
    assert vault.fetch(*PLACE, kind) == SECRET


def test_nothing_is_fetched_where_nothing_was_stored(drawer: Drawer) -> None:
    vault.store(*PLACE, "password", SECRET)
    assert vault.fetch(*PLACE, "token") is None
    assert vault.fetch("default", "x-0001", "password") is None
    assert vault.fetch("client", "bluesky-k3f9", "password") is None


def test_a_new_secret_takes_the_place_of_the_old_one(drawer: Drawer) -> None:
    vault.store(*PLACE, "token", "old")
    vault.store(*PLACE, "token", "new")
    assert list(drawer.entries.values()) == ["new"]


def test_an_entry_is_found_in_a_password_manager_by_service_profile_account_and_kind(drawer: Drawer) -> None:
    vault.store(*PLACE, "token", SECRET)
    assert list(drawer.entries) == [("consentui", "default/bluesky-k3f9/token")]


@pytest.mark.parametrize("secret", ["Zoé’s pässwörd 🗝", " leading and trailing ", "two\nlines\r\n", "x" * 4096])
def test_a_secret_comes_back_as_it_was_character_for_character(drawer: Drawer, secret: str) -> None:
    vault.store(*PLACE, "token", secret)
    assert vault.fetch(*PLACE, "token") == secret


def test_forgetting_removes_one_kind_and_says_that_it_did(drawer: Drawer) -> None:
    vault.store(*PLACE, "login", "zoe")
    vault.store(*PLACE, "token", SECRET)
    assert vault.forget(*PLACE, "token") is True
    assert vault.kinds_kept(*PLACE) == ("login",)


def test_forgetting_what_was_not_there_is_no_error(drawer: Drawer) -> None:
    assert vault.forget(*PLACE, "token") is False


def test_forgetting_is_an_error_when_the_keyring_will_not_let_go(trust: Use) -> None:
    trust(Drawer(failing_at("delete", PasswordDeleteError)))
    vault.store(*PLACE, "token", SECRET)
    assert "PasswordDeleteError" in error_of(lambda: vault.forget(*PLACE, "token")).detail


def test_what_is_kept_is_told_by_kind_in_a_fixed_order_and_never_by_value(drawer: Drawer) -> None:
    vault.store(*PLACE, "token", SECRET)
    vault.store(*PLACE, "login", "zoe")
    assert vault.kinds_kept(*PLACE) == ("login", "token")
    assert vault.kinds_kept("default", "x-0001") == ()


# --- Secrets that no keyring can keep ---


def test_an_empty_secret_is_refused(drawer: Drawer) -> None:
    assert error_of(lambda: vault.store(*PLACE, "token", "")).title == "There is nothing to save."
    assert not drawer.entries


@pytest.mark.parametrize("char", [chr(0), chr(0xD800), chr(0xDFFF)])
def test_a_character_that_some_keyring_cannot_store_is_refused_without_repeating_the_secret(
    drawer: Drawer, char: str
) -> None:
    error = error_of(lambda: vault.store(*PLACE, "token", SECRET + char))
    assert error.title == "This value cannot be stored."
    assert SECRET not in everything_shown(error)
    assert not drawer.entries


@pytest.fixture
def windows(use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Drawer()
    monkeypatch.setitem(vault.TRUSTED, full_name(backend), "Windows Credential Manager")
    use(backend)


@pytest.mark.parametrize("longest", ["x" * 1280, "🗝" * 640])
def test_windows_is_given_all_that_it_can_hold(windows: None, longest: str) -> None:
    vault.store(*PLACE, "token", longest)
    assert vault.fetch(*PLACE, "token") == longest


@pytest.mark.parametrize(("char", "count"), [("x", 1281), ("🗝", 641)])
def test_windows_is_not_given_more_than_it_can_hold(windows: None, char: str, count: int) -> None:
    error = error_of(lambda: vault.store(*PLACE, "token", char * count))
    assert error.detail == "Windows Credential Manager accepts 1280 characters at most."
    assert char * 3 not in everything_shown(error)


# --- Which keyrings are used ---


@pytest.mark.parametrize("name", vault.TRUSTED)
def test_every_trusted_name_is_that_of_a_class_in_the_keyring_library(name: str) -> None:
    module, _, class_name = name.rpartition(".")
    assert issubclass(getattr(importlib.import_module(module), class_name), KeyringBackend)


def test_a_keyring_off_the_list_is_refused_by_name_and_given_nothing(use: Use) -> None:
    backend = Plaintext()
    use(backend)
    error = error_of(lambda: vault.store(*PLACE, "token", SECRET))
    assert error.title == f"The keyring {full_name(backend)} is not trusted."
    assert "Secret Service" in error.detail
    assert "PYTHON_KEYRING_BACKEND" in error.way_out
    assert "keyringrc.cfg" in error.way_out
    assert not backend.entries


def test_a_keyring_off_the_list_is_not_read_either(use: Use) -> None:
    backend = Plaintext()
    use(backend)
    backend.entries["consentui", "default/bluesky-k3f9/token"] = SECRET
    for call in (
        lambda: vault.fetch(*PLACE, "token"),
        lambda: vault.forget(*PLACE, "token"),
        lambda: vault.kinds_kept(*PLACE),
    ):
        assert "not trusted" in error_of(call).title


def test_trust_is_not_inherited(trust: Use, use: Use) -> None:
    trust(Drawer())
    use(Plaintext())
    assert "not trusted" in error_of(lambda: vault.fetch(*PLACE, "token")).title


def test_a_keyring_that_keeps_nothing_is_called_switched_off(use: Use) -> None:
    use(NullKeyring())  # type: ignore[no-untyped-call]
    error = error_of(lambda: vault.store(*PLACE, "token", SECRET))
    assert error.title == "The keyring is switched off."
    assert "keyring.backends.null.Keyring" in error.detail


def test_where_nobodys_home_is_known_the_file_of_the_choice_has_its_name(
    use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, "~")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.delenv("XDG_DATA_HOME")
    use(NullKeyring())  # type: ignore[no-untyped-call]
    error = vault.availability()
    assert error is not None
    assert "the file keyringrc.cfg chooses" in error.way_out


def test_a_chain_is_used_through_its_first_member_alone(trust: Use, use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Drawer(), Plaintext()
    trust(first)
    use(chain(monkeypatch, first, second))
    vault.store(*PLACE, "token", SECRET)
    assert vault.fetch(*PLACE, "token") == SECRET
    assert not second.entries


def test_a_chain_never_hands_a_secret_on_to_its_next_member(
    trust: Use, use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Drawer(failing_at("set", NotImplementedError)), Plaintext()
    trust(first)
    use(chain(monkeypatch, first, second))
    error_of(lambda: vault.store(*PLACE, "token", SECRET))
    assert not second.entries


def test_a_chain_is_refused_when_its_first_member_is_not_trusted(
    trust: Use, use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Plaintext(), Drawer()
    trust(second)
    use(chain(monkeypatch, first, second))
    assert full_name(first) in error_of(lambda: vault.store(*PLACE, "token", SECRET)).title


# --- No keyring at all ---


def bus(monkeypatch: pytest.MonkeyPatch, init: Callable[[], object]) -> None:
    monkeypatch.setitem(sys.modules, "secretstorage", SimpleNamespace(dbus_init=init))


def no_bus() -> object:
    raise RuntimeError("Environment variable DBUS_SESSION_BUS_ADDRESS is unset")


def test_without_a_session_bus_the_keyring_is_called_unreachable(use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    use(NoKeyring())  # type: ignore[no-untyped-call]
    bus(monkeypatch, no_bus)
    error = error_of(lambda: vault.fetch(*PLACE, "token"))
    assert error.title == "The keyring cannot be reached."
    assert "D-Bus" in error.detail


def test_a_bus_without_a_keyring_is_told_from_no_bus(use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    use(NoKeyring())  # type: ignore[no-untyped-call]
    bus(monkeypatch, lambda: SimpleNamespace(close=lambda: None))
    assert error_of(lambda: vault.fetch(*PLACE, "token")).title == "There is no keyring on this system."


def test_a_system_that_needs_no_bus_is_not_told_about_one(use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    use(NoKeyring())  # type: ignore[no-untyped-call]
    monkeypatch.setitem(sys.modules, "secretstorage", None)
    assert error_of(lambda: vault.fetch(*PLACE, "token")).title == "There is no keyring on this system."


def test_an_empty_chain_is_no_keyring(use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    use(chain(monkeypatch))
    monkeypatch.setitem(sys.modules, "secretstorage", None)
    assert error_of(lambda: vault.fetch(*PLACE, "token")).title == "There is no keyring on this system."


@pytest.mark.parametrize("choice", ["no.such.module.Keyring", "keyring.backends.fail.NoSuchClass", "nonsense"])
def test_a_choice_that_cannot_be_loaded_is_explained(use: Use, monkeypatch: pytest.MonkeyPatch, choice: str) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", choice)
    for call in (lambda: vault.fetch(*PLACE, "token"), vault.backend_name):
        error = error_of(call)
        assert error.title == "The keyring could not be started."
        assert "PYTHON_KEYRING_BACKEND" in error.way_out


# --- Keyrings that fail ---


class PromptDismissedException(Exception):  # noqa: N818 -- the name that secretstorage gives it
    """Stands for what secretstorage raises, not wrapped by keyring, when a prompt for one entry is closed."""


FAULTS = [
    (KeyringLocked, "The keyring is locked."),
    (PromptDismissedException, "The keyring is locked."),
    (InitError, "The keyring could not be opened."),
    (PasswordSetError, "The keyring failed."),
    (KeyringError, "The keyring failed."),
    (ConnectionResetError, "The keyring failed."),
    (SystemExit, "The keyring failed."),
]


@pytest.mark.parametrize(("fault", "title"), FAULTS)
def test_every_fault_has_its_own_words_and_names_the_keyring(
    trust: Use, fault: type[BaseException], title: str
) -> None:
    trust(Drawer(failing(fault)))
    for call in (
        lambda: vault.store(*PLACE, "token", SECRET),
        lambda: vault.fetch(*PLACE, "token"),
        lambda: vault.forget(*PLACE, "token"),
        lambda: vault.kinds_kept(*PLACE),
    ):
        error = error_of(call)
        assert error.title == title
        assert "Drawer" in error.detail


@pytest.mark.parametrize("fault", [fault for fault, _ in FAULTS])
def test_no_fault_repeats_the_secret_in_words_causes_or_local_variables(
    trust: Use,
    fault: type[BaseException],
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    trust(Drawer(failing(fault)))
    for call in (lambda: vault.store(*PLACE, "token", SECRET), lambda: vault.fetch(*PLACE, "token")):
        error = error_of(call)
        assert error.__cause__ is None
        assert error.__context__ is None
        assert SECRET not in everything_shown(error)
    printed = capfd.readouterr()
    assert SECRET not in printed.out + printed.err + caplog.text


def test_the_way_we_look_for_leaks_finds_one() -> None:
    with pytest.raises(KeyringError) as caught:
        Drawer(failing(KeyringError)).set_password("service", "user", SECRET)
    assert SECRET in everything_shown(caught.value)


def test_a_keyring_that_does_not_answer_is_given_up(stuck: Drawer) -> None:
    for call in (lambda: vault.store(*PLACE, "token", SECRET), lambda: vault.fetch(*PLACE, "token")):
        error = error_of(call)
        assert error.title == "The keyring does not answer."
        assert SECRET not in everything_shown(error)


def test_where_no_thread_can_be_started_the_keyring_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refused)
    with pytest.raises(VaultError, match="could not be queried"):
        vault.kinds_kept("default", "x-0001")


def test_a_keyring_that_never_answers_does_not_keep_the_program_from_ending(stuck: Drawer) -> None:
    error_of(lambda: vault.fetch(*PLACE, "token"))
    waiting = [thread for thread in threading.enumerate() if thread.name == "keyring"]
    assert waiting
    assert all(thread.daemon for thread in waiting)


# --- For the doctor ---


def test_a_trusted_keyring_that_answers_is_available_under_the_name_a_person_knows(drawer: Drawer) -> None:
    assert vault.availability() is None
    assert vault.backend_name() == "Drawer"


def test_looking_whether_the_keyring_is_available_leaves_nothing_in_it(drawer: Drawer) -> None:
    vault.availability()
    assert not drawer.entries


def test_a_refused_keyring_is_named_by_its_class_and_its_refusal_is_told(use: Use) -> None:
    use(Plaintext())
    assert vault.backend_name() == full_name(Plaintext())
    refusal = vault.availability()
    assert refusal is not None
    assert "not trusted" in refusal.title


def test_a_locked_keyring_is_not_available(trust: Use) -> None:
    trust(Drawer(failing(KeyringLocked)))
    locked = vault.availability()
    assert locked is not None
    assert locked.title == "The keyring is locked."


# --- What it costs ---


def test_the_keyring_library_is_loaded_only_when_a_secret_is_asked_for() -> None:
    program = "import sys, consentui.profile.vault; sys.exit('keyring' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
