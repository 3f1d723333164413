"""`consentui status` and `consentui next`."""

from __future__ import annotations

import pytest

from consentui.checklist.order import in_order
from consentui.profile.session import open_session
from consentui.words.priority import why_lines
from tests.cli.conftest import Call

LATE = "answer overdue by 31 days"


def test_status_without_accounts_says_how_to_add_one(call: Call) -> None:
    said = call("status")
    assert (said.code, said.out) == (0, "")
    assert "consentui account add" in said.err
    assert call("status", "--json").json == {"as_of": "2026-11-21", "accounts": []}


def test_status_shows_each_account_and_what_stands_for_its_controls(call: Call, account: str) -> None:
    call("record", account, "grok-training", "switched-off")
    said = call("status")
    counted = sum(item.is_counted for item in open_session().checklist.all_items())
    assert (said.code, said.err) == (0, "")
    assert said.rows[0] == [account, "X", "@marie_l", f"1 of {counted} settled"]
    assert ["  grok-training", "settled"] in said.rows
    assert len(said.rows) == counted + 1


def test_status_as_json_has_exactly_what_was_agreed(call: Call, account: str) -> None:
    call("record", account, "grok-training", "switched-off")
    call("decide", account, "business-partners", "allow")
    items = open_session().checklist.all_items()
    tree = call("status", "--json").json
    assert list(tree) == ["as_of", "accounts"]
    assert tree["as_of"] == "2026-11-21"
    (only,) = tree["accounts"]
    assert list(only) == ["id", "platform", "handle", "tags", "settled", "open", "items"]
    assert (only["id"], only["platform"], only["handle"]) == (account, "x", "@marie_l")
    assert (only["settled"], only["open"]) == (2, sum(item.is_open for item in items))
    assert [item["control"] for item in only["items"]] == [item.control.id for item in items]
    by_control = {item["control"]: item for item in only["items"]}
    assert by_control["grok-training"] == {
        "control": "grok-training",
        "standing": "settled",
        "decision": "refuse",
        "since": "2026-11-21T12:00:00Z",
        "said_by": "person",
        "contradicted": False,
        "check": None,
    }
    assert by_control["business-partners"] == {
        "control": "business-partners",
        "standing": "allowed",
        "decision": "allow",
        "since": "2026-11-21T12:00:00Z",
        "said_by": "person",
        "contradicted": False,
        "check": None,
    }
    untouched = [item for item in only["items"] if item["standing"] == "open"]
    assert untouched
    assert {(item["decision"], item["since"], item["said_by"]) for item in untouched} == {("undecided", None, None)}


def test_next_shows_five_things_to_do_best_first(call: Call, account: str) -> None:
    expected = [item.control.id for item in in_order(open_session().checklist.all_items())]
    said = call("next")
    assert (said.code, said.err) == (0, "")
    assert [row[:2] for row in said.rows] == [[account, control] for control in expected[:5]]
    assert said.rows[0][3:] == [
        "on by default",
        f"{in_order(open_session().checklist.all_items())[0].control.minutes} min",
    ]


def test_next_shows_as_many_as_asked_for(call: Call, account: str) -> None:
    assert len(call("next", "--limit", "2").rows) == 2
    left = len(in_order(open_session().checklist.all_items()))
    assert len(call("next", "--limit", "1000").rows) == left


def test_next_says_what_became_of_a_thing_that_failed(call: Call, account: str) -> None:
    first = call("next").rows[0][1]
    call("record", account, first, "not-found")
    assert call("next").rows[0][:2] == [account, first]
    assert call("next").rows[0][3] == "another way needed"


def test_next_says_why_when_asked(call: Call, account: str) -> None:
    item = in_order(open_session().checklist.all_items())[0]
    lines = call("next", "--limit", "1", "--why").out.splitlines()
    assert lines[0].startswith(f"{account}\t{item.control.id}\t")
    assert lines[1:] == [f"    {line}" for line in why_lines(item.control)]
    assert len(lines) > 1


def test_next_as_json_counts_what_is_left(call: Call, account: str) -> None:
    items = in_order(open_session().checklist.all_items())
    tree = call("next", "--json", "--limit", "1").json
    assert tree == {
        "as_of": "2026-11-21",
        "requests": [],
        "left": len(items),
        "next": [
            {
                "account": account,
                "accounts": [account],
                "platform": "x",
                "handle": "@marie_l",
                "tags": [],
                "control": items[0].control.id,
                "title": items[0].control.title.en,
                "standing": "open",
                "minutes": items[0].control.minutes,
            }
        ],
    }


