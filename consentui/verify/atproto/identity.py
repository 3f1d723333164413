"""The identity of an account on atproto: its handle, its DID, and the server that holds its records."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

_HANDLE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
_PLC = re.compile(r"did:plc:[a-z2-7]{24}")
_WEB = "did:web:"
_SERVICE = "#atproto_pds"


class DidDocument(Struct, frozen=True):
    """The parts of a DID document that are needed here."""

    server: str
    """The address of the server that holds the records: `https://pds.example`."""
    handles: tuple[str, ...]
    """The other names of the account, in lower case and without `at://`."""


def handle_in(word: str) -> str | None:
    """The handle that a person typed (`@marie.example`, `at://…`), in lower case; None if it is not one."""
    handle = word.strip().removeprefix("at://").removeprefix("@").casefold()
    return handle if _HANDLE.fullmatch(handle) else None


def did_in(word: str) -> str | None:
    """The DID in a text, of one of the two methods that atproto supports (`plc`, `web`); None if it is not one."""
    did = word.strip().removeprefix("at://")
    host = did.removeprefix(_WEB)
    return did if _PLC.fullmatch(did) or (did.startswith(_WEB) and _HANDLE.fullmatch(host)) else None


def document_address(did: str, directory: str) -> str:
    """The address of a DID's document: in the directory or, for `did:web`, on the host that the DID names."""
    host = did.removeprefix(_WEB)
    return f"https://{host}/.well-known/did.json" if did.startswith(_WEB) else f"{directory}/{did}"


def did_of_answer(content: bytes) -> str | None:
    """The DID in an answer of `com.atproto.identity.resolveHandle`; None if it has none."""
    did = member(json_of(content), "did")
    return did_in(did) if isinstance(did, str) else None


def document_of(content: bytes, did: str) -> DidDocument | None:
    """The document of a DID; None if it is about another DID or names no server."""
    value = json_of(content)
    if member(value, "id") != did:
        return None
    endpoint = next(
        (member(one, "serviceEndpoint") for one in elements(value, "service") if _is_server(one, did)), None
    )
    server = _origin(endpoint) if isinstance(endpoint, str) else None
    names = (one.removeprefix("at://").casefold() for one in elements(value, "alsoKnownAs") if isinstance(one, str))
    return DidDocument(server, tuple(names)) if server else None


def json_of(content: bytes) -> Any:
    """The value of a JSON text; None if it is not JSON."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def member(value: Any, key: str) -> Any:
    """The value of a key in a JSON object; None if there is none or `value` is not an object."""
    return value.get(key) if isinstance(value, dict) else None


def elements(value: Any, key: str) -> list[Any]:
    """The list under a key of a JSON object; empty if there is none."""
    found = member(value, key)
    return found if isinstance(found, list) else []


def _is_server(service: Any, did: str) -> bool:
    return member(service, "id") in {_SERVICE, f"{did}{_SERVICE}"}


def _origin(address: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    is_bare = parts.hostname and parts.username is None and parts.path in {"", "/"}
    return f"{parts.scheme}://{parts.netloc}" if is_bare and parts.scheme in {"https", "http"} else None
