"""Entries about attached files that serve as proof, and about the signatures of mails."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from consentui.journal.entries.dated import Dated
from consentui.journal.entries.vocabulary import END, AccountId, EntryId, RequestId, Sha256
from consentui.journal.mail_verdicts import MailVerdict


class Attached(Dated, frozen=True, kw_only=True):
    """A file attached as proof, kept in the profile's folder under its hash; `name` is its original file name."""

    file: Annotated[str, Meta(pattern=r"^proofs/[0-9a-f]{64}(\.[0-9a-z]{1,8})?" + END)]
    sha256: Sha256
    size: Annotated[int, Meta(ge=0)]
    """In bytes."""
    name: str
    type: Annotated[str, Meta(pattern=r"^[a-z]+/[0-9a-z.+-]+" + END)]
    """The media type told from the content, whatever the name says."""
    note: str = ""


class ProofAdded(Attached, frozen=True, tag="proof-added"):
    """A proof about a control was attached."""

    account: AccountId
    control: str


class RequestProof(Attached, frozen=True, tag="request-proof"):
    """A proof about a request was attached."""

    request: RequestId
    opening: EntryId | None = None
    """As in `OfRequest`."""


class MailChecked(Dated, frozen=True, tag="mail-checked"):
    """The signature of an attached mail was checked against the key that the DNS gave at the time.

    `key` is the SHA-256 of the attached file that holds the answer of the DNS; empty if there was none.
    """

    mail: Sha256
    verdict: MailVerdict
    domain: str
    question: str
    """The name that the DNS was asked about."""
    key: Sha256 | Literal[""] = ""