def test_next_puts_together_what_is_the_same_on_several_accounts(call: Call, account: str) -> None:
    others = [call("account", "add", "x", "--handle", f"@brand-{number}").out.strip() for number in (1, 2, 3)]
    first, *_rest = call("next").rows
    control = first[1].removeprefix("x/")
    assert first == ["4 accounts", f"x/{control}", *first[2:4], "2 min each"]
    assert call("next", "--json").json["next"][0]["accounts"] == [account, *others]
    call("record", others[0], control, "not-found")
    rows = [row[:2] for row in call("next", "--limit", "100").rows]
    assert ["3 accounts", f"x/{control}"] in rows
    assert [others[0], control] in rows


@pytest.fixture
def three_requests(call: Call, account: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str, str]:
    """Requests on 21 November 2026: one whose answer is late, one that was refused, one never sent."""
    monkeypatch.setenv("CONSENTUI_NOW", "2026-09-21T12:00:00+00:00")
    call("identity", "set", "--name", "Marie Lefèvre")
    draft, refused, late = (
        call("request", "draft", account, "--right", right).out.strip()
        for right in ("erase", "access", "object-marketing")
    )
    for reference in (refused, late):
        call("request", "sent", reference, "--how", "form", "--to", "https://x.example/form")
    call("request", "reply", refused, "refused", "--reasons")
    monkeypatch.setenv("CONSENTUI_NOW", "2026-11-21T12:00:00+00:00")
    return late, refused, draft


def test_next_has_late_answers_first_then_answers_letters_never_sent_and_controls(
    call: Call, account: str, three_requests: tuple[str, str, str]
) -> None:
    late, refused, draft = three_requests
    said = call("next", "--limit", "4")
    assert [row[0] for row in said.rows] == [late, refused, draft, account]
    assert said.rows[0][1:] == [
        "X Internet Unlimited Company",
        "remind them (objection to marketing, Art. 21(2) UK GDPR)",
        LATE,
    ]
    assert said.rows[2][2:] == ["send the letter (erasure, Art. 17 UK GDPR)", "to be sent"]
    assert [row[0] for row in call("next", "--limit", "1").rows] == [late]


def test_next_says_why_a_request_comes_first(call: Call, three_requests: tuple[str, str, str]) -> None:
    lines = call("next", "--limit", "3", "--why").out.splitlines()
    assert lines[1::2] == [
        "    An answer that is late comes first.",
        "    A request that is waiting for you comes before letters never sent.",
        "    A letter that was started and never sent comes before what is not started.",
    ]


def test_next_tells_programs_of_requests_too(call: Call, account: str, three_requests: tuple[str, str, str]) -> None:
    tree = call("next", "--json", "--limit", "3").json
    assert tree["next"] == []
    assert tree["left"] > 0
    assert tree["requests"][0] == {
        "request": three_requests[0],
        "account": account,
        "company": "X Internet Unlimited Company",
        "right": "object-marketing",
        "status": "overdue",
        "due": "2026-10-21",
        "move": "remind",
        "letter": "reminder",
    }


def test_next_tells_who_has_not_begun_how_to(call: Call) -> None:
    said = call("next")
    assert (said.code, said.out) == (1, "")
    assert said.err == "There is no account yet: “consentui account add PLATFORM” adds one.\n"
    said = call("next", "--json")
    assert said.code == 1
    assert said.json == {"as_of": "2026-11-21", "requests": [], "left": 0, "next": []}


def test_nothing_left_to_do_is_an_honest_no(call: Call, account: str) -> None:
    while rows := call("next").rows:
        for row in rows:
            call("decide", account, row[1], "allow")
    said = call("next")
    assert (said.code, said.out, said.err) == (1, "", "Nothing is left to do.\n")


def test_a_number_below_one_is_refused(call: Call) -> None:
    assert call("next", "--limit", "0").code == 2


def test_an_account_that_nothing_is_known_for_says_so_and_why(call: Call) -> None:
    call("account", "add", "chatgpt", "--type", "work")
    (row,) = call("status").rows
    assert row[-1] == "only optional controls are known for this type of account (member of an organisation)"


def test_what_holds_for_accounts_of_organisations_is_said_once_for_each_platform(call: Call) -> None:
    for name in ("one", "two"):
        call("account", "add", "facebook", "--handle", name, "--type", "business")
    call("account", "add", "zoom", "--handle", "mine")
    said = call("status")
    assert said.err.count("each of its authors does so with their own account") == 1
    assert "Zoom:" not in said.err
