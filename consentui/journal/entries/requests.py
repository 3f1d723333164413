"""Entries about a request: opened, sent, received, answered, closed, taken to the authority."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from msgspec import Meta

from consentui.i18n import Language, _
from consentui.journal.entries.dated import Dated
from consentui.journal.entries.vocabulary import (
    END,
    REQUEST_PATTERN,
    AccountId,
    Answer,
    AuthorityAnswer,
    EntryId,
    LawOfRequest,
    Message,
    RequestId,
    RequestRight,
    Sha256,
    Surface,
)


class RequestOpened(Dated, frozen=True, tag="request-opened"):
    """A right that the person exercises with a controller, under one reference from beginning to end."""

    request: RequestId
    account: AccountId
    right: RequestRight
    controller: str
    language: Language
    control: str = ""


class OfRequest(Dated, frozen=True, kw_only=True):
    """What every entry about a request has but the one that opens it."""

    request: RequestId
    opening: EntryId | None = None
    """The id of the entry that opened the request: a reference may have been given by two copies of the journal."""


class RequestSent(OfRequest, frozen=True, tag="request-sent"):
    """A message that went out. Its text is frozen in a file of the profile's folder, named with its SHA-256.

    A request says whose law it rested on, where the person lived and who was written to: moving changes none of it.
    """

    on: date
    message: Message
    letter: str
    how: Surface
    to: str
    subject: str
    file: Annotated[str, Meta(pattern=rf"^requests/{REQUEST_PATTERN}/[0-9a-z][0-9a-z.-]*\.txt{END}")]
    sha256: Sha256
    proof: str = ""
    country: str = ""
    """Where the person lived (ISO 3166), with `region` where it has an authority for each."""
    region: str = ""
    law: LawOfRequest = ""
    company: str = ""
    """The legal name of the controller as it was written to, with `address` and `seat`: where it sits."""
    address: str = ""
    seat: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError where the text lies in another request's folder, whatever has told them apart since."""
        if _given(self.file.removeprefix("requests/").partition("/")[0]) != _given(self.request):
            raise ValueError(_("the file lies in the folder of another request"))


class RequestReceived(OfRequest, frozen=True, tag="request-received"):
    """The day the controller got the request: the time for the answer runs from it (GDPR Art. 12(3))."""

    on: date
    proof: str = ""


class RequestAnswered(OfRequest, frozen=True, tag="request-answered"):
    """Something the controller said, and what of it the person was asked; None where they were not, or passed."""

    on: date
    answer: Answer
    reasons: bool | None = None
    """Whether they gave reasons: for an extension, a refusal, a doubt about who writes."""
    confirmed: bool | None = None
    """Whether they confirmed that it was done: that the use stopped, that the data are erased."""
    authority_named: bool | None = None
    """Whether they said that one can complain to an authority, GDPR Art. 12(4)."""
    court_named: bool | None = None
    """Whether they said that one can go to court, GDPR Art. 12(4)."""
    open: tuple[str, ...] = ()
    """The points that remain open, in the person's words."""
    left_out: tuple[str, ...] = ()
    """The accounts that were left out: by id where they are followed, else in the person's words."""
    said: str = ""
    """What they said, in words that letters may use; the note is the person's own."""
    language: str = ""
    """The language they answered in, in the person's words, where it is not that of the request."""
    note: str = ""
    proof: str = ""


class RequestClosed(OfRequest, frozen=True, tag="request-closed"):
    """The end: the person is satisfied, or lets it rest."""

    on: date
    satisfied: bool
    note: str = ""


class RequestChecked(OfRequest, frozen=True, tag="request-checked"):
    """The person looked whether what was granted holds."""

    on: date
    holds: bool
    note: str = ""
    proof: str = ""


class RequestReopened(OfRequest, frozen=True, tag="request-reopened"):
    """A request that was closed goes on."""

    on: date
    note: str = ""


class AuthorityAnswered(OfRequest, frozen=True, tag="authority-answered"):
    """Something that became of a complaint; `case_number` is the authority's own, once it is known."""

    on: date
    answer: AuthorityAnswer
    case_number: str = ""
    said: str = ""
    """What it said, in words that letters may use; the note is the person's own."""
    note: str = ""
    proof: str = ""


def _given(reference: str) -> Sequence[str]:
    return reference.split("-")[:3]
