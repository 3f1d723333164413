"""`consentui credential`: an account's sign-in name, password and token, kept in the keyring and nowhere else."""

from __future__ import annotations

import sys

import click

from consentui.cli.clipboard import send_to_terminal
from consentui.cli.say import account_argument, json_option, say, session_of, show, show_json, typed_unseen
from consentui.i18n import _
from consentui.profile.forgetting import orphans
from consentui.profile.vault import KINDS, Kind, fetch, forget, kinds_kept, store
from consentui.text import capitalised
from consentui.words.names import credential_name

_kind_argument = click.argument("kind", type=click.Choice(KINDS))


@click.group("credential")
def credential_command() -> None:
    pass


@credential_command.command("set", help=_("Keep one, typed without being shown or read from stdin."))
@account_argument
@_kind_argument
@click.pass_context
def set_(ctx: click.Context, account: str, kind: Kind) -> None:
    session = session_of(ctx)
    found = session.accounts.called(account)
    store(session.profile, found.id, kind, typed_unseen(capitalised(credential_name(kind))))
    say(_("Kept in the keyring: {kind} of {account}.").format(kind=credential_name(kind), account=found.id))


@credential_command.command("copy", help=_("Send one to the terminal’s clipboard, or to a pipe."))
@account_argument
@_kind_argument
@click.pass_context
def copy(ctx: click.Context, account: str, kind: Kind) -> None:
    session = session_of(ctx)
    found = session.accounts.called(account)
    secret = fetch(session.profile, found.id, kind)
    if secret is None:
        say(_("No {kind} is kept for {account}.").format(kind=credential_name(kind), account=found.id))
        ctx.exit(1)
    if not sys.stdout.isatty():
        click.echo(secret, nl=False)
        return
    send_to_terminal(secret)
    say(_("Sent to the terminal’s clipboard. Not every terminal accepts it: if nothing pastes, use a pipe."))


@credential_command.command(
    "list", help=_("Show which are kept, never their contents. Those of accounts removed from the list are shown too.")
)
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    session = session_of(ctx)
    found = {account.id: kinds_kept(session.profile, account.id) for account in session.accounts}
    left = {account: kinds_kept(session.profile, account) for account in orphans(session.journal)}
    left = {account: kinds for account, kinds in left.items() if kinds}
    if as_json:
        show_json({"credentials": found, "removed_accounts": left})
        return
    for account_id, kinds in {**found, **left}.items():
        for kind in kinds:
            show(f"{account_id}\t{kind}\t{credential_name(kind)}")
    for account_id in left:
        say(
            _("{account} was removed from the list: “consentui forget credentials {account}” removes these.").format(
                account=account_id
            )
        )
    if not any(found.values()) and not left:
        say(_("No credential is kept."))


@credential_command.command("remove", help=_("Remove one from the keyring. Exit code 1 when there is none."))
@account_argument
@_kind_argument
@click.pass_context
def remove(ctx: click.Context, account: str, kind: Kind) -> None:
    session = session_of(ctx)
    found = session.accounts.ever_called(account)
    if not forget(session.profile, found, kind):
        say(_("No {kind} is kept for {account}.").format(kind=credential_name(kind), account=found))
        ctx.exit(1)
    say(_("Removed from the keyring: {kind} of {account}.").format(kind=credential_name(kind), account=found))
