"""`consentui request reply`, `authority`, `check` and `reopen`."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from consentui.journal.entries import Answer, AuthorityAnswer
from tests.cli.conftest import Call


@pytest.fixture
def reference(call: Call, monkeypatch: pytest.MonkeyPatch) -> str:
    """A sent objection to Meta, from France, about one of two accounts."""
    monkeypatch.setenv("CONSENTUI_NOW", "2027-01-31T12:00:00+00:00")
    call("config", "set", "country", "FR")
    account = call("account", "add", "facebook", "--handle", "marie.l").out.strip()
    call("account", "add", "instagram", "--handle", "marie_l")
    call("identity", "set", "--name", "Marie Lefèvre", "--address", "12 rue des Lilas, 31000 Toulouse")
    found = call("request", "draft", account).out.strip()
    call("request", "sent", found)
    return found


def last(call: Call, reference: str) -> dict[str, Any]:
    """The last entry about the request, without the fields that every entry has."""
    entry: dict[str, Any] = call("request", "show", reference, "--json").json["entries"][-1]
    return {
        name: value for name, value in entry.items() if name not in {"at", "id", "request", "opening", "on", "what"}
    }


@pytest.mark.parametrize("answer", get_args(Answer))
def test_every_answer_can_be_written_down_without_a_word_more(call: Call, reference: str, answer: str) -> None:
    assert call("request", "reply", reference, answer).code == 0
    assert last(call, reference) == {"answer": answer}


def test_what_was_asked_of_an_answer_is_kept(call: Call, reference: str) -> None:
    instagram = call("account", "list", "--json").json["accounts"][1]["id"]
    said = call(
        *("request", "reply", reference, "partly", "--no-reasons", "--not-confirmed", "--no-named-authority"),
        *("--named-court", "--open", "who gets my data", "--open", "since when"),
        *("--left-out", "@marie_l", "--left-out", "my page", "--said", "We did what we could."),
    )
    assert said.code == 0
    assert last(call, reference) == {
        "answer": "partly",
        "reasons": False,
        "confirmed": False,
        "authority_named": False,
        "court_named": True,
        "open": ["who gets my data", "since when"],
        "left_out": [instagram, "my page"],
        "said": "We did what we could.",
    }


def test_an_answer_may_come_in_another_language(call: Call, reference: str) -> None:
    call("request", "reply", reference, "other-language", "--in", "German")
    assert last(call, reference) == {"answer": "other-language", "language": "German"}


@pytest.mark.parametrize("answer", get_args(AuthorityAnswer))
def test_whatever_the_authority_says_can_be_written_down(call: Call, reference: str, answer: str) -> None:
    call("request", "sent", reference, "--letter", "complaint")
    assert call("request", "authority", reference, answer, "--number", "26-001", "--said", "We look into it.").code == 0
    assert last(call, reference) == {"answer": answer, "case_number": "26-001", "said": "We look into it."}


def test_an_authority_says_nothing_of_a_complaint_that_never_went_out(call: Call, reference: str) -> None:
    said = call("request", "authority", reference, "acknowledged")
    assert (said.code, said.out) == (2, "")
    assert f"No complaint about {reference} is recorded as sent." in said.err


@pytest.mark.parametrize("before", [(), ("refused",)])
def test_nothing_is_checked_of_which_nothing_was_granted(call: Call, reference: str, before: tuple[str, ...]) -> None:
    for answer in before:
        call("request", "reply", reference, answer)
    said = call("request", "check", reference, "--broken")
    assert (said.code, said.out) == (2, "")
    assert f"Nothing is recorded as granted for {reference}." in said.err
    assert len(call("request", "show", reference, "--json").json["entries"]) == 2 + len(before)


def test_what_was_granted_can_be_checked_and_a_closed_request_taken_up_again(call: Call, reference: str) -> None:
    call("request", "reply", reference, "granted")
    assert call("request", "check", reference, "--broken", "--found", "It is on", "--note", "Still there").code == 0
    assert last(call, reference) == {"holds": False, "found": "It is on", "note": "Still there"}
    assert call("request", "reopen", reference).code == 2
    call("request", "close", reference)
    assert call("request", "reopen", reference).code == 0
    assert call("request", "show", reference, "--json").json["status"] != "satisfied"
