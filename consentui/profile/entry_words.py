"""Journal entries in words, as the person reads them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from consentui.journal.entries import Entry
from consentui.profile.session import Session
from consentui.words.accounts import account_name

if TYPE_CHECKING:
    from consentui.words.entries import NameOf


def entry_words(session: Session, entry: Entry, called: NameOf = str) -> str:
    """An entry in words, with its request's current reference and what was written together with it."""
    from consentui.words.entries import batch_text

    batch = [session.journal.as_called(one) for one in session.journal.batch_of(entry)]
    return batch_text(batch, session.checklist.title_of, called)


def entry_in_names(session: Session, entry: Entry) -> str:
    """As `entry_words`, with accounts named as people call them, where no id has to be read off and typed."""
    return entry_words(session, entry, partial(_called, session))


def _called(session: Session, account_id: str) -> str:
    """What people call an account; its id if it was removed."""
    account = session.journal.ledger.accounts.get(account_id)
    return account_name(session.accounts.platform_of(account), account, " ") if account else account_id
