"""The identity of an account, and the server that has its records."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentui.verify.atproto.identity import (
    DidDocument,
    did_in,
    did_of_answer,
    document_address,
    document_of,
    handle_in,
)

DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
SERVER = "https://pds.example"


def document(**changes: Any) -> bytes:
    service = {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": SERVER}
    return json.dumps({"id": DID, "alsoKnownAs": ["at://Marie.example"], "service": [service], **changes}).encode()


@pytest.mark.parametrize(
    ("word", "handle"),
    [
        ("marie.bsky.social", "marie.bsky.social"),
        (" @Marie.Example ", "marie.example"),
        ("at://marie.example", "marie.example"),
        ("marie", None),
        ("marie.example/x", None),
        ("https://bsky.app", None),
        ("127.0.0.1", None),
        ("marie.example:8080", None),
        ("", None),
    ],
)
def test_a_handle_is_a_host(word: str, handle: str | None) -> None:
    assert handle_in(word) == handle


@pytest.mark.parametrize(
    ("word", "did"),
    [
        (DID, DID),
        (f"at://{DID}", DID),
        ("did:web:marie.example", "did:web:marie.example"),
        ("did:web:marie.example:8080", None),
        ("did:web:127.0.0.1", None),
        ("did:plc:short", None),
        ("did:key:z6Mk", None),
    ],
)
def test_a_did_is_of_one_of_two_kinds(word: str, did: str | None) -> None:
    assert did_in(word) == did


def test_a_document_is_in_the_directory_or_on_the_host_itself() -> None:
    assert document_address(DID, "https://plc.directory") == f"https://plc.directory/{DID}"
    assert document_address("did:web:marie.example", "https://x") == "https://marie.example/.well-known/did.json"


def test_a_document_names_the_server_and_the_handles() -> None:
    assert document_of(document(), DID) == DidDocument(SERVER, ("marie.example",))


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"},
        {"service": []},
        {"service": [{"id": "#other", "serviceEndpoint": SERVER}]},
        {"service": [{"id": "#atproto_pds", "serviceEndpoint": "file:///etc"}]},
        {"service": [{"id": "#atproto_pds", "serviceEndpoint": "https://me@pds.example"}]},
        {"service": [{"id": "#atproto_pds", "serviceEndpoint": "https://pds.example/path"}]},
        {"service": [{"id": "#atproto_pds", "serviceEndpoint": 3}]},
    ],
)
def test_a_document_of_another_or_without_a_server_is_none(changes: dict[str, Any]) -> None:
    assert document_of(document(**changes), DID) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from([DID, SERVER, "#atproto_pds"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "did", "service", "alsoKnownAs", "serviceEndpoint"]) | st.text(max_size=3), inner
        )
    ),
    max_leaves=10,
)


@given(content=st.binary(max_size=60) | json_values.map(lambda value: json.dumps(value).encode()))
def test_any_answer_is_read_or_left(content: bytes) -> None:
    assert did_of_answer(content) in {None, DID}
    found = document_of(content, DID)
    assert found is None or found.server == SERVER
