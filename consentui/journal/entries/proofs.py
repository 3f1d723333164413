"""Entries about the files that show something, and about the signatures of mails."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from consentui.journal.entries.dated import Dated
from consentui.journal.entries.vocabulary import END, AccountId, EntryId, RequestId, Sha256
from consentui.journal.mail_verdicts import MailVerdict


class Attached(Dated, frozen=True, kw_only=True):
    """A file that shows something, kept in the profile's folder under its hash; `name` is what it was called."""

    file: Annotated[str, Meta(pattern=r"^proofs/[0-9a-f]{64}(\.[0-9a-z]{1,8})?" + END)]
    sha256: Sha256
    size: Annotated[int, Meta(ge=0)]
    """In bytes."""
    name: str
    type: Annotated[str, Meta(pattern=r"^[a-z]+/[0-9a-z.+-]+" + END)]
    """The media type that the content has, whatever the name says."""
    note: str = ""


class ProofAdded(Attached, frozen=True, tag="proof-added"):
    """A file that shows something about a control."""

    account: AccountId
    control: str


class RequestProof(Attached, frozen=True, tag="request-proof"):
    """A file that shows something about a request."""

    request: RequestId
    opening: EntryId | None = None
    """As in `OfRequest`."""


class MailChecked(Dated, frozen=True, tag="mail-checked"):
    """What the signature of an attached mail came to, held against the key that the DNS gave then.

    `key` is the SHA-256 of the file in which that answer is kept, attached beside the mail; none where there was none.
    """

    mail: Sha256
    verdict: MailVerdict
    domain: str
    question: str
    """The name that the DNS was asked for."""
    key: Sha256 | Literal[""] = ""
