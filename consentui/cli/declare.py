"""`consentui declare`: write a wish into an account's public record or withdraw it, after showing it and asking."""

from __future__ import annotations

import click

from consentui.cli.public import Kept, agreement, end_with, show_kept
from consentui.cli.say import account_argument, control_argument, say, session_of
from consentui.errors import UsageError
from consentui.i18n import _


@click.command("declare")
@account_argument
@control_argument
@click.option("--take-back", is_flag=True, help=_("Stop stating anything: remove the wish from the record."))
@click.pass_context
def declare_command(ctx: click.Context, account: str, control: str, take_back: bool) -> None:
    from consentui.profile.asking import NotAskedError, carried_out
    from consentui.profile.declaring import declarable, declare

    session = session_of(ctx)
    found = session.accounts.called(account)
    known = {one.id: one for one in declarable(session, found)}
    if control not in known:
        raise UsageError(
            _("{control} cannot be set from here.").format(control=control),
            way_out=_("These can: {names}.").format(names=", ".join(known)) if known else "",
        )
    try:
        sight = carried_out(declare(session, found, known[control], take_back=take_back), agreement(yes=False))
    except NotAskedError:
        say(_("Nothing was changed."))
        return
    kept = Kept(found, session.public.keep(found, sight))
    show_kept(kept)
    end_with(ctx, kept)
