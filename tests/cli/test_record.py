"""`consentui record`, `decide` and `note`."""

from __future__ import annotations

from typing import Any

import pytest

from consentui.profile.input import MAX_NOTE
from consentui.profile.session import open_session
from tests.cli.conftest import Call


def written(account: str, control: str = "grok-training") -> list[Any]:
    """The entries about a control of the account."""
    return list(open_session().journal.ledger.about(account, control))


def test_an_outcome_is_recorded_with_all_that_is_said_of_it(call: Call, account: str) -> None:
    said = call(
        *("record", account, "grok-training", "switched-off"),
        *("--surface", "web", "--seen", "Allow your public data", "--note", "easy"),
    )
    title = open_session().knowledge.control("x/grok-training").title.en
    assert (said.code, said.out, said.err) == (0, "", f"Saved: {title}: switched off.\n")
    (entry,) = written(account)
    assert (entry.outcome, entry.surface, entry.seen, entry.note, entry.said_by) == (
        "switched-off",
        "web",
        "Allow your public data",
        "easy",
        "person",
    )


@pytest.mark.parametrize("decision", ["refuse", "allow", "undecided"])
def test_a_decision_is_recorded(call: Call, account: str, decision: str) -> None:
    said = call("decide", account, "grok-training", decision, "--note", "thought about it")
    assert (said.code, said.out) == (0, "")
    assert said.err.endswith(f": {decision}.\n")
    (entry,) = written(account)
    assert (entry.decision, entry.note) == (decision, "thought about it")


def test_a_note_is_recorded(call: Call, account: str) -> None:
    said = call("note", account, "grok-training", "ask again in May")
    assert (said.code, said.out) == (0, "")
    assert said.err.endswith(": note.\n")
    assert written(account)[0].note == "ask again in May"


