"""A download that was read, in words: whose it is, of what day, and what to know about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consentui.i18n import _, language, ngettext
from consentui.i18n.dates import long_date
from consentui.journal.fold import Account
from consentui.knowledge.records import Platform
from consentui.verify.examine import ControlFinding, Examination
from consentui.verify.readers import Silence
from consentui.verify.recognise import DatedBy
from consentui.words.accounts import account_name

ASK_AGAIN = frozenset({Silence.HTML, Silence.OTHER_LANGUAGE})
"""The reasons for which another download of the same account would say more."""


def download_title(examination: Examination, account: Account, platform: Platform | None) -> str:
    """What was read: whose download, of which day, and how that day is known."""
    whose = account_name(platform, account, " ")
    if examination.made is None:
        return _("{account}: a download without a date").format(account=whose)
    if examination.found.download.request is None and examination.made.known_from is DatedBy.FILE_DATE:
        return _("{account}: what this machine holds of it, last changed on {date}").format(
            account=whose, date=long_date(examination.made.on)
        )
    return _("{account}: download of {date}, {how}").format(
        account=whose, date=long_date(examination.made.on), how=_dated_words(examination.made.known_from)
    )


def download_remarks(examination: Examination, account: Account, left_out: Sequence[ControlFinding]) -> Iterator[str]:
    """What to know about a download: to whom it was attributed, what was left out, and what it cannot show."""
    if not examination.names:
        yield _("It does not say whose it is: it was taken to be that of {account}.").format(account=account.id)
    elif not account.handle:
        yield _("It belongs to {names}; your account here has no name.").format(names=", ".join(examination.names))
    if examination.made is None:
        yield _("Without its date, it settles nothing: give it with --made-on.")
    request = examination.found.download.request
    if request and ASK_AGAIN.intersection(examination.results):
        yield _("How to request it again: consentui kb show {reference}").format(reference=request)
    if left_out:
        titles = _("; ").join(dict.fromkeys(one.control.title.in_language(language()) for one in left_out))
        platforms = ", ".join(dict.fromkeys(one.platform for one in left_out))
        yield _("Left out, because you have no account there ({platforms}): {titles}").format(
            platforms=platforms, titles=titles
        )
    if count := len(examination.silent):
        yield ngettext(
            "Nothing in it can show {count} other control. {reason}",
            "Nothing in it can show {count} other controls. {reason}",
            count,
        ).format(count=count, reason=examination.found.download.silence.in_language(language()))


def _dated_words(known_from: DatedBy) -> str:
    """How the day of a download is known."""
    return {
        DatedBy.SAID: _("as you say"),
        DatedBy.INSIDE: _("as it says itself"),
        DatedBy.NAME: _("by its name"),
        DatedBy.FILE_DATE: _("by the dates of its files"),
    }[known_from]
