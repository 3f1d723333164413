"""`consentui identity`."""

from __future__ import annotations

from consentui.storage.places import profile_folders
from tests.cli.conftest import Call


def test_name_and_address_are_kept_shown_and_forgotten(call: Call) -> None:
    path = profile_folders().identity
    arguments = ("--name", "Marie Lefèvre", "--address", "12 rue des Lilas, 31000 Toulouse", "--email", "m@example.org")
    said = call("identity", "set", *arguments)
    assert (said.code, said.out) == (0, "")
    assert said.err == "Kept on this machine; “consentui identity forget” forgets it.\n"
    assert path.stat().st_mode & 0o777 == 0o600
    shown = call("identity", "show")
    assert (shown.code, shown.out) == (0, "Marie Lefèvre\n12 rue des Lilas\n31000 Toulouse\nm@example.org\n")
    assert call("identity", "forget").err == "Forgotten.\n"
    assert not path.exists()


def test_nothing_kept_is_exit_code_1(call: Call) -> None:
    for command in ("show", "forget"):
        said = call("identity", command)
        assert (said.code, said.out, said.err) == (1, "", "Nothing is kept.\n")


def test_a_name_is_needed(call: Call) -> None:
    said = call("identity", "set", "--email", "m@example.org")
    assert said.code == 2
    assert not profile_folders().identity.exists()


def test_it_is_no_part_of_the_journal(call: Call) -> None:
    call("identity", "set", "--name", "Marie Lefèvre")
    assert not profile_folders().journal.exists()
    assert call("undo").code != 0 or call("identity", "show").code == 0


def test_it_speaks_french(call: Call) -> None:
    assert call("--language", "fr", "identity", "show").err == "Rien n’est conservé.\n"
