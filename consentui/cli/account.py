"""`consentui account`: add, list, change and remove accounts."""

from __future__ import annotations

import sys
from datetime import date
from typing import get_args

import click
import msgspec

from consentui.cli import offers
from consentui.cli.say import (
    IsoDay,
    account_argument,
    is_agreed,
    json_option,
    say,
    say_not_begun,
    session_of,
    session_to_write,
    show,
    show_json,
)
from consentui.cli.tags import given_tags, tag_command
from consentui.errors import VaultError
from consentui.i18n import _
from consentui.journal.entries import AccountType
from consentui.journal.fold import Account
from consentui.profile.accounts import NewAccount, comparable_handle
from consentui.profile.session import Session
from consentui.profile.vault import NoKeyringError, forget, kinds_kept
from consentui.text import shorten
from consentui.words.accounts import account_name, platform_name_of, tags_words
from consentui.words.names import credential_name, platform_name

_type_option = click.option(
    "--type",
    "account_type",
    type=click.Choice(get_args(AccountType)),
    help=_("Whose account it is; some controls exist for some types only."),
)
_handle_option = click.option(
    "--handle", metavar=_("NAME"), help=_("What tells this account apart from others; optional.")
)
_owner_option = click.option("--owner", metavar=_("NAME"), help=_("Who looks after it."))
_due_option = click.option(
    "--due", metavar=_("DATE"), type=IsoDay(), help=_("When the rest should be done by: 2027-01-31.")
)
_client_option = click.option("--client", metavar=_("NAME"), help=_("The client it is looked after for."))


@click.group("account")
def account_command() -> None:
    pass


account_command.add_command(tag_command)


@account_command.command(
    "add",
    help=_(
        "Add an account on a platform. The platform is given by its name or address (twitter.com); prints the"
        " id of the account."
    ),
)
@click.argument("platform", metavar=_("PLATFORM"), shell_complete=offers.platforms)
@click.argument("name", metavar="[" + _("NAME") + "]", required=False)
@_handle_option
@_type_option
@_owner_option
@_client_option
@given_tags
@_due_option
@click.pass_context
def add(
    ctx: click.Context,
    platform: str,
    name: str | None,
    handle: str | None,
    account_type: AccountType | None,
    owner: str | None,
    client: str | None,
    tags: tuple[str, ...],
    due: date | None,
) -> None:
    session = session_to_write(ctx)
    found = session.knowledge.named(platform)
    if name and handle:
        raise click.UsageError(_("Give the name once, after the platform or with --handle."))
    called = handle or name or ""
    there = [one for one in session.accounts.on(found.id) if comparable_handle(one.handle) == comparable_handle(called)]
    (account,) = session.accounts.add_all((NewAccount(found, called, account_type, owner or "", client or "", tags),))
    if called and there:
        again = _("{account} was on the list already: “consentui undo” takes the new one back.")
        say(f"! {again.format(account=account_name(found, there[0], ' '))}")
    if due:
        session.accounts.set_due((account,), due)
    show(account.id)
    if found.companion and not any(other.platform == found.companion for other in session.accounts):
        companion = session.knowledge.platform(found.companion)
        say(
            _("{platform} shares settings with {companion}: “consentui account add {id}” covers those too.").format(
                platform=platform_name(found), companion=platform_name(companion), id=companion.id
            )
        )


@account_command.command(
    "list", help=_("List the accounts. With WORDS, only those whose name, platform, client, owner or tags match.")
)
@click.argument("words", metavar=_("[WORDS]"), nargs=-1)
@json_option
@click.pass_context
def list_(ctx: click.Context, words: tuple[str, ...], as_json: bool) -> None:
    session = session_of(ctx)
    accounts = session.accounts.matching(" ".join(words)) if words else tuple(session.accounts)
    if as_json:
        show_json({"accounts": [msgspec.to_builtins(account) for account in accounts]})
        return
    if not session.accounts:
        say_not_begun()
    for account in accounts:
        show("\t".join(_cells(session, account)))


@account_command.command("edit", help=_("Change an account’s name, type, owner, client or due date."))
@account_argument
@_handle_option
@_type_option
@_owner_option
@_client_option
@_due_option
@click.option("--no-due", is_flag=True, help=_("Remove the due date."))
@click.pass_context
def edit(
    ctx: click.Context,
    account: str,
    handle: str | None,
    account_type: AccountType | None,
    owner: str | None,
    client: str | None,
    due: date | None,
    no_due: bool,
) -> None:
    session = session_to_write(ctx)
    found = session.accounts.called(account)
    changed = (handle, account_type, owner, client) != (None,) * 4
    if not changed and due is None and not no_due:
        raise click.UsageError(_("Say what to change: --handle, --type, --owner, --client or --due."))
    if changed:
        found = session.accounts.edit(found, handle, account_type, owner=owner, client=client)
    if due or no_due:
        session.accounts.set_due((found,), due)
    say(_("Changed: {account}.").format(account=found.id))


@account_command.command("remove", help=_("Remove an account from the list; its history stays in the journal."))
@account_argument
@click.pass_context
def remove(ctx: click.Context, account: str) -> None:
    session = session_of(ctx)
    found = session.accounts.called(account)
    session.accounts.remove(found)
    say(_("Removed: {account}. “consentui undo” brings it back.").format(account=found.id))
    _ask_about_credentials(session, found.id)


def _ask_about_credentials(session: Session, account: str) -> None:
    """Offer to delete the credentials of a removed account; if nobody can be asked, say which command deletes them."""
    try:
        kinds = kinds_kept(session.profile, account)
        if not kinds:
            return
        names = ", ".join(map(credential_name, kinds))
        if sys.stdin.isatty() and is_agreed(
            _("The keyring still has its {names}. Remove from there too?").format(names=names)
        ):
            for kind in kinds:
                forget(session.profile, account, kind)
            say(_("Removed from the keyring: {kind} of {account}.").format(kind=names, account=account))
            return
        say(
            _("The keyring still has its {names}: “consentui forget credentials {account}” removes them.").format(
                names=names, account=account
            )
        )
    except NoKeyringError:  # without a keyring, no credential was ever kept
        return
    except VaultError as error:
        say(_("The keyring could not be asked whether it has anything of it: {why}").format(why=error.title))


def _cells(session: Session, account: Account) -> tuple[str, ...]:
    """The cells of an account's row: id, platform and handle, then client, owner, due day and tags if any is set."""
    platform = session.accounts.platform_of(account)
    name = platform_name_of(platform, account)
    cells = (account.id, name, shorten(account.handle, 60))
    whose = (shorten(account.client, 60), shorten(account.owner, 60))
    due = (account.due.isoformat(),) if account.due else ()
    tags = (tags_words(account.tags),) if account.tags else ()
    return (*cells, *whose, *due, *tags) if any(whose) or due or tags else cells