@pytest.mark.parametrize("word", ["grok-training", "x/grok-training"])
def test_a_control_goes_by_its_id_with_or_without_the_platform(call: Call, account: str, word: str) -> None:
    assert call("record", account, word, "later").code == 0
    assert written(account)[0].control == "grok-training"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("record", "@nobody-at-all", "grok-training", "later"), ["“@nobody-at-all”", "consentui account list"]),
        (("record", "@marie_l", "grok-trainin", "later"), ["“grok-trainin”", "Did you mean “grok-training”?"]),
        (("record", "@marie_l", "zzzzzz", "later"), ["“zzzzzz”", "Its controls: ", "grok-training"]),
        (("record", "@marie_l", "grok-training", "switchd-off"), ["“switchd-off”", "Did you mean “switched-off”?"]),
        (("record", "@marie_l", "grok-training", "zzzzzz"), ["“zzzzzz”", "Use one of: switched-off, "]),
        (
            ("record", "@marie_l", "grok-training", "sent"),
            ["“sent” is not a possible outcome", "Use one of: switched-off, "],
        ),
        (("record", "@marie_l", "grok-training", "later", "--surface", "we"), ["'we'", "web"]),
        (("decide", "@marie_l", "grok-training", "refus"), ["“refus”", "Did you mean “refuse”?"]),
        (("decide", "@marie_l", "grok-training", "zzzzzz"), ["“zzzzzz”", "Use one of: refuse, allow, undecided."]),
        (("decide", "@marie_l", "grok-trainin", "allow"), ["Did you mean “grok-training”?"]),
        (("note", "@marie_l", "grok-trainin", "text"), ["Did you mean “grok-training”?"]),
        (("note", "@marie_l", "grok-training"), ["TEXT"]),
    ],
)
def test_what_does_not_exist_or_does_not_fit_is_refused_with_the_nearest_name_and_nothing_is_written(
    call: Call, account: str, arguments: tuple[str, ...], words: list[str]
) -> None:
    said = call(*arguments)
    assert (said.code, said.out) == (2, "")
    assert [word for word in words if word not in said.err] == []
    assert written(account) == []


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("two\nlines", "two\nlines"),
        ("  room  ", "room"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("[/b] [link=x]", "[/b] [link=x]"),
        ('"""\\"""', '"""\\"""'),
        ("\u202eabc\u2066", "abc"),
        ("n" * MAX_NOTE, "n" * MAX_NOTE),
    ],
)
def test_a_note_is_made_inert_and_kept(call: Call, account: str, note: str, kept: str) -> None:
    assert call("note", account, "grok-training", note).code == 0
    assert written(account)[0].note == kept
    assert "\x1b" not in call("history").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("note", "@marie_l", "grok-training", "n" * 10_000),
        ("decide", "@marie_l", "grok-training", "allow", "--note", "n" * 10_000),
        ("record", "@marie_l", "grok-training", "later", "--note", "n" * 10_000),
        ("record", "@marie_l", "grok-training", "later", "--seen", "n" * 10_000),
    ],
)
def test_ten_thousand_characters_are_refused_and_nothing_is_written(
    call: Call, account: str, arguments: tuple[str, ...]
) -> None:
    said = call(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("This note is too long.\n")
    assert written(account) == []


def test_what_is_saved_is_said_in_french(call: Call, account: str) -> None:
    said = call("--language", "fr", "record", account, "grok-training", "switched-off")
    assert open_session().knowledge.control("x/grok-training").title.fr in said.err
    assert "switched off" not in said.err


@pytest.fixture
def brands(call: Call) -> list[str]:
    """Three accounts on X, two of which belong to the same client, and one elsewhere."""
    accounts = [
        call("account", "add", "x", "--handle", handle, "--client", client).out.strip()
        for handle, client in (("@one", "Acme"), ("@two", "Acme"), ("@three", ""))
    ]
    call("account", "add", "reddit")
    return accounts


def test_one_outcome_is_recorded_on_every_account_that_has_the_control_open(call: Call, brands: list[str]) -> None:
    call("record", brands[2], "grok-training", "not-offered")
    call("record", brands[0], "grok-training", "already")
    said = call("record", "--all", "grok-training", "switched-off", "--surface", "web")
    assert (said.code, said.out) == (0, "")
    assert said.err.endswith(": switched off. 2 accounts.\n")
    assert [[entry.outcome for entry in written(one)] for one in brands] == [
        ["already"],
        ["switched-off"],
        ["not-offered", "switched-off"],
    ]


def test_one_undo_takes_it_back_on_all_of_them(call: Call, brands: list[str]) -> None:
    call("record", "--all", "x/grok-training", "switched-off")
    assert "3 accounts, Refuse Grok training" in call("undo").err
    assert [written(one) for one in brands] == [[], [], []]
    assert call("redo").code == 0
    assert [len(written(one)) for one in brands] == [1, 1, 1]


def test_all_may_be_those_of_one_client_or_those_named(call: Call, brands: list[str]) -> None:
    call("record", "--all", "--client", "acme", "grok-training", "later")
    assert [len(written(one)) for one in brands] == [1, 1, 0]
    call("record", "--account", "@two", "--account", "@three", "grok-training", "switched-off")
    assert [len(written(one)) for one in brands] == [1, 2, 1]


def test_what_happened_comes_through_a_pipe_a_line_each(call: Call, brands: list[str]) -> None:
    lines = f"{brands[0]} grok-training switched-off\n\n@two\tgrok-training\tlater\n"
    assert call("record", "--stdin", typed=lines).err == "Saved: 2 outcomes.\n"
    assert [[entry.outcome for entry in written(one)] for one in brands] == [["switched-off"], ["later"], []]


def test_a_pipe_from_windows_reads_the_same(call: Call, brands: list[str]) -> None:
    lines = f"\ufeff{brands[0]} grok-training switched-off\r\n@two grok-training later\r\n"
    assert call("record", "--stdin", typed=lines).err == "Saved: 2 outcomes.\n"


@pytest.mark.parametrize(
    ("arguments", "typed", "words"),
    [
        (("--stdin",), "@one grok-training later\n@none grok-training later\n", "Line 2: "),
        (("--stdin",), "@one grok-training\n", "Line 1: Each line is"),
        (("--stdin",), "@one grok-training later\n@two grok-training sent\n", "“sent”"),
        (("--stdin",), "", "There was nothing to read"),
        (("--stdin", "@one", "grok-training", "later"), "", "Give ACCOUNT CONTROL OUTCOME"),
        (("--all", "@one", "grok-training", "later"), "", "Give ACCOUNT CONTROL OUTCOME"),
        (("--all", "no-such", "later"), "", "No account has a control"),
        (("--all", "--client", "Nobody", "grok-training", "later"), "", "No account is looked after for"),
        (("--account", "@one", "--account", "@none", "grok-training", "later"), "", "“@none”"),
    ],
)
def test_where_one_of_several_cannot_be_none_is_written(
    call: Call, brands: list[str], arguments: tuple[str, ...], typed: str, words: str
) -> None:
    said = call("record", *arguments, typed=typed)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert [written(one) for one in brands] == [[], [], []]
