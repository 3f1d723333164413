"""The vault with a real Secret Service: gnome-keyring in a D-Bus session of its own."""

from __future__ import annotations

import sys

import pytest

from consentui.errors import VaultError
from consentui.profile import vault
from tests.secret_service.conftest import Session

pytestmark = [
    pytest.mark.secret_service,
    pytest.mark.skipif(sys.platform != "linux", reason="The Secret Service is the keyring of Linux desktops."),
]

PLACE = ("default", "bluesky-k3f9")
SECRET = "correct horse battery staple"


def test_a_secret_is_kept_found_again_and_forgotten(session: Session) -> None:
    session.ask("store", *PLACE, "login", "zoe")
    session.ask("store", *PLACE, "token", SECRET)
    assert session.ask("kinds_kept", *PLACE) == ["login", "token"]
    assert session.ask("fetch", *PLACE, "token") == SECRET
    assert session.ask("forget", *PLACE, "token") is True
    assert session.ask("forget", *PLACE, "token") is False
    assert session.ask("fetch", *PLACE, "token") is None
    assert session.ask("kinds_kept", *PLACE) == ["login"]


@pytest.mark.parametrize(
    "secret",
    ["Zoé’s pässwörd 🗝", " leading and trailing ", "two\nlines\r\n", "x" * 4096],
    ids=["unicode", "spaces", "newlines", "4 kB"],
)
def test_a_secret_comes_back_character_for_character(session: Session, secret: str) -> None:
    session.ask("store", *PLACE, "token", secret)
    assert session.ask("fetch", *PLACE, "token") == secret


def test_a_secret_lies_nowhere_in_clear(session: Session) -> None:
    session.ask("store", *PLACE, "token", SECRET)
    files = [path for path in session.home.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def test_the_doctor_finds_the_keyring_under_its_name_and_available(session: Session) -> None:
    assert session.ask("backend_name") == "Secret Service"
    assert session.ask("unavailable_because") is None


def test_a_locked_keyring_with_no_screen_to_ask_on_is_called_locked(session: Session) -> None:
    session.ask("store", *PLACE, "token", SECRET)
    session.ask("lock")
    for request in (
        ("store", *PLACE, "token", "new"),
        ("fetch", *PLACE, "token"),
        ("forget", *PLACE, "token"),
        ("kinds_kept", *PLACE),
    ):
        with pytest.raises(VaultError, match="The keyring is locked"):
            session.ask(*request)
    assert session.ask("unavailable_because") == "The keyring is locked."


def test_what_was_kept_outlives_a_lock_and_a_new_start_of_the_daemon(session: Session) -> None:
    session.ask("store", *PLACE, "token", SECRET)
    session.ask("lock")
    session.ask("unlock", "a password for tests")
    assert session.ask("fetch", *PLACE, "token") == SECRET


def test_a_locked_keyring_whose_window_nobody_answers_is_given_up(session: Session) -> None:
    session.ask("lock")
    session.ask("open_a_window_that_nobody_answers")
    session.ask("be_patient", 2)
    with pytest.raises(VaultError, match="The keyring does not answer") as caught:
        session.ask("store", *PLACE, "token", SECRET)
    assert SECRET not in str(caught.value)


def test_a_daemon_without_a_default_keyring_and_no_screen_to_ask_on_is_called_unopened(
    locked_out: Session,
) -> None:
    with pytest.raises(VaultError, match="The keyring could not be opened"):
        locked_out.ask("store", *PLACE, "token", SECRET)


def test_a_daemon_that_is_stopped_hangs_nothing_and_what_it_may_have_is_said(session: Session) -> None:
    added = session.ask("run", "account", "add", "bluesky")
    assert isinstance(added, list)
    account = str(added[1]).strip()
    session.ask("store", "default", account, "token", SECRET)
    session.ask("stop_the_daemon")
    for command, code in (
        (("credential", "copy", account, "token"), 3),
        (("credential", "list"), 3),
        (("doctor",), 0),
        (("account", "remove", account), 0),
    ):
        ended = session.ask("run", *command)
        assert isinstance(ended, list)
        assert ended[0] == code, ended
        assert "The keyring does not answer" in ended[1], ended
        assert ended[2] < vault.PATIENCE_SECONDS + 10, "the rest is the start of the program on a busy machine"
