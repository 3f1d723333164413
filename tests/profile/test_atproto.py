"""The public records of an account, asked of a stub that answers in the words of AT Protocol servers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from consentui.errors import NetworkError, UsageError
from consentui.profile.atproto import Network, handle_or_did
from consentui.verify.atproto.records import COLLECTIONS, Record
from tests.profile.pds import DID, Pds, running_pds

PROFILE, VISIBILITY, AI, INTENTS = COLLECTIONS


@pytest.fixture
def network() -> Iterator[Network]:
    with running_pds() as network:
        yield network


def test_a_handle_leads_to_its_records(network: Network) -> None:
    Pds.records = {AI: {"preferences": {"training": {"allow": False}}}}
    did = network.did_of("marie.example")
    document = network.document(did, "marie.example")
    found = network.records(document.server, did)
    assert (found[AI].state, found[AI].value) == ("there", Pds.records[AI])
    assert found[PROFILE].state == "missing"
    assert len({found[AI].sha256, found[PROFILE].sha256, ""}) == 3


def test_a_record_that_cannot_be_had_changes_nothing_else(network: Network) -> None:
    Pds.records = {VISIBILITY: None}
    found = network.records(network.resolver, DID)
    assert found[VISIBILITY] == Record("unknown", why="the host answered with 502")
    assert found[AI].state == "missing"


def test_a_server_in_the_clear_is_not_asked(network: Network) -> None:
    found = Network().records(network.resolver, DID)
    assert {one.state for one in found.values()} == {"unknown"}
    assert "https://" in found[AI].why


def test_a_handle_that_nobody_has_is_a_named_failure(network: Network) -> None:
    with pytest.raises(NetworkError, match=r"No account was found for nobody\.example"):
        network.did_of("nobody.example")


def test_an_account_that_calls_itself_otherwise_is_not_taken_for_it(network: Network) -> None:
    Pds.also_known_as = ["at://other.example"]
    with pytest.raises(NetworkError, match="does not call itself") as error:
        network.document(DID, "marie.example")
    assert error.value.detail == "It calls itself other.example."
    assert network.document(DID).handles == ("other.example",)


def test_a_did_without_a_document_is_a_named_failure(network: Network) -> None:
    with pytest.raises(NetworkError, match="Could not find out"):
        network.document("did:plc:aaaaaaaaaaaaaaaaaaaaaaaa")


def test_what_is_neither_a_handle_nor_a_did_is_refused() -> None:
    assert handle_or_did("@marie.example") == ("marie.example", None)
    assert handle_or_did(DID) == (None, DID)
    with pytest.raises(UsageError, match="neither a handle nor a DID"):
        handle_or_did("marie")
