"""The types of the keys in entries: the forms of ids and references, and the words that each key allows."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from consentui.storage.form import FORM

END = r"(?![\s\S])"
"""The very end of a text; `$` would also match before a final newline."""

ID_FORM = r"^[0-7][0-9A-HJKMNP-TV-Z]{25}" + END
ACCOUNT_FORM = r"^[a-z0-9]+(-[a-z0-9]+)*" + END

EntryId = Annotated[str, Meta(extra={FORM: ID_FORM})]
"""A ULID: 26 characters that sort by time. Its form is checked by `journal.forms`."""

AccountId = Annotated[str, Meta(extra={FORM: ACCOUNT_FORM})]
"""The platform's id and four characters: `x-7k3f`. Its form is checked by `journal.forms`."""

REQUEST_PATTERN = "CU-[0-9]{4}-[0-9]{3,18}(-[0-9A-HJKMNP-TV-Z]{4,26})?"

RequestId = Annotated[str, Meta(pattern=f"^{REQUEST_PATTERN}{END}")]
"""The reference quoted in every message of a request: `CU-2026-004`.

If two copies of a journal gave the same one, the end of the id of each opening entry is added: `CU-2026-004-7K3F`.
"""

RequestRight = Literal["object-training", "object-marketing", "withdraw-consent", "erase", "access"]

Message = Literal["request", "reminder", "reply", "controller-complaint", "complaint", "authority-letter"]
"""The part that a letter plays: a `controller-complaint` goes to the company before the authority accepts one (UK), an
`authority-letter` to the authority once it has the complaint."""

Answer = Literal[
    "acknowledged",
    "identity-asked",
    "identity-given",
    "clarification-asked",
    "clarified",
    "signature-asked",
    "signature-given",
    "fee-asked",
    "fee-paid",
    "extended",
    "granted",
    "partly",
    "refused",
    "canned",
    "public-data",
    "model-contains-none",
    "holds-nothing",
    "cannot-identify",
    "not-controller",
    "wrong-channel",
    "other-language",
    "not-delivered",
]
"""What became of a request; `…-given`, `clarified` and `fee-paid` are the person's own steps. `not-delivered` means
that the last message before it bounced, was returned, or was refused by a form."""

AuthorityAnswer = Literal[
    "acknowledged",
    "asks-more",
    "more-given",
    "inadmissible",
    "transferred",
    "settlement-proposed",
    "settlement-refused",
    "informed",
    "decided",
]
"""What became of a complaint; `more-given` and `settlement-refused` are the person's own steps."""

LawOfRequest = Literal["", "eu", "uk", "ch", "us-ca", "br", "none"]
"""Whose law a request rests on: empty if it was not recorded, `none` if no known law sets a deadline for it."""

Moment = Annotated[datetime, Meta(tz=True)]

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}" + END)]

AccountType = Literal["personal", "business", "creator", "work", "admin", "education", "publisher"]

Surface = Literal["web", "ios", "android", "desktop", "device", "form", "email", "post"]
