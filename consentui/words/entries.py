"""An entry of the journal as a sentence, for the history and for undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from consentui.i18n import _, ngettext
from consentui.i18n.dates import long_date
from consentui.journal.entries import (
    AboutControl,
    AboutRequest,
    AccountAdded,
    AccountDue,
    AccountEdited,
    AccountRemoved,
    AccountTagged,
    Attached,
    AuthorityAnswered,
    Checked,
    Decided,
    Entry,
    MailChecked,
    Noted,
    ProofAdded,
    Recorded,
    RequestAnswered,
    RequestAssigned,
    RequestChecked,
    RequestClosed,
    RequestOpened,
    RequestProof,
    RequestReceived,
    RequestReopened,
    RequestSent,
    Stated,
    Undone,
)
from consentui.journal.newer import Newer
from consentui.text import clean_line, shorten
from consentui.words.checks import file_words, value_words, verdict_name
from consentui.words.groups import accounts_words
from consentui.words.names import (
    answer_name,
    authority_answer_name,
    decision_name,
    message_name,
    outcome_name,
    surface_name,
)
from consentui.words.proofs import signature_words
from consentui.words.rights import right_alone

TitleOf = Callable[[AboutControl], str]
"""Gives the title of the control that an entry is about, or its id if the knowledge base does not know it."""


NameOf = Callable[[str], str]
"""Gives the name of an account by its id."""


def entry_text(entry: Entry | Newer, title_of: TitleOf, called: NameOf = str) -> str:
    """What an entry says, with the title of its control and the name that `called` gives to its account."""
    match entry:
        case Newer():
            return _("“{kind}”, written by a newer consentui").format(kind=shorten(clean_line(entry.what), 60))
        case AccountAdded() | AccountEdited() | AccountDue() | AccountTagged() | AccountRemoved():
            return _account(entry, called)
        case Recorded() | Decided() | Noted() | ProofAdded() | Checked():
            return f"{called(entry.account)}, {title_of(entry)}{_(':')} {_control(entry)}"
        case Stated():
            return f"{called(entry.account)}{_(':')} {file_words(entry)}, {value_words(entry)}"
        case MailChecked():
            return f"{_('e-mail')}{_(':')} {signature_words(entry.verdict, entry.domain)}"
        case Undone():
            return _("entry {entry} undone").format(entry=entry.entry)
        case RequestAssigned():
            return _("entry {entry} is about the request that {opening} opened").format(
                entry=entry.entry, opening=entry.opening
            )
        case _:
            return f"{entry.request}{_(':')} {_request(entry)}"


def batch_text(batch: Sequence[Entry], title_of: TitleOf, called: NameOf = str) -> str:
    """What entries written together say: on how many accounts if all say the same, else the first and how many others.

    What was written of new accounts, such as their tags, goes without saying.
    """
    accounts = sum(isinstance(one, AccountAdded) for one in batch)
    if accounts > 1:
        return ngettext("{count} account added", "{count} accounts added", accounts).format(count=accounts)
    said = {(title_of(one), one.outcome) if isinstance(one, Recorded) else None for one in batch}
    if len(batch) > 1 and len(said) == 1 and None not in said:
        return entry_text(batch[0], title_of, lambda _account: accounts_words(len(batch)))
    text = entry_text(batch[0], title_of, called)
    others = len(batch) - 1
    if not others:
        return text
    return ngettext("{entry}; with {count} other", "{entry}; with {count} others", others).format(
        entry=text, count=others
    )


def _account(entry: AccountAdded | AccountEdited | AccountDue | AccountTagged | AccountRemoved, called: NameOf) -> str:
    account = called(entry.account)
    match entry:
        case AccountAdded():
            handle = "" if account != entry.account else shorten(entry.handle, 60)
            return _("{account}: account added {handle}").format(account=account, handle=handle).rstrip()
        case AccountEdited():
            return _("{account}: account changed").format(account=account)
        case AccountDue():
            if entry.by is None:
                return _("{account}: no due date now").format(account=account)
            return _("{account}: due by {date}").format(account=account, date=long_date(entry.by))
        case AccountTagged():
            signed = (f"{sign}{tag}" for sign, tags in (("+", entry.added), ("-", entry.removed)) for tag in tags)
            tags = shorten(clean_line(" ".join(signed)), 60)
            return _("{account}: tags {tags}").format(account=account, tags=tags)
        case AccountRemoved():
            return _("{account}: account removed").format(account=account)


def _control(entry: AboutControl) -> str:
    match entry:
        case Recorded():
            return _recorded(entry)
        case Decided():
            return decision_name(entry.decision)
        case Noted():
            return _("note")
        case ProofAdded():
            return _proof(entry)
        case Checked():
            return f"{file_words(entry)}, {verdict_name(entry.verdict)}"


def _request(entry: AboutRequest) -> str:
    match entry:
        case RequestOpened():
            return _("request started ({right})").format(right=right_alone(entry.right))
        case RequestSent():
            return _("{message} sent, {surface}").format(
                message=message_name(entry.message), surface=surface_name(entry.how)
            )
        case RequestReceived():
            return _("received by the company")
        case RequestAnswered():
            return answer_name(entry.answer)
        case AuthorityAnswered():
            return authority_answer_name(entry.answer)
        case RequestChecked() | RequestClosed() | RequestReopened():
            return _end(entry)
        case RequestProof():
            return _proof(entry)


def _end(entry: RequestChecked | RequestClosed | RequestReopened) -> str:
    match entry:
        case RequestChecked():
            return _("checked: respected") if entry.holds else _("checked: not respected")
        case RequestClosed():
            return _("closed: satisfied") if entry.satisfied else _("closed: dropped")
        case RequestReopened():
            return _("reopened")


def _proof(entry: Attached) -> str:
    return _("proof attached, “{name}”").format(name=shorten(clean_line(entry.name), 60))


def _recorded(entry: Recorded) -> str:
    parts = [outcome_name(entry.outcome)]
    if entry.surface:
        parts.append(surface_name(entry.surface))
    if entry.seen:
        parts.append(_("“{label}”").format(label=shorten(clean_line(entry.seen), 60)))
    return ", ".join(parts)
