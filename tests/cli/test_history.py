"""`consentui history`, `undo` and `merge`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from consentui.profile.session import Session, open_session
from tests.cli.conftest import Call


def test_history_begins_empty(call: Call) -> None:
    said = call("history")
    assert (said.code, said.out, said.err) == (0, "", "Nothing has been recorded yet.\n")
    assert call("history", "--json").json == {"entries": []}


def test_history_shows_what_was_written_newest_last(call: Call, account: str) -> None:
    title = open_session().knowledge.control("x/grok-training").title.en
    call("record", account, "grok-training", "not-found", "--surface", "web", "--seen", "Grok")
    call("decide", account, "grok-training", "allow")
    call("note", account, "grok-training", "a thought")
    call("account", "edit", account, "--type", "creator")
    call("undo")
    call("account", "remove", account)
    said = call("history")
    assert (said.code, said.err) == (0, "")
    assert {row[0] for row in said.rows} == {"2026-11-21 13:00"}
    words = [row[1] for row in said.rows]
    assert words[0] == f"{account}: account added @marie_l"
    assert words[4] == f"{account}: account changed"
    assert words[5].endswith(" undone")
    assert words[6] == f"{account}: account removed"
    call("undo")
    words = [row[1] for row in call("history").rows]
    assert words[1] == f"{account}, {title}: not found, on the web, “Grok”"
    assert words[2] == f"{account}, {title}: allow"
    assert words[3] == f"{account}, {title}: note"


def test_a_control_of_a_removed_account_goes_by_its_id(call: Call, account: str) -> None:
    call("decide", account, "grok-training", "allow")
    call("account", "remove", account)
    assert call("history").rows[1][1] == f"{account}, grok-training: allow"


def test_history_shows_the_last_ones_only_when_asked(call: Call, account: str) -> None:
    call("decide", account, "grok-training", "allow")
    assert len(call("history", "--limit", "1").rows) == 1
    assert call("history", "--limit", "1").rows[0][1].endswith(": allow")
    assert len(call("history", "--limit", "99").rows) == 2


def test_history_as_json_has_the_entries_as_the_journal_has_them(call: Call, account: str) -> None:
    call("record", account, "grok-training", "switched-off", "--surface", "web")
    added, recorded = call("history", "--json").json["entries"]
    assert (added["what"], added["account"], added["handle"]) == ("account-added", account, "@marie_l")
    assert recorded == {
        "what": "recorded",
        "at": "2026-11-21T12:00:00Z",
        "id": recorded["id"],
        "account": account,
        "control": "grok-training",
        "outcome": "switched-off",
        "surface": "web",
    }
    assert added["id"] < recorded["id"]


def test_undo_takes_back_the_last_thing_and_says_which(call: Call, account: str) -> None:
    call("record", account, "grok-training", "switched-off")
    said = call("undo")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("Undone: ")
    assert "switched off" in said.err
    assert open_session().journal.ledger.about(account, "grok-training") == ()


def test_undo_goes_on_until_there_is_nothing(call: Call, account: str) -> None:
    assert call("undo").code == 0
    said = call("undo")
    assert (said.code, said.out, said.err) == (1, "", "There is nothing to undo.\n")
    assert tuple(open_session().accounts) == ()


def test_redo_puts_back_what_was_undone_step_by_step(call: Call, account: str) -> None:
    call("record", account, "grok-training", "switched-off")
    call("undo")
    call("undo")
    assert tuple(open_session().accounts) == ()
    said = call("redo")
    assert (said.code, said.out) == (0, "")
    assert said.err == f"Redone: {account}: account added @marie_l\n"
    assert "switched off" in call("redo").err
    assert len(open_session().journal.ledger.about(account, "grok-training")) == 1
    said = call("redo")
    assert (said.code, said.out, said.err) == (1, "", "There is nothing to redo.\n")


def test_what_is_written_after_an_undo_leaves_nothing_to_redo(call: Call, account: str) -> None:
    call("record", account, "grok-training", "switched-off")
    call("undo")
    call("decide", account, "grok-training", "allow")
    assert call("redo").code == 1


def test_merging_adds_what_the_other_copy_has_beside(call: Call, session: Session, tmp_path: Path) -> None:
    ours = call("account", "add", "x").out.strip()
    other = tmp_path / "other.toml"
    shutil.copy(session.folders.journal, other)
    theirs = call("--profile", "laptop", "--new", "account", "add", "facebook").out.strip()
    said = call("--profile", "laptop", "merge", str(other))
    assert (said.code, said.out, said.err) == (0, "", "1 entry was added.\n")
    assert {account.id for account in open_session("laptop").accounts} == {ours, theirs}
    assert call("--profile", "laptop", "merge", str(other)).err == "No entry was added.\n"


@pytest.mark.parametrize(
    ("content", "code"),
    [('schema = 1\n\n[[entry]]\nwhat = "nonsense"\nid = "00000000000000000000000001"\n', 3), ("schema = \x1b", 3)],
)
def test_a_copy_that_cannot_be_understood_is_refused_and_adds_nothing(
    call: Call, account: str, tmp_path: Path, content: str, code: int
) -> None:
    other = tmp_path / "other.toml"
    other.write_text(content, encoding="utf-8")
    said = call("merge", str(other))
    assert (said.code, said.out) == (code, "")
    assert str(other) in said.err
    assert "\x1b" not in said.err
    assert len(open_session().journal.entries) == 1


def test_a_copy_that_is_not_there_is_refused(call: Call, tmp_path: Path) -> None:
    assert call("merge", str(tmp_path / "nowhere.toml")).code == 2


def test_control_characters_in_another_copy_do_not_reach_the_terminal(call: Call, account: str, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(
        "schema = 1\n\n[[entry]]\nat = 2026-01-01T00:00:00Z\n"
        'what = "account-added"\naccount = "x-evil"\nplatform = "x\\u001b[31m"\nhandle = "\\u001b]0;owned\\u0007"\n'
        'id = "01KE0000000000000000000000"\n',
        encoding="utf-8",
    )
    assert call("merge", str(other)).code == 0
    for arguments in (["status"], ["history"], ["account", "list"], ["report", "--names", "full"], ["next"]):
        said = call(*arguments)
        assert "\x1b" not in said.out + said.err, arguments


def test_names_in_a_foreign_copy_do_not_drive_the_terminal_from_an_error(call: Call, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('schema = 1\n"\\u001b[31mkey" = 1\n', encoding="utf-8")
    said = call("merge", str(other))
    assert said.code == 3
    assert "\x1b" not in said.err
