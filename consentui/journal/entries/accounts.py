"""Entries about the accounts that are followed."""

from __future__ import annotations

from datetime import date

from consentui.journal.entries.dated import Dated
from consentui.journal.entries.vocabulary import AccountId, AccountType


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


class AccountDue(Dated, frozen=True, tag="account-due"):
    """By when what is left of an account is to be done; without a day, by no day any more."""

    account: AccountId
    by: date | None = None


class AccountTagged(Dated, frozen=True, tag="account-tagged"):
    """Tags that an account carries from now on, and those that it carries no more.

    What changed, and not all that it carries: two copies of a journal that each gave it one keep both.
    """

    account: AccountId
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class AccountRemoved(Dated, frozen=True, tag="account-removed"):
    """An account that is no longer followed; what was recorded of it stays."""

    account: AccountId
