"""Forget an account for good, as the command `forget account` does: list what would be deleted, then ask."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from consentui.errors import ConsentuiError
from consentui.i18n import _
from consentui.journal.fold import Account
from consentui.profile.forgetting import Goes, forget, forget_account, of_account
from consentui.profile.forgetting_words import not_taken_back, summary_lines
from consentui.tui.shared.confirm import Confirm
from consentui.tui.shared.window import Window
from consentui.words.accounts import account_name


def ask_to_forget(window: Window, account: Account) -> None:
    """Find what would be deleted and ask the person; call it in a thread, since the keyring may take its time."""
    session = window.session
    goes = of_account(session.journal, session.folders, session.profile, account.id)
    window.hand_over(partial(_ask, window, account), goes)


def _ask(window: Window, account: Account, goes: Goes) -> None:
    window.say("")

    def answered(is_wanted: bool | None) -> None:  # noqa: FBT001 -- the result of the sheet
        if is_wanted:
            window.say(_("Forgetting…"))
            window.run_worker(lambda: _forget_secrets(window, account, goes), thread=True, group="keyring")

    name = account_name(window.session.accounts.platform_of(account), account)
    title = _("Forget {account} for good?").format(account=name)
    facts = "\n".join((*summary_lines(goes), "", not_taken_back()))
    window.push_screen(Confirm(title, facts, _("Forget it for good")), answered)


def _forget_secrets(window: Window, account: Account, goes: Goes) -> None:
    """Delete the secrets before all else: once nothing names the account, nobody could find them again."""
    try:
        forget(Goes(secrets=goes.secrets))
    except ConsentuiError as error:
        window.hand_over(window.tell, error)
        return
    window.hand_over(partial(_forget_rest, window, account), replace(goes, secrets=()))


def _forget_rest(window: Window, account: Account, goes: Goes) -> None:
    session = window.session
    with window.telling():
        forget_account(session.journal, session.folders, account.id, goes)
        window.refresh_screens()
        window.say(_("Forgotten."))
