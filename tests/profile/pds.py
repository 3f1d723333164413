"""A stub of an AT Protocol PDS: it answers the few methods that the program calls.

It also stands in for the resolver and the directory. `tests/trials/atproto.py` tests against a real server.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from consentui.profile.atproto import Network

DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
HANDLE = "marie.example"
APP_PASSWORD = "abcd-efgh-ijkl-mnop"
MAIN_PASSWORD = "correct horse battery staple"
_SCOPES = {APP_PASSWORD: "com.atproto.appPass", MAIN_PASSWORD: "com.atproto.access"}


def cid_of(record: Any) -> str:
    """The CID of a record; a real server hashes another encoding of it."""
    return "bafy" + sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:40]


def token(scope: str) -> str:
    """An unsigned token with this scope."""
    payload = base64.urlsafe_b64encode(json.dumps({"scope": scope, "sub": DID}).encode()).decode().rstrip("=")
    return f"e30.{payload}.c2ln"


class Pds(BaseHTTPRequestHandler):
    """The resolver, the directory and the PDS in one."""

    records: ClassVar[dict[str, Any]] = {}
    also_known_as: ClassVar[list[str]] = []
    called: ClassVar[list[str]] = []
    """The methods called by POST, in order."""
    between: ClassVar[dict[str, Any]] = {}
    """The records that somebody else writes just before a record is put."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        server = {"id": "#atproto_pds", "serviceEndpoint": f"http://{self.headers['Host']}"}
        if parts.path.endswith("resolveHandle"):
            known = asked["handle"] == HANDLE
            self._answer(200 if known else 400, {"did": DID} if known else {"error": "InvalidRequest"})
        elif parts.path == f"/{DID}":
            self._answer(200, {"id": DID, "alsoKnownAs": self.also_known_as, "service": [server]})
        elif asked.get("collection") in self.records:
            record = self.records[asked["collection"]]
            found = {"uri": "at://…", "cid": cid_of(record), "value": record}
            self._answer(200, found) if record else self._answer(502, {})
        else:
            self._answer(400, {"error": "RecordNotFound", "message": "Could not locate record"})

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = json.loads(content) if content else {}
        method = urlsplit(self.path).path.removeprefix("/xrpc/com.atproto.")
        self.called.append(method)
        if method == "server.createSession":
            self._sign_in(body)
        elif method in {"repo.putRecord", "repo.deleteRecord"}:
            self._put(body)
        else:
            is_refresh = self.headers["Authorization"] == f"Bearer {token('com.atproto.refresh')}"
            self._answer(200 if is_refresh else 401, {})

    def _sign_in(self, body: dict[str, str]) -> None:
        scope = _SCOPES.get(body["password"])
        if body["identifier"] != DID or scope is None:
            self._answer(401, {"error": "AuthenticationRequired", "message": "Invalid identifier or password"})
            return
        self._answer(200, {"did": DID, "accessJwt": token(scope), "refreshJwt": token("com.atproto.refresh")})

    def _put(self, body: dict[str, Any]) -> None:
        self.records.update(self.between)
        there = self.records.get(body["collection"])
        if self.headers["Authorization"] != f"Bearer {token('com.atproto.appPass')}":
            self._answer(401, {"error": "AuthMissing"})
        elif body["swapRecord"] != (cid_of(there) if there else None):
            self._answer(400, {"error": "InvalidSwap", "message": "Record was at another state"})
        elif record := body.get("record"):
            self.records[body["collection"]] = record
            self._answer(200, {"uri": "at://…", "cid": cid_of(record)})
        else:
            self.records.pop(body["collection"], None)
            self._answer(200, {})

    def _answer(self, status: int, value: Any) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library’s signature
        pass


@contextmanager
def running_pds() -> Iterator[Network]:
    """Run the stub without records, and give the network that leads to it."""
    Pds.records, Pds.called, Pds.between = {}, [], {}
    Pds.also_known_as = [f"at://{HANDLE}"]
    with ThreadingHTTPServer(("127.0.0.1", 0), Pds) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{running.server_port}"
        yield Network(address, address, own_server=True)
        running.shutdown()
