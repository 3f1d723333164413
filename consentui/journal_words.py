"""An entry of the journal as a sentence, for the history and for undo."""

from __future__ import annotations

from consentui.i18n import _, language
from consentui.journal.entries import (
    AboutRequest,
    AccountAdded,
    AccountEdited,
    AccountRemoved,
    Decided,
    Entry,
    Noted,
    Recorded,
    RequestAnswered,
    RequestClosed,
    RequestOpened,
    RequestReceived,
    RequestSent,
    Undone,
)
from consentui.session import Session
from consentui.text import clean_line, shorten
from consentui.wording import answer_name, decision_name, message_name, outcome_name, right_name, surface_name


def entry_text(entry: Entry, session: Session) -> str:
    """What the entry says, with the control's title where it is known."""
    match entry:
        case AccountAdded():
            handle = shorten(entry.handle, 60)
            return _("{account}: account added {handle}").format(account=entry.account, handle=handle).rstrip()
        case AccountEdited():
            return _("{account}: account changed").format(account=entry.account)
        case AccountRemoved():
            return _("{account}: account removed").format(account=entry.account)
        case Recorded():
            return f"{_subject(entry, session)}{_(':')} {_recorded(entry)}"
        case Decided():
            return f"{_subject(entry, session)}{_(':')} {decision_name(entry.decision)}"
        case Noted():
            return f"{_subject(entry, session)}{_(':')} {_('note')}"
        case RequestOpened() | RequestSent() | RequestReceived() | RequestAnswered() | RequestClosed():
            return f"{entry.request}{_(':')} {_request(entry)}"
        case Undone():
            return _("the entry {entry} taken back").format(entry=entry.entry)


def _request(entry: AboutRequest) -> str:
    match entry:
        case RequestOpened():
            return _("request begun ({right})").format(right=right_name(entry.right))
        case RequestSent():
            return _("{message} sent, {surface}").format(
                message=message_name(entry.message), surface=surface_name(entry.how)
            )
        case RequestReceived():
            return _("received by the company")
        case RequestAnswered():
            return answer_name(entry.answer)
        case RequestClosed():
            return _("closed: satisfied") if entry.satisfied else _("closed: let rest")


def _subject(entry: Recorded | Decided | Noted, session: Session) -> str:
    return f"{entry.account}, {_title(entry, session)}"


def _title(entry: Recorded | Decided | Noted, session: Session) -> str:
    account = session.ledger.accounts.get(entry.account)
    platform = session.platform_of(account) if account else None
    controls = platform.control if platform else ()
    return next((c.title.in_language(language()) for c in controls if c.id == entry.control), entry.control)


def _recorded(entry: Recorded) -> str:
    parts = [outcome_name(entry.outcome)]
    if entry.surface:
        parts.append(surface_name(entry.surface))
    if entry.seen:
        parts.append(_("“{label}”").format(label=shorten(clean_line(entry.seen), 60)))
    return ", ".join(parts)
