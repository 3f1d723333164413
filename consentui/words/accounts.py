"""The name, the owner and the progress of an account, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consentui.checklist.availability import Absence
from consentui.checklist.items import Excluded, Item, progress
from consentui.i18n import _, language, ngettext
from consentui.i18n.dates import long_date
from consentui.journal.entries import AccountType
from consentui.journal.fold import Account
from consentui.knowledge.records import Platform
from consentui.words.names import account_type_name, platform_name


def platform_name_of(platform: Platform | None, account: Account) -> str:
    """The name of the platform of an account, or its id as in the journal if the knowledge base no longer has it."""
    return platform_name(platform) if platform else account.platform


def account_name(platform: Platform | None, account: Account, between: str = " · ") -> str:
    """An account as people call it: its platform and its name there."""
    return between.join(filter(None, (platform_name_of(platform, account), account.handle)))


_AT_WORK: frozenset[AccountType] = frozenset({"business", "work", "admin", "education"})


def at_work_words(platform: Platform | None, account_type: AccountType) -> str:
    """What the contract, an administrator and each person decide, for an account of an organisation; else empty."""
    said = platform.at_work if platform and account_type in _AT_WORK else None
    return said.in_language(language()) if said else ""


def due_words(account: Account) -> str:
    """The day by which an account is to be finished; empty if none was set."""
    return _("by {date}").format(date=long_date(account.due)) if account.due else ""


def whose_words(account: Account) -> str:
    """Who looks after an account, for whom and by when, and its tags; empty if none of that was set."""
    return " · ".join(filter(None, (account.owner, account.client, due_words(account), tags_words(account.tags))))


def tags_words(tags: Iterable[str]) -> str:
    """The tags of an account, each after a `#`."""
    return " ".join(f"#{tag}" for tag in tags)


def account_progress(items: Sequence[Item], excluded: Sequence[Excluded], account_type: AccountType) -> str:
    """How much of an account is settled or, if no control of it counts, why that is."""
    here = progress(items)
    if here.counted:
        return _("{settled} of {counted} settled").format(settled=here.settled, counted=here.counted)
    name = account_type_name(account_type)
    if items:
        return _("only optional controls are known for this type of account ({type})").format(type=name)
    others = sum(left.absence is Absence.ACCOUNT_TYPE for left in excluded)
    if others:
        return ngettext(
            "{count} control known, not for this type of account ({type})",
            "{count} controls known, none for this type of account ({type})",
            others,
        ).format(count=others, type=name)
    return _("nothing is known here")
