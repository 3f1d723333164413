"""Offer to remove what the keyring still has of an account that was taken off the list."""

from __future__ import annotations

from functools import partial

from consentui.errors import VaultError
from consentui.i18n import _
from consentui.journal.fold import Account
from consentui.profile.forgetting import Goes, forget, of_credentials
from consentui.tui.shared.confirm import Confirm
from consentui.tui.shared.window import Window
from consentui.words.names import credential_name


def look_for_leftovers(window: Window, account: Account) -> None:
    """Ask the person if the keyring has something of the account; call it in a thread, since it may take its time."""
    goes = of_credentials(window.session.profile, (account.id,))
    if goes.secrets:
        window.hand_over(partial(_ask, window, account), goes)
    elif goes.unasked:
        may_have = _("It may still hold something for {account}.").format(account=account.id)
        window.hand_over(partial(window.warn, goes.unasked.title), may_have)


def _ask(window: Window, account: Account, goes: Goes) -> None:
    names = ", ".join(credential_name(one.kind) for one in goes.secrets)
    facts = _(
        "It still holds this for {account}: {names}. “Undo” brings the account back, but not what is removed here."
    )

    def answered(is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
        if is_wanted:
            window.run_worker(lambda: _remove(window, goes), thread=True, group="keyring")

    question = Confirm(
        _("Remove it from the keyring too?"), facts.format(account=account.id, names=names), _("Remove it there")
    )
    window.push_screen(question, answered)


def _remove(window: Window, goes: Goes) -> None:
    try:
        forget(goes)
    except VaultError as error:
        window.hand_over(window.tell, error)
        return
    window.hand_over(window.say, _("Removed from the keyring."))
