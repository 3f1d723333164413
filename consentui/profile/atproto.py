"""Fetching the public records of an account on atproto: who it is, where its records are, what they say.

There is no login, and nothing is written. Each request goes to one host, which can be named to the person beforehand.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from msgspec import Struct

from consentui.errors import ConsentuiError, NetworkError, UsageError
from consentui.i18n import _
from consentui.profile import fetching
from consentui.profile.asking import Asking, Question
from consentui.profile.fetching import host_of
from consentui.text import clean_line
from consentui.verify.atproto.identity import (
    DidDocument,
    did_in,
    did_of_answer,
    document_address,
    document_of,
    handle_in,
)
from consentui.verify.atproto.records import COLLECTIONS, Collection, Record, record_of

MOST_BYTES: Final = 256 * 1024
SECONDS_EACH: Final = 20.0
_FOUND = 200


class Network(Struct, frozen=True):
    """The hosts that are asked about accounts."""

    resolver: str = "https://public.api.bsky.app"
    """The address of the host that tells which DID a handle has."""
    directory: str = "https://plc.directory"
    """The address of the host that has the documents of `did:plc` DIDs."""
    own_server: bool = False
    """For tests: see `fetching.fetch`."""

    def did_of(self, handle: str) -> str:
        """The DID of a handle; raises NetworkError if nobody has the handle or no answer comes."""
        answer = self._get(f"{self.resolver}/xrpc/com.atproto.identity.resolveHandle?handle={quote(handle)}")
        did = did_of_answer(answer.content) if answer.status == _FOUND else None
        if did is None:
            raise NetworkError(_("No account was found for {handle}.").format(handle=handle))
        return did

    def document_at(self, did: str) -> str:
        """The address of a DID's document."""
        return document_address(did, self.directory)

    def document(self, did: str, handle: str | None = None) -> DidDocument:
        """The document of a DID, which says where its records are.

        Raises NetworkError if it cannot be had, or if it does not list the given handle.
        """
        answer = self._get(self.document_at(did))
        found = document_of(answer.content, did) if answer.status == _FOUND else None
        if found is None:
            raise NetworkError(_("Could not find out where the records of {did} are.").format(did=did))
        if handle and handle not in found.handles:
            raise NetworkError(
                _("{did} does not call itself {handle}.").format(did=did, handle=handle),
                _("It calls itself {names}.").format(names=clean_line(", ".join(found.handles)) or "–"),
            )
        return found

    def records(self, server: str, did: str) -> dict[Collection, Record]:
        """The record that the server has in each collection; one that cannot be had does not stop the others."""
        return {collection: self.record(server, did, collection) for collection in COLLECTIONS}

    def record(self, server: str, did: str, collection: Collection) -> Record:
        """The record that the server has in a collection; `unknown`, with the reason, if it cannot be had."""
        query = f"repo={quote(did)}&collection={collection}&rkey=self"
        try:
            answer = self._get(f"{server}/xrpc/com.atproto.repo.getRecord?{query}")
        except ConsentuiError as error:
            return Record("unknown", why=" ".join(filter(None, (error.title, error.detail))))
        found = record_of(answer.status, answer.content)
        if found.state == "unknown":
            return Record("unknown", why=_("the host answered with {status}").format(status=answer.status))
        return found

    def _get(self, url: str) -> fetching.Answer:
        return fetching.fetch(url, MOST_BYTES, own_server=self.own_server, within=SECONDS_EACH)

    def found(self, name: str) -> Asking[tuple[str, DidDocument]]:
        """The DID of an account given by handle or DID, and its document; each host is named before it is asked.

        Raises UsageError if the name is neither a handle nor a DID, and NetworkError as `did_of` and `document` do.
        """
        handle, did = handle_or_did(name)
        directory = host_of(self.directory)
        if handle:
            resolver = host_of(self.resolver)
            text = _("{host} will be asked which account {handle} is, and {directory} where its records are.")
            yield Question((resolver, directory), text.format(host=resolver, handle=handle, directory=directory))
            did = self.did_of(handle)
        assert did is not None
        host = host_of(self.document_at(did))
        if handle is None or host != directory:
            text = _("{host} will be asked where the records of {did} are.")
            yield Question((host,), text.format(host=host, did=did))
        document = self.document(did, handle)
        server = host_of(document.server)
        yield Question((server,), _("{host} will be asked for the records of {did}.").format(host=server, did=did))
        return did, document


def handle_or_did(word: str) -> tuple[str | None, str | None]:
    """The handle or the DID that a person typed, the other being None; raises UsageError if it is neither."""
    did, handle = did_in(word), handle_in(word)
    if did is None and handle is None:
        raise UsageError(
            _("“{word}” is neither a handle nor a DID.").format(word=clean_line(word)[:100]),
            way_out=_("Write it like marie.bsky.social."),
        )
    return (None, did) if did else (handle, None)
