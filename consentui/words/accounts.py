"""How far an account is, in a few words: none says “0 of 0” of an account that nothing is known for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consentui.checklist.availability import Absence
from consentui.checklist.items import Excluded, Item, progress
from consentui.i18n import _, ngettext
from consentui.i18n.dates import long_date
from consentui.journal.entries import AccountType
from consentui.journal.fold import Account
from consentui.knowledge.records import Platform
from consentui.words.names import account_type_name, platform_name


def platform_of_name(platform: Platform | None, account: Account) -> str:
    """The name of the platform that an account is on; as the journal has it where nothing is known of it any more."""
    return platform_name(platform) if platform else account.platform


def account_name(platform: Platform | None, account: Account, between: str = " · ") -> str:
    """An account as people call it: its platform, and the name it has there."""
    return between.join(filter(None, (platform_of_name(platform, account), account.handle)))


def due_words(account: Account) -> str:
    """By when what is left of an account is to be done; empty where that was not said."""
    return _("by {date}").format(date=long_date(account.due)) if account.due else ""


def whose_words(account: Account) -> str:
    """Who looks after an account, for whom, by when, its tags; empty where nothing of that was said."""
    return " · ".join(filter(None, (account.owner, account.client, due_words(account), tags_words(account.tags))))


def tags_words(tags: Iterable[str]) -> str:
    """The tags of an account, a `#` before each."""
    return " ".join(f"#{tag}" for tag in tags)


def account_progress(items: Sequence[Item], excluded: Sequence[Excluded], account_type: AccountType) -> str:
    """How much is settled; where nothing counts, why that is."""
    here = progress(items)
    if here.counted:
        return _("{settled} of {counted} settled").format(settled=here.settled, counted=here.counted)
    name = account_type_name(account_type)
    if items:
        return _("nothing but optional controls known for this type of account ({type})").format(type=name)
    others = sum(left.absence is Absence.ACCOUNT_TYPE for left in excluded)
    if others:
        return ngettext(
            "{count} control known, not for this type of account ({type})",
            "{count} controls known, none for this type of account ({type})",
            others,
        ).format(count=others, type=name)
    return _("nothing is known here")
