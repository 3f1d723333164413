"""`consentui walk`: go through the open controls one at a time.

With `--plain` it asks line by line, for screen readers and plain terminals.
"""

from __future__ import annotations

import click

from consentui.cli import offers
from consentui.cli.say import minutes_option, say, say_not_begun, session_of
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.profile.session import Session
from consentui.tui.launch import open_interface


@click.command("walk")
@click.argument("account", metavar=_("[ACCOUNT]"), required=False, shell_complete=offers.accounts)
@click.option("--plain", is_flag=True, help=_("Ask line by line: for screen readers and plain terminals."))
@minutes_option
@click.pass_context
def walk_command(ctx: click.Context, account: str | None, plain: bool, minutes: int | None) -> None:
    if account and minutes:
        raise UsageError(_("--minutes covers all accounts: name none."))
    if not plain:
        profile = ctx.find_root().obj
        ctx.exit(open_interface(profile, minutes=minutes) if minutes else open_interface(profile, walk=account or ""))
    _walk_plainly(session_of(ctx), account, minutes)


def _walk_plainly(session: Session, account: str | None, minutes: int | None) -> None:
    from consentui.cli.walk_minutes import walk_for
    from consentui.cli.walk_plain import PlainWalk

    chosen = (session.accounts.called(account),) if account else tuple(session.accounts)
    if not chosen:
        say_not_begun()
        say(_("“consentui kb list” lists the platforms. For X: “consentui account add x --handle @NAME”."))
    elif minutes:
        walk_for(session, minutes)
    else:
        PlainWalk(session, chosen).run()
