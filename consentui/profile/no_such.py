"""Errors for words that name no account, control or client, or several: what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from consentui.errors import UsageError
from consentui.i18n import _, ngettext
from consentui.journal.fold import Account
from consentui.knowledge.records import Platform
from consentui.text import clean_line, shorten

_SHOWN = 12
"""The most accounts listed when a word names several."""


def no_such_account(word: str, found: Sequence[Account], accounts: Sequence[Account]) -> UsageError:
    """The error for a word that names no account, or that names all of `found`."""
    if found:
        return UsageError(
            _("Several accounts are called “{name}”.").format(name=word),
            "\n".join(_lines_of(found)),
            _("Use its id."),
        )
    names = {name: account.id for account in accounts for name in (account.id, account.handle) if name}
    near = _nearest(word, names)
    if near:
        way_out = _("Did you mean “{near}”?").format(near=near)
    else:
        way_out = _("“consentui account list” shows them all, “consentui account add” adds one.")
    return UsageError(_("There is no account called “{name}”.").format(name=word), way_out=way_out)


def no_such_control(word: str, platforms: Iterable[Platform]) -> UsageError:
    """The error for a control that none of these platforms has."""
    near = _nearest(word, [f"{platform.id}/{control.id}" for platform in platforms for control in platform.control])
    return UsageError(
        _("No account has a control called “{name}”.").format(name=clean_line(word)),
        way_out=_("Did you mean “{near}”?").format(near=near)
        if near
        else _("“consentui next” and “consentui status” show what they are called."),
    )


def no_such_client(name: str, accounts: Iterable[Account]) -> UsageError:
    """The error for a client for whom none of these accounts is looked after."""
    near = _nearest(name, {account.client for account in accounts if account.client})
    return UsageError(
        _("No account is looked after for “{name}”.").format(name=clean_line(name)),
        way_out=_("Did you mean “{near}”?").format(near=near) if near else "",
    )


def _lines_of(accounts: Sequence[Account]) -> Iterator[str]:
    """Each account on a line with what tells it from the others, as far as a screen has room for them."""
    for account in accounts[:_SHOWN]:
        yield "  ".join(filter(None, (account.id, shorten(account.handle, 60), shorten(account.client, 40))))
    if (more := len(accounts) - _SHOWN) > 0:
        yield ngettext("and {count} other", "and {count} others", more).format(count=more)


def _nearest(word: str, names: Iterable[str]) -> str | None:
    from consentui.nearest import nearest

    return nearest(word, names)
