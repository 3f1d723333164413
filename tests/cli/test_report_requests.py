"""Requests in reports: where each stands, what happened to it, and which answers are late."""

from __future__ import annotations

import csv
import io

import pytest

from tests.cli.conftest import Call

LATE = "no answer to your reply noted, 46 days past the date you set"


@pytest.fixture
def asked(call: Call, account: str) -> str:
    """A refused objection whose reply was not answered, an objection to marketing granted today, and a draft."""
    call("config", "set", "country", "FR")
    call("identity", "set", "--name", "Marie Lefèvre", "--email", "marie@example.org")
    reference = call("request", "draft", account, "--right", "object-training").out.strip()
    call("request", "sent", reference, "--on", "2026-09-01")
    call("request", "reply", reference, "refused", "--on", "2026-09-18", "--said", "Said in confidence.")
    call("request", "sent", reference, "--letter", "refused", "--on", "2026-09-22")
    granted = call("request", "draft", account, "--right", "object-marketing").out.strip()
    call("request", "sent", granted, "--on", "2026-11-01")
    call("request", "reply", granted, "granted")
    call("request", "draft", account, "--right", "access")
    return reference


@pytest.fixture
def late(call: Call, account: str, asked: str) -> None:
    """The draft has gone out, and the month for its answer is over."""
    call("request", "sent", call("report", "--format", "json").json["requests"][-1]["request"], "--on", "2026-09-10")


def test_the_report_of_a_day_lists_requests_the_most_urgent_first(call: Call, account: str, asked: str) -> None:
    text = call("report").out
    part = text[text.index("## Requests") : text.index("## Limits")]
    first, second, third = (line for line in part.splitlines() if line.startswith("- "))
    assert first == f"- **{asked}: X · @m…, objection to AI training, Art. 21(1)**: {LATE}"
    assert second.endswith("granted")
    assert third.endswith("to be sent")
    for step in ("1 September 2026: request sent, form", "18 September 2026: refused", "22 September 2026: reply sent"):
        assert step in part
    assert "Said in confidence" not in text
    assert "Nothing has been recorded yet" not in call("report", "--kind", "dossier", "--account", account).out


def test_a_report_on_some_accounts_has_only_their_requests(call: Call, account: str, asked: str) -> None:
    other = call("account", "add", "facebook").out.strip()
    assert "## Requests" not in call("report", "--account", other).out
    assert len(call("report", "--account", account, "--format", "json").json["requests"]) == 3
    call("account", "remove", account)
    assert [one["request"] for one in call("report", "--format", "json").json["requests"]][:1] == [asked]


@pytest.mark.parametrize("kind", ["day", "checklist"])
def test_requests_about_accounts_whose_masked_names_are_alike_are_told_apart(call: Call, kind: str) -> None:
    accounts = [call("account", "add", "facebook", "--handle", name).out.strip() for name in ("marie.l", "marie.pro")]
    references = [call("request", "draft", account, "--right", "access").out.strip() for account in accounts]
    text = call("report", "--kind", kind).out
    for account, reference in zip(accounts, references, strict=True):
        [line] = (line for line in text.splitlines() if reference in line)
        assert f"Facebook · m… ({account})" in line


def test_what_changed_has_the_requests_to_which_something_happened_and_nothing_before(call: Call, asked: str) -> None:
    tree = call("report", "--kind", "changes", "--since", "2026-10-10", "--format", "json").json
    assert [(one["right"], [step["on"] for step in one["steps"]]) for one in tree["requests"]] == [
        ("object-marketing", ["2026-11-01", "2026-11-21"])
    ]
    text = call("report", "--kind", "changes", "--since", "2026-10-01").out
    assert LATE in text  # its time ran out on 6 October, though nothing happened
    assert "reply sent" not in text
    table = call("report", "--kind", "changes", "--since", "2026-10-10", "--format", "csv").out.lstrip("\ufeff")
    rows = [row for row in csv.DictReader(io.StringIO(table)) if row["what"] == "request"]
    assert [row["date"] for row in rows] == ["2026-11-01", "2026-11-21"]


@pytest.mark.usefixtures("late")
def test_the_portfolio_counts_what_is_open_and_late_and_lists_it(call: Call, asked: str) -> None:
    tree = call("report", "--kind", "portfolio", "--format", "json").json
    assert [(one["requests"], one["overdue"]) for one in tree["holdings"]] == [(3, 1)]
    assert (tree["requests"][0]["request"], tree["requests"][0]["client"]) == (asked, "default")
    text = call("report", "--kind", "portfolio").out
    assert "3 open, 1 overdue" in text
    assert f"| {asked} | objection to AI training, Art. 21(1) | " in text
    assert f"| {LATE} | 6 October 2026 |" in text


@pytest.mark.usefixtures("late")
def test_the_page_for_a_board_says_how_many_requests_are_open_and_late(call: Call, asked: str) -> None:
    call("policy", "init")
    assert "- Requests: 3 open, 1 overdue\n" in call("report", "--kind", "board").out


def test_without_a_request_no_report_speaks_of_one(call: Call, account: str) -> None:
    call("policy", "init")
    for kind in ("day", "changes", "portfolio", "board"):
        assert "Requests" not in call("report", "--kind", kind).out
