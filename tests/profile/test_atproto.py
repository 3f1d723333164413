"""The public records of an account, asked of a stub: it answers as the servers of atproto do, in their own words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest

from consentui.errors import NetworkError, UsageError
from consentui.profile.atproto import Network, handle_or_did
from consentui.verify.atproto.records import COLLECTIONS, Record

DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
PROFILE, VISIBILITY, AI, INTENTS = COLLECTIONS


class Stub(BaseHTTPRequestHandler):
    """Resolver, directory and server of records in one."""

    records: ClassVar[dict[str, Any]] = {}
    also_known_as: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        server = {"id": "#atproto_pds", "serviceEndpoint": f"http://{self.headers['Host']}"}
        if parts.path.endswith("resolveHandle"):
            known = asked["handle"] == "marie.example"
            self._answer(200 if known else 400, {"did": DID} if known else {"error": "InvalidRequest"})
        elif parts.path == f"/{DID}":
            self._answer(200, {"id": DID, "alsoKnownAs": self.also_known_as, "service": [server]})
        elif asked.get("collection") in self.records:
            record = self.records[asked["collection"]]
            self._answer(200, {"uri": "at://…", "value": record}) if record else self._answer(502, {})
        else:
            self._answer(400, {"error": "RecordNotFound", "message": "Could not locate record"})

    def _answer(self, status: int, value: Any) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library’s signature
        pass


@pytest.fixture
def network() -> Iterator[Network]:
    Stub.records, Stub.also_known_as = {}, ["at://marie.example"]
    with ThreadingHTTPServer(("127.0.0.1", 0), Stub) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{running.server_port}"
        yield Network(address, address, own_server=True)
        running.shutdown()


def test_a_handle_leads_to_its_records(network: Network) -> None:
    Stub.records = {AI: {"preferences": {"training": {"allow": False}}}}
    did = network.did_of("marie.example")
    document = network.document(did, "marie.example")
    found = network.records(document.server, did)
    assert (found[AI].state, found[AI].value) == ("there", Stub.records[AI])
    assert found[PROFILE].state == "missing"
    assert len({found[AI].sha256, found[PROFILE].sha256, ""}) == 3


def test_a_record_that_cannot_be_had_changes_nothing_else(network: Network) -> None:
    Stub.records = {VISIBILITY: None}
    found = network.records(network.resolver, DID)
    assert found[VISIBILITY] == Record("unknown", why="the host answered with 502")
    assert found[AI].state == "missing"


def test_a_server_in_the_clear_is_not_asked(network: Network) -> None:
    found = Network().records(network.resolver, DID)
    assert {one.state for one in found.values()} == {"unknown"}
    assert "https://" in found[AI].why


def test_a_handle_that_nobody_has_is_a_named_failure(network: Network) -> None:
    with pytest.raises(NetworkError, match=r"No account is known as nobody\.example"):
        network.did_of("nobody.example")


def test_an_account_that_calls_itself_otherwise_is_not_taken_for_it(network: Network) -> None:
    Stub.also_known_as = ["at://other.example"]
    with pytest.raises(NetworkError, match="does not call itself") as error:
        network.document(DID, "marie.example")
    assert error.value.detail == "It calls itself other.example."
    assert network.document(DID).handles == ("other.example",)


def test_a_did_without_a_document_is_a_named_failure(network: Network) -> None:
    with pytest.raises(NetworkError, match="could not be found out"):
        network.document("did:plc:aaaaaaaaaaaaaaaaaaaaaaaa")


def test_what_is_neither_a_handle_nor_a_did_is_refused() -> None:
    assert handle_or_did("@marie.example") == ("marie.example", None)
    assert handle_or_did(DID) == (None, DID)
    with pytest.raises(UsageError, match="no handle and no DID"):
        handle_or_did("marie")
