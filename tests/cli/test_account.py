"""`consentui account`."""

from __future__ import annotations

import re

import pytest

from consentui.profile.input import MAX_HANDLE
from consentui.profile.session import Session, open_session
from tests.cli.conftest import Call

ID = re.compile(r"x-[0-9a-z]{4}")


def test_adding_an_account_prints_its_id_and_nothing_else(call: Call) -> None:
    said = call("account", "add", "x", "--handle", "@moi")
    assert said.code == 0
    assert ID.fullmatch(said.out.removesuffix("\n"))
    assert said.err == ""


@pytest.mark.parametrize("name", ["x", "X", "twitter", "twitter.com", "https://x.com/marie"])
def test_a_platform_goes_by_any_of_its_names(call: Call, name: str) -> None:
    assert ID.fullmatch(call("account", "add", name).out.strip())


def test_a_platform_with_shared_settings_names_its_companion_on_stderr_once(call: Call) -> None:
    first = call("account", "add", "facebook")
    assert re.fullmatch(r"facebook-\w{4}\n", first.out)
    assert "consentui account add meta" in first.err
    assert call("account", "add", "meta").err == ""
    assert call("account", "add", "facebook").err == ""


def test_accounts_are_listed_in_the_order_they_were_added(call: Call) -> None:
    ids = [call("account", "add", name, "--handle", f"@{name}").out.strip() for name in ("x", "meta", "x")]
    assert call("account", "list").rows == [
        [ids[0], "X", "@x"],
        [ids[1], "Meta (Accounts Center)", "@meta"],
        [ids[2], "X", "@x"],
    ]


def test_accounts_are_listed_as_json(call: Call, account: str) -> None:
    assert call("account", "list", "--json").json == {
        "accounts": [
            {
                "id": account,
                "platform": "x",
                "handle": "@marie_l",
                "account_type": "personal",
                "owner": "",
                "client": "",
                "due": None,
                "tags": [],
                "added": "2026-11-21T12:00:00Z",
            }
        ]
    }


def test_without_accounts_the_list_is_empty_and_says_how_to_add_one(call: Call) -> None:
    said = call("account", "list")
    assert (said.code, said.out) == (0, "")
    assert "consentui account add" in said.err
    assert call("account", "list", "--json").json == {"accounts": []}


def test_the_type_of_an_account_decides_what_exists_for_it(call: Call) -> None:
    call("account", "add", "x", "--type", "business")
    assert call("account", "list", "--json").json["accounts"][0]["account_type"] == "business"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("--handle", "@new"), ("@new", "personal")),
        (("--type", "creator"), ("@marie_l", "creator")),
        (("--handle", ""), ("", "personal")),
    ],
)
def test_an_account_is_changed_in_what_is_said_only(
    call: Call, account: str, change: tuple[str, ...], expected: tuple[str, str]
) -> None:
    said = call("account", "edit", account, *change)
    assert (said.code, said.out, said.err) == (0, "", f"Changed: {account}.\n")
    found = call("account", "list", "--json").json["accounts"][0]
    assert (found["handle"], found["account_type"]) == expected


def test_a_change_of_nothing_is_refused(call: Call, account: str) -> None:
    said = call("account", "edit", account)
    assert said.code == 2
    assert "--handle, --type, --owner, --client or --due" in said.err


def test_an_account_is_removed_and_brought_back(call: Call, account: str) -> None:
    assert call("account", "remove", account).code == 0
    assert call("account", "list", "--json").json == {"accounts": []}
    assert call("undo").code == 0
    assert [one["id"] for one in call("account", "list", "--json").json["accounts"]] == [account]


@pytest.mark.parametrize("word", ["@marie_l", "marie_l", "Marie_L", "x"])
def test_an_account_goes_by_its_handle_or_by_its_platform(call: Call, account: str, word: str) -> None:
    assert call("account", "edit", word, "--type", "creator").err == f"Changed: {account}.\n"


def test_a_word_that_fits_several_accounts_is_refused_with_their_ids(call: Call, account: str) -> None:
    other = call("account", "add", "x").out.strip()
    said = call("account", "remove", "x")
    assert said.code == 2
    assert account in said.err
    assert other in said.err


def test_an_unknown_account_is_refused_with_the_nearest_name(call: Call, account: str) -> None:
    said = call("account", "remove", "@marie_x")
    assert (said.code, said.out) == (2, "")
    assert said.err == "There is no account called “@marie_x”.\nDid you mean “@marie_l”?\n" or account in said.err


