"""`consentui account`: the accounts that are followed."""

from __future__ import annotations

from typing import get_args

import click
import msgspec

from consentui.cli.say import (
    account_argument,
    json_option,
    say,
    say_not_begun,
    session_of,
    session_to_write,
    show,
    show_json,
)
from consentui.i18n import _
from consentui.journal.entries import AccountType
from consentui.text import shorten
from consentui.words.names import platform_name

_type_option = click.option(
    "--type",
    "account_type",
    type=click.Choice(get_args(AccountType)),
    help=_("Whose account it is; some controls exist for some types only."),
)
_handle_option = click.option(
    "--handle", metavar=_("NAME"), help=_("What tells this account from others; may be left out.")
)


@click.group("account", help=_("Add, list, change or remove accounts."))
def account_command() -> None:
    pass


@account_command.command(
    "add", help=_("Add an account on a platform, by its name or address (twitter.com), and print its id.")
)
@click.argument("platform", metavar=_("PLATFORM"))
@_handle_option
@_type_option
@click.pass_context
def add(ctx: click.Context, platform: str, handle: str | None, account_type: AccountType | None) -> None:
    session = session_to_write(ctx)
    found = session.knowledge.named(platform)
    account = session.accounts.add(found, handle or "", account_type)
    show(account.id)
    if found.companion and not any(other.platform == found.companion for other in session.accounts):
        companion = session.knowledge.platform(found.companion)
        say(
            _("{platform} shares settings with {companion}: “consentui account add {id}” follows those too.").format(
                platform=platform_name(found), companion=platform_name(companion), id=companion.id
            )
        )


@account_command.command("list", help=_("List the accounts."))
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    session = session_of(ctx)
    if as_json:
        show_json({"accounts": [msgspec.to_builtins(account) for account in session.accounts]})
        return
    if not session.accounts:
        say_not_begun()
    for account in session.accounts:
        platform = session.accounts.platform_of(account)
        show(
            f"{account.id}\t{platform_name(platform) if platform else account.platform}\t{shorten(account.handle, 60)}"
        )


@account_command.command("edit", help=_("Change an account’s name or type."))
@account_argument
@_handle_option
@_type_option
@click.pass_context
def edit(ctx: click.Context, account: str, handle: str | None, account_type: AccountType | None) -> None:
    session = session_to_write(ctx)
    found = session.accounts.called(account)
    if handle is None and account_type is None:
        raise click.UsageError(_("Say what to change: --handle or --type."))
    session.accounts.edit(found, handle, account_type)
    say(_("Changed: {account}.").format(account=found.id))


@account_command.command("remove", help=_("Take an account off the list; its history stays in the journal."))
@account_argument
@click.pass_context
def remove(ctx: click.Context, account: str) -> None:
    session = session_to_write(ctx)
    found = session.accounts.called(account)
    session.accounts.remove(found)
    say(_("Removed: {account}. “consentui undo” brings it back.").format(account=found.id))
