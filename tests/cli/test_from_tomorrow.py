"""A journal that a newer consentui wrote to can be used, and no standing is claimed that it may have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.storage.places import profile_folders
from tests.builders import an_entry_id
from tests.cli.conftest import Call

CONTROL = "grok-training"


@pytest.fixture
def journal(account: str) -> Path:
    """A journal with an account in it."""
    assert account
    return profile_folders().journal


def add_newer(journal: Path, *lines: str, number: int = 1, what: str = "consent-receipt") -> None:
    """Add an entry of an unknown kind, whose number places it before or after the others."""
    facts = "".join(f"{line}\n" for line in lines)
    with journal.open("a", encoding="utf-8") as to:
        to.write(f'\n[[entry]]\nat = 2026-11-21T12:00:30Z\nwhat = "{what}"\n{facts}id = "{an_entry_id(number)}"\n')


def standing(call: Call, account: str) -> str:
    (found,) = call("status", "--json").json["accounts"]
    assert found["id"] == account
    return next(str(item["standing"]) for item in found["items"] if item["control"] == CONTROL)


def test_the_journal_is_read_added_to_and_left_as_it_was(call: Call, account: str, journal: Path) -> None:
    add_newer(journal)
    before = journal.read_bytes()
    assert call("record", account, CONTROL, "switched-off").code == 0
    assert standing(call, account) == "settled"
    assert journal.read_bytes().startswith(before)


def test_what_is_not_understood_is_shown_as_what_it_is(call: Call, account: str, journal: Path) -> None:
    add_newer(journal, 'colour = "red"')
    assert ["2026-11-21 13:00", "“consent-receipt”, written by a newer consentui"] in call("history").rows
    shown = call("history", "--json").json["entries"]
    assert {"at": "2026-11-21T12:00:30Z", "what": "consent-receipt", "colour": "red", "id": an_entry_id(1)} in shown
    said = call("doctor")
    assert (said.code, "1 journal entry was written by a newer consentui." in said.out) == (1, True)


def test_a_kind_that_somebody_misspelt_is_named_with_the_one_it_may_be(call: Call, account: str, journal: Path) -> None:
    add_newer(journal, what="recordet")
    assert "“recordet” (was “recorded” meant?)" in call("doctor").out


def test_where_a_control_stands_is_not_said_where_a_newer_entry_is_about_it(
    call: Call, account: str, journal: Path
) -> None:
    call("record", account, CONTROL, "switched-off")
    assert standing(call, account) == "settled"
    add_newer(journal, f'account = "{account}"', f'control = "{CONTROL}"')
    assert standing(call, account) == "review"
    assert (
        "Written by a newer consentui: where it stands is not known here." in call("report", "--format", "markdown").out
    )


def test_where_a_request_stands_is_not_said_where_a_newer_entry_is_about_it(
    call: Call, account: str, journal: Path
) -> None:
    call("identity", "set", "--name", "Marie", "--email", "marie@example.org")
    for _request in range(2):
        call("request", "draft", account)
    call("request", "sent", "1", "--how", "form")
    call("request", "sent", "2", "--how", "form")
    add_newer(journal, 'request = "CU-2026-001"')
    told = {row[0]: row for row in call("request", "list").rows}
    assert "written by a newer consentui" in "\t".join(told["CU-2026-001"])
    assert "waiting for the answer" in "\t".join(told["CU-2026-002"])
    assert "CU-2026-001" not in call("due").out
    assert "CU-2026-002" in call("due").out
    for arguments in (
        ("request", "show", "1"),
        ("request", "list", "--json"),
        ("report",),
        ("calendar", "--output", "-"),
    ):
        assert call(*arguments).code == 0
    for command in ("request dossier", "request complain", "request remind", "letter --letter reminder"):
        said = call(*command.split(), "1")
        assert (said.code, "what is shown of it here may not be right" in said.err) == (2, True)
    assert call("request", "dossier", "2").code == 0


def test_a_reference_that_a_newer_version_gave_is_not_given_again(call: Call, account: str, journal: Path) -> None:
    add_newer(journal, 'request = "CU-2026-007"')
    call("identity", "set", "--name", "Marie")
    call("request", "draft", account)
    assert call("request", "list").rows[0][0] == "CU-2026-008"


def test_undo_does_not_pass_over_what_a_newer_version_did(call: Call, account: str, journal: Path) -> None:
    add_newer(journal, number=6 * 10**25)
    said = call("undo")
    assert (said.code, "The last entry was written by a newer consentui." in said.err) == (2, True)
    assert call("account", "list").rows[0][0] == account


def test_undo_takes_back_what_was_done_since(call: Call, account: str, journal: Path) -> None:
    add_newer(journal)
    call("record", account, CONTROL, "switched-off")
    assert call("undo").code == 0
    assert standing(call, account) == "open"
