"""`consentui account tag`, and `--tag` in every command that takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from consentui.profile.session import open_session
from tests.cli.conftest import Call


@pytest.fixture
def tagged(call: Call) -> list[str]:
    """Three accounts: two with the tag `press`, one of which also has `old`, and one without tags."""
    return [
        call("account", "add", "x", "--handle", "@one", "--tag", "Press", "--tag", "old").out.strip(),
        call("account", "add", "x", "--handle", "@two", "--tag", "press").out.strip(),
        call("account", "add", "x", "--handle", "@three").out.strip(),
    ]


def carried() -> list[tuple[str, ...]]:
    return [account.tags for account in open_session().accounts]


def test_tags_are_given_and_taken_and_one_undo_takes_it_back_on_all(call: Call, tagged: list[str]) -> None:
    assert carried() == [("old", "press"), ("press",), ()]
    said = call("account", "tag", tagged[0], "@three", "+photo", "-old")
    assert said.code == 0
    assert said.err == f"{tagged[0]}: #photo #press\n{tagged[2]}: #photo\n"
    assert carried() == [("photo", "press"), ("press",), ("photo",)]
    call("undo")
    assert carried() == [("old", "press"), ("press",), ()]


def test_what_stands_so_already_writes_nothing(call: Call, tagged: list[str]) -> None:
    before = len(open_session().journal.entries)
    assert call("account", "tag", tagged[1], "+PRESS", "-photo").code == 0
    assert len(open_session().journal.entries) == before


@pytest.mark.parametrize("words", [("+press",), ("@one",), (), ("@nobody", "+press"), ("@one", "+" + "x" * 41)])
def test_what_is_not_clear_is_refused_and_changes_nothing(
    call: Call, tagged: list[str], words: tuple[str, ...]
) -> None:
    assert len(tagged) == 3
    assert call("account", "tag", *words).code == 2
    assert carried() == [("old", "press"), ("press",), ()]


def test_lists_show_them_and_find_by_them(call: Call, tagged: list[str]) -> None:
    assert [row[-1] for row in call("account", "list").rows] == ["#old #press", "#press", "@three"]
    assert [row[0] for row in call("account", "list", "press", "old").rows] == tagged[:1]


def test_status_next_and_due_keep_to_the_accounts_that_carry_all_of_them(call: Call, tagged: list[str]) -> None:
    both = call("status", "--json", "--tag", "press", "--tag", "old").json["accounts"]
    assert [(one["id"], one["tags"]) for one in both] == [(tagged[0], ["old", "press"])]
    rows = call("next", "--json", "--tag", "press", "--limit", "50").json["next"]
    assert {account for row in rows for account in row["accounts"]} == set(tagged[:2])
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    for account in (tagged[0], tagged[2]):
        reference = call("request", "draft", account, "--right", "access").out.strip()
        call("request", "sent", reference, "--how", "email", "--to", "privacy@x.example")
    found = call("due", "--json", "--tag", "press").json["due"]
    assert [(one["account"], one["tags"]) for one in found] == [(tagged[0], ["old", "press"])]


def test_an_outcome_goes_to_those_alone(call: Call, tagged: list[str]) -> None:
    call("record", "--all", "--tag", "press", "x/grok-training", "switched-off")
    ledger = open_session().journal.ledger
    assert [bool(ledger.about(account, "grok-training")) for account in tagged] == [True, True, False]


def test_a_report_is_about_those_alone_and_json_and_portfolio_carry_them(call: Call, tagged: list[str]) -> None:
    day = call("report", "--format", "json", "--tag", "old").json
    assert [(one["account"], one["tags"]) for one in day["sections"]] == [(tagged[0], ["old", "press"])]
    portfolio = call("report", "--kind", "portfolio", "--tag", "press", "--client", "default").out
    assert r"\#old \#press" in portfolio
    assert tagged[1] in portfolio
    assert tagged[2] not in portfolio
    cells = call("report", "--kind", "portfolio", "--format", "csv", "--tag", "old").out
    assert "old; press" in cells


def test_a_portfolio_of_some_is_not_what_the_next_one_is_held_against(
    call: Call, tagged: list[str], tmp_path: Path
) -> None:
    assert tagged
    call("report", "--kind", "portfolio", "--tag", "old", "--output", str(tmp_path / "some.md"))
    assert "Since the last portfolio" not in call("report", "--kind", "portfolio").out
    call("report", "--kind", "portfolio", "--output", str(tmp_path / "all.md"))
    assert "Since the last portfolio" in call("report", "--kind", "portfolio").out
    assert "Since the last portfolio" not in call("report", "--kind", "portfolio", "--tag", "old").out


@pytest.mark.parametrize("command", [("status",), ("next",), ("due",), ("report",)])
def test_a_tag_that_nobody_carries_is_refused_with_the_nearest(
    call: Call, tagged: list[str], command: tuple[str, ...]
) -> None:
    assert tagged
    said = call(*command, "--tag", "pres")
    assert said.code == 2
    assert "“press”" in said.err


def test_tags_come_with_a_list_and_from_the_command(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('platform,name,tags\nx,@one,"Press, brand"\nreddit,marie,\n', encoding="utf-8")
    assert call("import", str(path), "--yes", "--tag", "new").code == 0
    assert sorted(carried()) == [("brand", "new", "press"), ("new",)]
    call("undo")
    assert carried() == []


def test_a_tag_in_a_list_that_is_too_long_is_named_with_its_line_and_imports_nothing(
    call: Call, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"platform,name,tags\nx,@one,{'x' * 41}\n", encoding="utf-8")
    said = call("import", str(path), "--yes")
    assert said.code == 2
    assert "line 2" in said.err
    assert carried() == []
