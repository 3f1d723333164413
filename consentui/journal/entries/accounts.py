"""Entries about the accounts that are followed."""

from __future__ import annotations

from datetime import date

from consentui.journal.entries.dated import Dated
from consentui.journal.entries.vocabulary import AccountId, AccountType


class AccountAdded(Dated, frozen=True, tag="account-added"):
    """An account is followed from now on; `owner` is who looks after it, `client` for whom; empty if not given."""

    account: AccountId
    platform: str
    handle: str = ""
    account_type: AccountType = "personal"
    owner: str = ""
    client: str = ""


class AccountEdited(Dated, frozen=True, tag="account-edited"):
    """An account was changed; a key that is None keeps its former value."""

    account: AccountId
    handle: str | None = None
    account_type: AccountType | None = None
    owner: str | None = None
    client: str | None = None


class AccountDue(Dated, frozen=True, tag="account-due"):
    """The day by which the rest of an account is to be done; None takes an earlier day away."""

    account: AccountId
    by: date | None = None


class AccountTagged(Dated, frozen=True, tag="account-tagged"):
    """Tags that were added to an account and tags that were removed from it.

    The entry holds the change rather than all the tags, so that tags added in two copies of a journal both remain
    when these are merged.
    """

    account: AccountId
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class AccountRemoved(Dated, frozen=True, tag="account-removed"):
    """An account is no longer followed; its earlier entries stay in the journal."""

    account: AccountId
