"""The dated facts that a journal holds, one type a kind.

A kind and its keys never change their meaning; a new need gets a new kind. What the entries add up to
is worked out in `fold`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, assert_never

from msgspec import Meta, Struct

from consentui.i18n import Language, _
from consentui.journal.mail_verdicts import MailVerdict

_END = r"(?![\s\S])"
"""Nothing comes after: `$` would let a line end follow."""

EntryId = Annotated[str, Meta(pattern=r"^[0-7][0-9A-HJKMNP-TV-Z]{25}" + _END)]
"""A ULID: 26 characters that sort by time."""

AccountId = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*" + _END)]
"""The platform's id and four characters: `x-7k3f`."""

_REQUEST = "CU-[0-9]{4}-[0-9]{3,18}(-[0-9A-HJKMNP-TV-Z]{4,26})?"

RequestId = Annotated[str, Meta(pattern=f"^{_REQUEST}{_END}")]
"""The reference that stands in every message of a request: `CU-2026-004`.

Those that two copies of the journal gave are told apart by the ends of the ids that opened them: `CU-2026-004-7K3F`.
"""

RequestRight = Literal["object-training", "object-marketing", "withdraw-consent", "erase", "access"]

Message = Literal["request", "reminder", "reply", "controller-complaint", "complaint"]
"""What part a letter plays; a `controller-complaint` goes to the company before the authority takes one (UK)."""

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
"""What became of a request; what was `given`, `clarified` or `paid` is the person's own step. `not-delivered` speaks
of the last message before it: bounced, returned, or a form that refused it."""

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
"""Whose law a request rests on: empty where it was not written down, `none` where no known law counts its time."""

Moment = Annotated[datetime, Meta(tz=True)]

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}" + _END)]

AccountType = Literal["personal", "business", "creator", "work", "admin", "education", "publisher"]

Surface = Literal["web", "ios", "android", "desktop", "device", "form", "email", "post"]


Effect = Literal["settles", "waits", "fails", "puts-off"]
"""What an outcome does to a control."""


class Outcome(StrEnum):
    """What happened when a person went to a control, and what that does to it."""

    SWITCHED_OFF = "switched-off"
    SWITCHED_ON = "switched-on"
    CHOSEN = "chosen"
    DONE = "done"
    ALREADY = "already"
    SENT = "sent"
    CONFIRMED = "confirmed"
    NOT_FOUND = "not-found"
    NOT_OFFERED = "not-offered"
    FORM_UNAVAILABLE = "form-unavailable"
    REFUSED = "refused"
    LATER = "later"

    @property
    def effect(self) -> Effect:
        """What it does to the control; the type checker asks for that of every outcome."""
        match self:
            case Outcome.SWITCHED_OFF | Outcome.SWITCHED_ON | Outcome.CHOSEN | Outcome.DONE:
                return "settles"
            case Outcome.ALREADY | Outcome.CONFIRMED:
                return "settles"
            case Outcome.SENT:
                return "waits"
            case Outcome.NOT_FOUND | Outcome.NOT_OFFERED | Outcome.FORM_UNAVAILABLE | Outcome.REFUSED:
                return "fails"
            case Outcome.LATER:
                return "puts-off"
            case _:
                assert_never(self)


class Verdict(StrEnum):
    """What a platform's own file, mail or public record was seen to say about a control."""

    SHOWS_OFF = "shows-off"
    SHOWS_ON = "shows-on"
    CONSISTENT_WITH_OFF = "consistent-with-off"
    SAYS_NOTHING = "says-nothing"
    TOO_OLD = "too-old"
    """It was made before the person's own last entry."""
    NOT_READABLE = "not-readable"
    """It is in a language or a shape that is not known here."""


class Decision(StrEnum):
    """What the person wants of a control."""

    REFUSE = "refuse"
    ALLOW = "allow"
    UNDECIDED = "undecided"


class Dated(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, tag_field="what", gc=False
):
    """What every entry has: when it was written (UTC) and its id."""

    at: Moment
    id: EntryId
    batch: EntryId | None = None
    """The first of those that were written down together, for the others: what takes that one back takes all back."""


