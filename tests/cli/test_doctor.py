"""`consentui doctor`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import keyring.core
import pytest

from consentui import __version__
from consentui.storage.places import profile_folders
from tests.builders import a_platform
from tests.cli.conftest import Call
from tests.knowledge.files import as_toml


@pytest.fixture(autouse=True)
def _keyring_chosen_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)


def test_all_is_well_without_a_keyring(call: Call, account: str) -> None:
    said = call("doctor")
    assert (said.code, said.err) == (0, "")
    assert said.rows[0] == [f"consentui {__version__}"]
    assert {row[0] for row in said.rows[1:]} == {"ok"}
    found = {row[1]: row[2] for row in said.rows[1:]}
    assert list(found) == [
        "journal",
        "letters",
        "proofs",
        "journal folder",
        "preferences",
        "knowledge base",
        "age of the facts",
        "keyring",
    ]
    assert found["journal"] == f"{profile_folders().journal} (1 entry)"
    assert "switched off" in found["keyring"]


def test_the_checks_as_json(call: Call) -> None:
    tree = call("doctor", "--json").json
    assert tree["version"] == __version__
    assert [set(check) for check in tree["checks"]] == [{"what", "ok", "found"}] * 8


def broken_journal() -> None:
    path = profile_folders().journal
    path.parent.mkdir(parents=True, mode=0o700)
    path.write_text("schema = 1\nnonsense\n\n[[entry]]\n", encoding="utf-8")


def broken_preferences() -> None:
    path = profile_folders().config_file
    path.parent.mkdir(parents=True)
    path.write_text("theme = 1\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("break_it", "what", "checks"),
    [
        (broken_journal, "journal", 6),  # a broken journal cannot say what was sent
        (broken_preferences, "preferences", 8),
    ],
)
def test_a_fault_is_named_and_the_other_checks_are_made_all_the_same(
    call: Call, break_it: Callable[[], None], what: str, checks: int
) -> None:
    break_it()
    said = call("doctor")
    assert said.code == 1
    assert [row[1] for row in said.rows[1:] if row[0] == "FAULT"] == [what]
    assert len(said.rows) == 1 + checks
    said = call("doctor", "--json")
    assert said.code == 1
    assert [check["what"] for check in said.json["checks"] if not check["ok"]] == [what]


@pytest.mark.skipif(os.name != "posix", reason="folders have no modes elsewhere")
def test_a_journal_that_others_can_open_is_a_fault(call: Call, account: str) -> None:
    profile_folders().data.chmod(0o755)
    said = call("doctor")
    assert said.code == 1
    (fault,) = [row for row in said.rows if row[0] == "FAULT"]
    assert "755" in fault[2]
    assert "chmod 700" in fault[2]


def test_every_platform_of_ones_own_that_is_left_out_is_named(call: Call) -> None:
    folder = profile_folders().own_knowledge
    folder.mkdir(parents=True, mode=0o700)
    (folder / "chirp.toml").write_text("id = 1\n", encoding="utf-8")
    (folder / "x.toml").write_text(as_toml(a_platform(id="x")), encoding="utf-8")
    said = call("doctor")
    assert said.code == 1
    ((_fault, what, found),) = [row for row in said.rows if row[0] == "FAULT"]
    assert what == "knowledge base"
    assert f"{folder / 'chirp.toml'}, line 1" in found
    assert f"{folder / 'x.toml'}: “x” is a bundled platform." in found
    assert "replaces = true" in found


def test_a_platform_of_ones_own_is_counted(call: Call) -> None:
    folder = profile_folders().own_knowledge
    folder.mkdir(parents=True, mode=0o700)
    before = {row[1]: row[2] for row in call("doctor").rows[1:]}["knowledge base"]
    (folder / "chirp.toml").write_text(as_toml(a_platform()), encoding="utf-8")
    after = {row[1]: row[2] for row in call("doctor").rows[1:]}["knowledge base"]
    assert int(after.split()[0]) == int(before.split()[0]) + 1


def test_a_platform_of_ones_own_that_cannot_be_read_is_a_fault(call: Call) -> None:
    folder = profile_folders().own_knowledge
    folder.mkdir(parents=True, mode=0o700)
    (folder / "chirp.toml").write_text("id = 1\n", encoding="utf-8")
    said = call("doctor")
    assert said.code == 1
    assert [row[1] for row in said.rows if row[0] == "FAULT"] == ["knowledge base"]


@pytest.fixture
def folder_of_letters(call: Call, account: str) -> Path:
    """The folder with the texts of a request that was sent, followed by a reminder and a complaint."""
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    call("request", "draft", account)
    for kind in ("object-training", "reminder", "complaint"):
        call("request", "sent", "1", "--letter", kind)
    return profile_folders().requests / "CU-2026-001"


def test_letters_that_went_out_are_as_they_were(call: Call, folder_of_letters: Path) -> None:
    said = call("doctor")
    assert (said.code, said.rows[2]) == (0, ["ok", "letters", "3 texts as sent"])


def test_letters_that_are_missing_or_altered_are_a_fault_and_named(call: Call, folder_of_letters: Path) -> None:
    (folder_of_letters / "02-reminder.txt").write_text("Something else.", encoding="utf-8")
    (folder_of_letters / "03-complaint.txt").unlink()
    said = call("doctor")
    assert said.code == 1
    names = "requests/CU-2026-001/02-reminder.txt, requests/CU-2026-001/03-complaint.txt"
    found = [row[1:] for row in said.rows if row[0] == "FAULT"]
    assert found == [["letters", f"missing, or not what was sent: {names}"]]


def test_a_letter_whose_sending_was_taken_back_is_not_missed(call: Call, folder_of_letters: Path) -> None:
    (folder_of_letters / "03-complaint.txt").unlink()
    call("undo")
    assert call("doctor").code == 0


def test_facts_that_are_older_than_they_should_be_are_a_fault(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "to be checked again" in {row[1]: row[2] for row in call("doctor").rows[1:]}["age of the facts"]
    monkeypatch.setenv("CONSENTUI_NOW", "2029-01-15T12:00:00+00:00")
    said = call("doctor")
    assert said.code == 1
    (found,) = [row[2] for row in said.rows if row[0] == "FAULT"]
    assert "2 years ago; most of it should have been checked again since" in found
