"""How far an account is, in a few words: none says “0 of 0” of an account that nothing is known for."""

from __future__ import annotations

from collections.abc import Sequence

from consentui.checklist.availability import Absence
from consentui.checklist.items import Excluded, Item, progress
from consentui.i18n import _, ngettext
from consentui.journal.entries import AccountType
from consentui.words.names import account_type_name


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
