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
    """The person exercises a right with a controller, under one reference from beginning to end."""

    request: RequestId
    account: AccountId
    right: RequestRight
    controller: str
    language: Language
    control: str = ""


class OfRequest(Dated, frozen=True, kw_only=True):
    """What every entry about a request has, except the one that opens it."""

    request: RequestId
    opening: EntryId | None = None
    """The id of the entry that opened the request, since two copies of a journal may give the same reference."""


class RequestSent(OfRequest, frozen=True, tag="request-sent"):
    """A message was sent; its text is frozen in `file`, relative to the profile's folder, with its SHA-256.

    The entry keeps which law the request rested on, where the person lived and whom they wrote to, so that a later
    move changes none of it.
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
    """Where the person lived (ISO 3166), with `region` if each region has its own authority."""
    region: str = ""
    law: LawOfRequest = ""
    company: str = ""
    """The legal name of the controller when it was written to, with its `address` and `seat`."""
    address: str = ""
    seat: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError if `file` is in another request's folder; suffixes telling references apart are ignored."""
        if _given(self.file.removeprefix("requests/").partition("/")[0]) != _given(self.request):
            raise ValueError(_("the file is in the folder of another request"))


class RequestReceived(OfRequest, frozen=True, tag="request-received"):
    """The controller received the request on this day, from which the time for its answer runs (GDPR Art. 12(3))."""

    on: date
    proof: str = ""


class RequestAnswered(OfRequest, frozen=True, tag="request-answered"):
    """The controller answered, or the person responded; details are None if not asked for or left unanswered."""

    on: date
    answer: Answer
    reasons: bool | None = None
    """Whether the controller gave reasons for an extension, a refusal or a doubt about who is writing."""
    confirmed: bool | None = None
    """Whether the controller confirmed that it was done: the use has stopped, or the data are erased."""
    authority_named: bool | None = None
    """Whether the answer mentions the right to complain to an authority (GDPR Art. 12(4))."""
    court_named: bool | None = None
    """Whether the answer mentions the right to go to court (GDPR Art. 12(4))."""
    open: tuple[str, ...] = ()
    """The points that remain open, in the person's words."""
    left_out: tuple[str, ...] = ()
    """The accounts that the answer left out: by id if they are followed, else in the person's words."""
    said: str = ""
    """What the controller said, in words that letters may quote; `note` is for the person alone."""
    language: str = ""
    """The language of the answer, in the person's words, if it is not that of the request."""
    note: str = ""
    proof: str = ""


class RequestClosed(OfRequest, frozen=True, tag="request-closed"):
    """The request was closed: the person is satisfied, or lets the matter rest."""

    on: date
    satisfied: bool
    note: str = ""


class RequestChecked(OfRequest, frozen=True, tag="request-checked"):
    """The person checked whether the controller keeps to what it granted."""

    on: date
    holds: bool
    found: str = ""
    """What the person found, in words that letters may use."""
    note: str = ""
    proof: str = ""


class RequestReopened(OfRequest, frozen=True, tag="request-reopened"):
    """A closed request was taken up again."""

    on: date
    note: str = ""


class AuthorityAnswered(OfRequest, frozen=True, tag="authority-answered"):
    """The authority answered a complaint, or the person responded to it."""

    on: date
    answer: AuthorityAnswer
    case_number: str = ""
    """The authority's own number of the case; empty until it is known."""
    said: str = ""
    """What the authority said, in words that letters may quote; `note` is for the person alone."""
    note: str = ""
    proof: str = ""


def _given(reference: str) -> Sequence[str]:
    return reference.split("-")[:3]
