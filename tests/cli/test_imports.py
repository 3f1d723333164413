"""`consentui import`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.imports import exports


@pytest.fixture
def passwords(tmp_path: Path) -> str:
    path = tmp_path / "passwords.csv"
    path.write_text(exports.BITWARDEN, encoding="utf-8")
    return str(path)


def test_what_is_found_is_shown_and_added_once_agreed(call: Call, passwords: str) -> None:
    said = call("import", passwords, typed="y\n")
    assert said.code == 0
    assert said.rows == [
        ["Facebook", "marie@example.org", "new"],
        ["Meta (Accounts Center)", "", "new, for the settings that Facebook shares"],
        ["X", "marie@example.org", "new"],
    ]
    assert "Unknown, and left out: bank.example." in said.err
    assert "3 accounts added" in said.err
    assert f"{passwords} holds passwords" in said.err
    assert len(call("account", "list").rows) == 3


def test_nothing_is_added_unless_agreed(call: Call, passwords: str) -> None:
    assert call("import", passwords, typed="\n").code == 0
    assert call("account", "list").rows == []


def test_one_undo_takes_all_of_it_back(call: Call, passwords: str) -> None:
    call("import", passwords, "--yes")
    assert "Undone: 3 accounts added" in call("undo").err
    assert call("account", "list").rows == []


def test_what_is_there_already_is_not_added_again(call: Call, passwords: str) -> None:
    call("import", passwords, "--yes")
    said = call("import", passwords, "--yes")
    assert {row[-1] for row in said.rows} == {"already on the list"}
    assert "There is nothing new in it." in said.err


def test_platforms_are_left_out_and_whose_it_is_is_said_of_all(call: Call, passwords: str) -> None:
    call("import", passwords, "--yes", "--without", "facebook", "--without", "meta", "--client", "Acme")
    assert [row[1:] for row in call("account", "list").rows] == [["X", "marie@example.org", "Acme", ""]]


def test_as_json_nothing_is_asked_nor_added(call: Call, passwords: str) -> None:
    said = call("import", passwords, "--json").json
    assert [one["platform"] for one in said["accounts"]] == ["facebook", "meta", "x"]
    assert said["unknown"] == ["bank.example"]
    assert call("account", "list").rows == []


def test_no_secret_is_ever_printed(call: Call, passwords: str) -> None:
    said = call("import", passwords, "--yes")
    assert exports.SECRET not in said.out + said.err
    assert exports.NOTE not in said.out + said.err


def test_a_fault_is_told_with_file_and_line(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("platform,type\nx,boss\n", encoding="utf-8")
    said = call("import", str(path), "--yes")
    assert said.code == 2
    assert f"{path}, line 2: there is no type “boss”" in said.err
