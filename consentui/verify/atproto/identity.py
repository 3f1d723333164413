"""Who an account is on atproto: its handle, its DID, and the server that has its records."""

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
    """What a DID document says."""

    server: str
    """The address of the server that has the records: `https://pds.example`."""
    handles: tuple[str, ...]


def handle_in(word: str) -> str | None:
    """The handle that a person typed (`@marie.example`, `at://…`), None for what is none."""
    handle = word.strip().removeprefix("at://").removeprefix("@").casefold()
    return handle if _HANDLE.fullmatch(handle) else None


def did_in(word: str) -> str | None:
    """The DID that a text is, of one of the two kinds that atproto knows; None for what is none."""
    did = word.strip().removeprefix("at://")
    host = did.removeprefix(_WEB)
    return did if _PLC.fullmatch(did) or (did.startswith(_WEB) and _HANDLE.fullmatch(host)) else None


def document_address(did: str, directory: str) -> str:
    """Where the document of a DID is: in the directory, or for `did:web` on the host that it names."""
    host = did.removeprefix(_WEB)
    return f"https://{host}/.well-known/did.json" if did.startswith(_WEB) else f"{directory}/{did}"


def did_of_answer(content: bytes) -> str | None:
    """The DID that `com.atproto.identity.resolveHandle` answers with."""
    did = member(json_of(content), "did")
    return did_in(did) if isinstance(did, str) else None


def document_of(content: bytes, did: str) -> DidDocument | None:
    """The document of a DID, None where it is of another or names no server."""
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
    """What JSON holds, None where it is none."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def member(value: Any, key: str) -> Any:
    """A member of a JSON object, None where there is none or the value is no object."""
    return value.get(key) if isinstance(value, dict) else None


def elements(value: Any, key: str) -> list[Any]:
    """A list in a JSON object, empty where there is none."""
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
