"""`consentui verify atproto`: each host is named, and queried only if the person agrees."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from consentui.profile import fetching
from consentui.profile.fetching import Answer
from tests.cli.conftest import Call

DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
RECORDS: dict[str, Any] = {
    "app.bsky.actor.profile": {"labels": {"values": [{"val": "!no-unauthenticated"}]}},
    "community.lexicon.preference.ai": {"preferences": {"training": {"allow": False}}},
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The hosts that were queried, in order."""
    hosts: list[str] = []

    def answer(url: str, most: int, **_limits: object) -> Answer:
        parts = urlsplit(url)
        hosts.append(parts.netloc)
        collection = parse_qs(parts.query).get("collection", [""])[0]
        service = {"id": "#atproto_pds", "serviceEndpoint": "https://pds.example"}
        if parts.netloc == "public.api.bsky.app":
            return _answer(200, {"did": DID})
        if parts.netloc == "plc.directory":
            return _answer(200, {"id": DID, "alsoKnownAs": ["at://marie.example"], "service": [service]})
        if collection in RECORDS:
            return _answer(200, {"value": RECORDS[collection]})
        return _answer(400, {"error": "RecordNotFound"})

    monkeypatch.setattr(fetching, "fetch", answer)
    return hosts


def _answer(status: int, value: Any) -> Answer:
    return Answer(status, {}, json.dumps(value).encode())


def test_nobody_is_asked_without_a_yes(call: Call, asked: list[str]) -> None:
    said = call("verify", "atproto", "@marie.example", typed="n\n")
    assert "public.api.bsky.app will be asked which account marie.example is, and plc.directory where" in said.err
    assert "Nothing more was fetched." in said.err
    assert (said.code, said.out, asked) == (0, "", [])


def test_the_server_of_the_records_is_named_and_asked_about_too(call: Call, asked: list[str]) -> None:
    said = call("verify", "atproto", "marie.example", typed="y\nn\n")
    assert f"pds.example will be asked for the records of {DID}." in said.err
    assert (said.out, asked) == ("", ["public.api.bsky.app", "plc.directory"])


def test_the_records_say_what_the_account_wishes(call: Call, asked: list[str]) -> None:
    said = call("verify", "atproto", "marie.example", "--yes")
    assert said.code == 0
    assert said.rows == [
        ["hidden from logged-out visitors", "yes", "app.bsky.actor.profile"],
        ["kept out of recommendations", "no", "app.bsky.actor.contentVisibilityDeclaration"],
        ["AI: training", "refused", "community.lexicon.preference.ai"],
        ["AI: embeddings", "not declared", "community.lexicon.preference.ai"],
        ["AI: inference", "not declared", "community.lexicon.preference.ai"],
        ["AI: synthetic content", "not declared", "community.lexicon.preference.ai"],
        ["generative AI (Bluesky’s draft)", "not declared", "org.user-intents.declaration"],
    ]
    assert set(asked) == {"public.api.bsky.app", "plc.directory", "pds.example"}


def test_a_did_asks_nobody_who_it_is(call: Call, asked: list[str]) -> None:
    found = call("verify", "atproto", DID, "--yes", "--json").json
    assert "public.api.bsky.app" not in asked
    assert (found["did"], found["handles"], found["server"]) == (DID, ["marie.example"], "https://pds.example")
    assert found["declared"][2] == {
        "wish": "training",
        "said": "refused",
        "record": "community.lexicon.preference.ai",
        "control": "bluesky/ai-intent",
        "why": None,
    }
    for control in {one["control"] for one in found["declared"]}:
        assert call("kb", "show", control).code == 0


def test_a_did_on_a_host_of_its_own_names_that_host_first(call: Call, asked: list[str]) -> None:
    said = call("verify", "atproto", "did:web:marie.example", typed="n\n")
    assert said.err.startswith("marie.example will be asked where the records of did:web:marie.example are.")
    assert asked == []
