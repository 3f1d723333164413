"""An issue that asks to be left out of The Stack, as GitHub's API gives it; the answers are stubs."""

from __future__ import annotations

import json

import pytest

from consentui.verify.public.bigcode import author_and_number, issue_path, observation_of_issue
from consentui.verify.public.observations import Reserve

ADDRESS = "https://api.github.com/repos/bigcode-project/opt-out-v2/issues/123"


def issue(state: str, author: str = "Marie") -> bytes:
    return json.dumps({"number": 123, "state": state, "user": {"login": author}, "body": "I want to opt out"}).encode()


def test_a_closed_issue_is_told_as_closed_and_an_open_one_waits() -> None:
    closed, still_open = (observation_of_issue(ADDRESS, "marie", issue(state)) for state in ("closed", "open"))
    assert closed
    assert still_open
    assert (closed.says, closed.reserve) == ("closed", None)
    assert (still_open.says, still_open.reserve) == ("open", Reserve.STILL_OPEN)


@pytest.mark.parametrize("content", [issue("closed", "another"), b"", b"[]", b'{"message":"Not Found"}'])
def test_what_is_not_their_issue_is_nothing(content: bytes) -> None:
    assert observation_of_issue(ADDRESS, "marie", content) is None


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("marie#123", ("marie", 123)),
        ("@marie#123", ("marie", 123)),
        ("#123", ("", 123)),
        ("123", ("", 123)),
        ("https://github.com/bigcode-project/opt-out-v2/issues/123", ("", 123)),
        ("https://github.com/another/one/issues/123", None),
        ("marie", None),
        ("marie#", None),
    ],
)
def test_a_name_says_which_issue_is_meant(word: str, found: tuple[str, int] | None) -> None:
    assert author_and_number(word) == found


def test_one_project_alone_is_asked_about() -> None:
    assert issue_path(7) == "/repos/bigcode-project/opt-out-v2/issues/7"
