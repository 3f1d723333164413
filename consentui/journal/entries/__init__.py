"""The dated facts that a journal holds, one type for each kind of entry.

A kind and its keys never change their meaning; a new need gets a new kind. `fold` works out what the entries
add up to.
"""

from __future__ import annotations

from consentui.journal.entries.accounts import (
    AccountAdded,
    AccountDue,
    AccountEdited,
    AccountRemoved,
    AccountTagged,
)
from consentui.journal.entries.controls import Checked, Decided, Noted, Recorded, Seen, Stated
from consentui.journal.entries.corrections import RequestAssigned, Undone
from consentui.journal.entries.dated import Dated
from consentui.journal.entries.outcomes import Decision, Effect, Outcome, Verdict
from consentui.journal.entries.proofs import Attached, MailChecked, ProofAdded, RequestProof
from consentui.journal.entries.requests import (
    AuthorityAnswered,
    OfRequest,
    RequestAnswered,
    RequestChecked,
    RequestClosed,
    RequestOpened,
    RequestReceived,
    RequestReopened,
    RequestSent,
)
from consentui.journal.entries.vocabulary import (
    ACCOUNT_FORM,
    ID_FORM,
    AccountId,
    AccountType,
    Answer,
    AuthorityAnswer,
    EntryId,
    LawOfRequest,
    Message,
    Moment,
    RequestId,
    RequestRight,
    Sha256,
    Surface,
)

__all__ = [
    "ACCOUNT_FORM",
    "ID_FORM",
    "AboutControl",
    "AboutRequest",
    "AccountAdded",
    "AccountDue",
    "AccountEdited",
    "AccountId",
    "AccountRemoved",
    "AccountTagged",
    "AccountType",
    "Answer",
    "Attached",
    "AuthorityAnswer",
    "AuthorityAnswered",
    "Checked",
    "Dated",
    "Decided",
    "Decision",
    "Effect",
    "Entry",
    "EntryId",
    "LawOfRequest",
    "MailChecked",
    "Message",
    "Moment",
    "Noted",
    "OfRequest",
    "Outcome",
    "ProofAdded",
    "Recorded",
    "RequestAnswered",
    "RequestAssigned",
    "RequestChecked",
    "RequestClosed",
    "RequestId",
    "RequestOpened",
    "RequestProof",
    "RequestReceived",
    "RequestReopened",
    "RequestRight",
    "RequestSent",
    "Seen",
    "Sha256",
    "Stated",
    "Surface",
    "Undone",
    "Verdict",
]

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
    | AccountDue
    | AccountTagged
    | AccountRemoved
    | AboutControl
    | AboutRequest
    | RequestAssigned
    | Stated
    | MailChecked
    | Undone
)
"""Any entry of a journal."""
