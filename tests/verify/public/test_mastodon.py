"""What a Mastodon-compatible server says about an account.

The answers are stubs: what a Mastodon 4.0 answered to `accounts/lookup`, as recorded by Mastodon.py
(tests/cassettes/test_account_lookup.yaml), shortened; and the same with the keys that its documentation adds for 4.3.
"""

from __future__ import annotations

import json

import pytest

from consentui.verify.public.mastodon import lookup_path, name_and_host, observations_of_account
from consentui.verify.public.observations import Reserve

ADDRESS = "https://example.social/api/v1/accounts/lookup?acct=mastodonpy_test"
OF_4_0 = (
    b'{"id":"109440137734600341","username":"mastodonpy_test","acct":"mastodonpy_test","display_name":"John Lennon",'
    b'"locked":true,"bot":false,"discoverable":null,"group":false,"created_at":"2022-12-01T00:00:00.000Z",'
    b'"note":"\\u003cp\\u003eI walk funny\\u003c/p\\u003e","url":"http://localhost:3000/@mastodonpy_test",'
    b'"followers_count":0,"following_count":0,"statuses_count":0,"last_status_at":"2022-12-01","noindex":false,'
    b'"emojis":[],"fields":[{"name":"bread","value":"toasty.","verified_at":null}]}'
)
OF_4_3 = json.dumps({**json.loads(OF_4_0), "discoverable": True, "indexable": False, "noindex": True}).encode()


def said(content: bytes) -> dict[str, tuple[str, Reserve | None]]:
    observations = observations_of_account(ADDRESS, "MastodonPy_test", content)
    assert observations is not None
    return {one.sign: (one.says, one.reserve) for one in observations}


def test_an_older_server_does_not_tell_everything_and_that_is_no_off() -> None:
    assert said(OF_4_0) == {
        "indexable": ("", Reserve.NOT_TOLD),
        "discoverable": ("null", None),
        "noindex": ("false", None),
    }


def test_a_newer_server_tells_all_three() -> None:
    assert said(OF_4_3) == {"indexable": ("false", None), "discoverable": ("true", None), "noindex": ("true", None)}


def test_a_value_of_another_kind_is_not_read() -> None:
    content = json.dumps({**json.loads(OF_4_0), "noindex": [1]}).encode()
    assert said(content)["noindex"] == ("[1]", Reserve.OTHER_SHAPE)


@pytest.mark.parametrize("content", [b"", b"[]", b"<html>", b'{"error":"Record not found"}', b'{"acct":"another"}'])
def test_what_is_not_of_the_account_is_nothing(content: bytes) -> None:
    assert observations_of_account(ADDRESS, "mastodonpy_test", content) is None


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("@marie@example.social", ("marie", "example.social")),
        ("marie.l@Example.social", ("marie.l", "example.social")),
        ("https://example.social/@marie", ("marie", "example.social")),
        ("https://example.social/@marie/1234", ("marie", "example.social")),
        ("@marie", None),
        ("marie.example", None),
        ("http://[/@x", None),
        ("@a@b/c", None),
    ],
)
def test_a_name_says_which_server_to_ask(word: str, found: tuple[str, str] | None) -> None:
    assert name_and_host(word) == found


def test_a_name_stays_a_name_in_what_is_asked() -> None:
    assert lookup_path("a&b") == "/api/v1/accounts/lookup?acct=a%26b"