def test_an_unknown_platform_is_refused_with_the_nearest_name(call: Call) -> None:
    said = call("account", "add", "facebok")
    assert (said.code, said.out) == (2, "")
    assert said.err == "There is no platform called “facebok”.\nDid you mean “facebook”?\n"


def test_a_platform_like_no_other_is_refused_with_the_way_to_the_list(call: Call) -> None:
    said = call("account", "add", "zzzzzzzzzz")
    assert said.code == 2
    assert "consentui kb list" in said.err


# Handles that are odd


@pytest.mark.parametrize(
    ("handle", "kept"),
    [
        ("\x1b]0;owned\x07@marie", "]0;owned@marie"),
        ("a\tb\nc", "a b c"),
        ("\u202ebob", "bob"),
        ("[/red]marie[", "[/red]marie["),
        ("<script>", "<script>"),
        ("名前 🙂", "名前 🙂"),
        ("h" * MAX_HANDLE, "h" * MAX_HANDLE),
    ],
)
def test_a_handle_is_made_inert_and_kept(call: Call, handle: str, kept: str) -> None:
    assert call("account", "add", "x", "--handle", handle).code == 0
    assert call("account", "list", "--json").json["accounts"][0]["handle"] == kept
    rows = call("account", "list").rows
    assert [len(row) for row in rows] == [3]
    assert "\x1b" not in call("status").out


def test_a_handle_of_ten_thousand_characters_is_refused_and_nothing_is_written(call: Call, session: Session) -> None:
    said = call("account", "add", "x", "--handle", "h" * 10_000)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("This account name is too long.\n")
    assert open_session().journal.is_new


def test_whose_an_account_is_to_look_after_is_said_listed_and_changed(call: Call) -> None:
    account = call("account", "add", "x", "--handle", "@acme", "--client", "Acme", "--owner", "Marie").out.strip()
    assert call("account", "list").rows == [[account, "X", "@acme", "Acme", "Marie"]]
    assert call("account", "edit", account, "--owner", "Paul").code == 0
    assert call("account", "list").rows == [[account, "X", "@acme", "Acme", "Paul"]]
    assert call("account", "edit", account, "--owner", "", "--client", "").code == 0
    assert call("account", "list").rows == [[account, "X", "@acme"]]


@pytest.mark.parametrize(
    ("words", "handles"),
    [
        (("acme",), ["@acme-fr", "@acme-de"]),
        (("ACME", "de"), ["@acme-de"]),
        (("marie",), ["@acme-fr"]),
        (("reddit",), ["@other"]),
        (("https://www.reddit.com/",), ["@other"]),
        (("cme",), []),
        (("@",), []),
    ],
)
def test_accounts_are_found_by_name_platform_client_and_owner(
    call: Call, words: tuple[str, ...], handles: list[str]
) -> None:
    call("account", "add", "x", "--handle", "@acme-fr", "--owner", "Marie")
    call("account", "add", "x", "--handle", "@acme-de", "--client", "Acmé")
    call("account", "add", "reddit", "--handle", "@other")
    assert [row[2] for row in call("account", "list", *words).rows] == handles
    assert [one["handle"] for one in call("account", "list", "--json", *words).json["accounts"]] == handles


def test_an_account_is_to_be_done_by_a_day_until_that_is_taken_away(call: Call, account: str) -> None:
    assert call("account", "edit", account, "--owner", "Zoé", "--due", "2027-01-31").code == 0
    assert call("account", "list").out.rstrip().endswith("Zoé\t2027-01-31")
    assert call("account", "list", "--json").json["accounts"][0]["due"] == "2027-01-31"
    assert f"{account}: due by 31 January 2027" in call("history").out
    call("account", "edit", account, "--no-due")
    assert call("account", "list", "--json").json["accounts"][0]["due"] is None
    assert call("account", "edit", account, "--due", "soon").code == 2
    other = call("account", "add", "linkedin", "--due", "2027-02-28").out.strip()
    assert str(open_session().accounts.called(other).due) == "2027-02-28"


def test_the_name_may_follow_the_platform(call: Call) -> None:
    added = call("account", "add", "x", "@marie").out.strip()
    assert open_session().accounts.called("@marie").id == added
    assert call("account", "add", "x", "@marie", "--handle", "@marie").code == 2


def test_an_account_that_is_there_is_added_with_a_warning(call: Call) -> None:
    call("account", "add", "x", "@marie")
    again = call("account", "add", "x", "MARIE")
    assert again.code == 0
    assert "X @marie was on the list already" in again.err
    assert "was on the list" not in call("account", "add", "facebook", "marie").err