class AccountAdded(Dated, frozen=True, tag="account-added"):
    """An account that is followed from now on; who looks after it, and for whom, where that was said."""

    account: AccountId
    platform: str
    handle: str = ""
    account_type: AccountType = "personal"
    owner: str = ""
    client: str = ""


class AccountEdited(Dated, frozen=True, tag="account-edited"):
    """What was changed of an account; what is left out stays as it was."""

    account: AccountId
    handle: str | None = None
    account_type: AccountType | None = None
    owner: str | None = None
    client: str | None = None


class AccountRemoved(Dated, frozen=True, tag="account-removed"):
    """An account that is no longer followed; what was recorded of it stays."""

    account: AccountId


class Decided(Dated, frozen=True, tag="decided"):
    """What the person wants of a control."""

    account: AccountId
    control: str
    decision: Decision
    note: str = ""


class Recorded(Dated, frozen=True, tag="recorded"):
    """An outcome. `seen` is the label as the person read it on the platform's screen."""

    account: AccountId
    control: str
    outcome: Outcome
    surface: Surface | None = None
    seen: str = ""
    note: str = ""
    said_by: Literal["person", "check"] = "person"


class Noted(Dated, frozen=True, tag="noted"):
    """Something to remember, or the label as the person read it, apart from any outcome."""

    account: AccountId
    control: str
    note: str = ""
    seen: str = ""


class Seen(Dated, frozen=True, kw_only=True):
    """Something that was read where a platform put it: in a download, a mail, a public record."""

    account: AccountId
    source: str
    """What it was read in: a download's id in the knowledge base, the host of a record."""
    name: str
    """The archive's name as a file, the address of a record. Neither is kept here."""
    sha256: Sha256 | Literal[""] = ""
    """Of the archive, or of the one file that was read where it came as a folder."""
    member: str = ""
    field: str = ""
    value: str = ""
    """As it is printed there."""
    made: date | None = None
    """The day that it speaks of: the download's, which may lie before the day it was read."""
    grade: Literal["A", "B", "C", "D"] = "D"
    """How well it was known what the value means, when it was read."""


class Checked(Seen, frozen=True, tag="checked"):
    """What a control was seen to be, by something that the platform itself says."""

    control: str
    verdict: Verdict
    reason: str = ""
    """Why it says nothing or cannot be read."""


class Stated(Seen, frozen=True, tag="stated"):
    """Something else that the platform's own file says about the person."""

    statement: str


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
    file: Annotated[str, Meta(pattern=rf"^requests/{_REQUEST}/[0-9a-z][0-9a-z.-]*\.txt{_END}")]
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


class Attached(Dated, frozen=True, kw_only=True):
    """A file that shows something, kept in the profile's folder under its hash; `name` is what it was called."""

    file: Annotated[str, Meta(pattern=r"^proofs/[0-9a-f]{64}(\.[0-9a-z]{1,8})?" + _END)]
    sha256: Sha256
    size: Annotated[int, Meta(ge=0)]
    """In bytes."""
    name: str
    type: Annotated[str, Meta(pattern=r"^[a-z]+/[0-9a-z.+-]+" + _END)]
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


class RequestAssigned(Dated, frozen=True, tag="request-assigned"):
    """Says which of several requests of one reference an entry is about: the one that was opened by `opening`."""

    entry: EntryId
    opening: EntryId


class Undone(Dated, frozen=True, tag="undone"):
    """Takes an earlier entry back (or, when that entry is itself an `undone`, puts it in force again)."""

    entry: EntryId


AboutControl = Decided | Recorded | Noted | ProofAdded | Checked
"""The entries that concern one control of one account."""

AboutRequest = (
    RequestOpened
    | RequestSent
    | RequestReceived
    | RequestAnswered
    | RequestChecked
    | RequestClosed
    | RequestReopened
    | AuthorityAnswered
    | RequestProof
)
"""The entries that concern one request."""

Entry = (
    AccountAdded
    | AccountEdited
    | AccountRemoved
    | AboutControl
    | AboutRequest
    | RequestAssigned
    | Stated
    | MailChecked
    | Undone
)
"""Any entry of a journal."""


def _given(reference: str) -> Sequence[str]:
    return reference.split("-")[:3]
