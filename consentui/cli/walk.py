"""`consentui walk`: one control at a time; `--plain` asks line by line, for screen readers and plain terminals."""

from __future__ import annotations

import click

from consentui.cli import offers
from consentui.cli.say import say, say_not_begun, session_of
from consentui.i18n import _
from consentui.tui.launch import open_interface


@click.command("walk", help=_("Go through what is open, one control at a time."))
@click.argument("account", metavar=_("[ACCOUNT]"), required=False, shell_complete=offers.accounts)
@click.option("--plain", is_flag=True, help=_("Ask line by line: for screen readers and plain terminals."))
@click.pass_context
def walk_command(ctx: click.Context, account: str | None, plain: bool) -> None:
    if not plain:
        ctx.exit(open_interface(ctx.find_root().obj, walk=account or ""))
    from consentui.cli.walk_plain import PlainWalk

    session = session_of(ctx)
    chosen = (session.accounts.called(account),) if account else tuple(session.accounts)
    if not chosen:
        say_not_begun()
        say(_("“consentui kb list” names the platforms. For X: “consentui account add x --handle @NAME”."))
        return
    PlainWalk(session, chosen).run()
