"""The events of coming days, in words."""

from __future__ import annotations

from consentui.i18n import _, ngettext
from consentui.journal.fold import Account
from consentui.knowledge.records import Platform
from consentui.requests.status import Situation
from consentui.words.accounts import account_name
from consentui.words.timeline import awaited_name


def request_day_words(company: str, here: Situation) -> str:
    """What happens on the day for which a request waits."""
    return f"{company}{_(':')} {awaited_name(here)}"


def review_day_words(platform: Platform | None, account: Account, count: int) -> str:
    """How many settings of which account need another look."""
    again = ngettext("{count} to review", "{count} to review", count).format(count=count)
    return f"{account_name(platform, account, ' ')}{_(':')} {again}"
