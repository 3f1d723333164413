"""Open a walk, or say why there is none."""

from __future__ import annotations

from consentui.checklist.items import excluded_from
from consentui.checklist.order import in_order
from consentui.i18n import _
from consentui.journal.fold import Account
from consentui.tui.shared.window import Window
from consentui.tui.walk.walk import Walk
from consentui.words.accounts import account_progress
from consentui.words.items import nothing_to_do


def open_walk(app: Window, account: Account | None = None, control: str = "") -> None:
    """Open the walk of an account at a control, or say why there is none.

    Without an account, open it at the first thing to do of all accounts; without a control, at the first in order.
    """
    if account is None:
        first = next(iter(in_order(app.session.checklist.all_items())), None)
        if first is None:
            app.say(nothing_to_do(is_begun=bool(app.session.accounts)))
            return
        account, control = first.account, first.control.id
    items = app.session.checklist.items(account)
    if control and items and control not in {item.control.id for item in items}:
        app.say(_("This is no longer on the account’s list."))
    elif items:
        app.push_screen(Walk(account.id, control))
    elif app.session.accounts.platform_of(account):
        app.say(_("None of the known controls of this platform exists for this type of account where you live."))
    else:
        app.say(_nothing_here(app, account))


def _nothing_here(app: Window, account: Account) -> str:
    """Say why an account has no cards: its platform is unknown, or none of its controls is for such an account."""
    platform = app.session.accounts.platform_of(account)
    if platform is None:
        return _("This platform is not in the knowledge base of this program.")
    excluded = excluded_from(account, platform, app.session.preferences.country)
    return account_progress((), excluded, account.account_type)
