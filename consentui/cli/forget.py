"""`consentui forget` and `compact`: delete personal data from this machine, after showing what will go."""

from __future__ import annotations

from collections.abc import Sequence

import click

from consentui.cli import offers
from consentui.cli.say import account_argument, is_agreed, say, session_of
from consentui.i18n import _, ngettext
from consentui.profile.compacting import compact, removable_count
from consentui.profile.forgetting import (
    Goes,
    forget,
    forget_account,
    forget_profile,
    forget_shared,
    of_account,
    of_credentials,
    of_profile,
    orphans,
)
from consentui.profile.forgetting_words import goes_lines, not_taken_back
from consentui.profile.identity import forget_identity
from consentui.storage.places import all_profiles, profile_folders

_yes = click.option("--yes", is_flag=True, help=_("Do not ask."))


@click.group("forget")
def forget_command() -> None:
    pass


@forget_command.command("identity", help=_("Forget the name and address for letters. Exit code 1 if none is kept."))
@_yes
@click.pass_context
def identity(ctx: click.Context, yes: bool) -> None:
    path = profile_folders(ctx.find_root().obj).identity
    if not path.exists():
        say(_("Nothing is kept."))
        ctx.exit(1)
    if _agreed(Goes(files=(path,)), yes=yes):
        forget_identity(path)
        say(_("Forgotten."))


@forget_command.command(
    "account",
    help=_(
        "Forget an account and all that is kept of it. This removes its entries, requests, letters, proofs "
        "and passwords."
    ),
)
@account_argument
@_yes
@click.pass_context
def account_(ctx: click.Context, account: str, yes: bool) -> None:
    session = session_of(ctx)
    found = session.accounts.ever_called(account)
    goes = of_account(session.journal, session.folders, session.profile, found)
    if _agreed(goes, yes=yes):
        forget_account(session.journal, session.folders, found, goes)
        say(_("Forgotten."))


@forget_command.command(
    "credentials",
    help=_(
        "Forget what the keyring holds for an account. Without ACCOUNT, it forgets what is left of accounts "
        "that were removed from the list."
    ),
)
@click.argument("account", metavar=_("[ACCOUNT]"), required=False, shell_complete=offers.accounts)
@_yes
@click.pass_context
def credentials(ctx: click.Context, account: str | None, yes: bool) -> None:
    session = session_of(ctx)
    accounts = (session.accounts.ever_called(account),) if account else orphans(session.journal)
    goes = of_credentials(session.profile, accounts)
    if goes.unasked:
        raise goes.unasked
    if goes.is_nothing:
        say(_("No credential is kept."))
        ctx.exit(1)
    if _agreed(goes, yes=yes):
        forget(goes)
        say(_("Forgotten."))


@forget_command.command(
    "profile", help=_("Forget this profile, all of it. Its passwords in the keyring are forgotten too.")
)
@_yes
@click.pass_context
def profile_(ctx: click.Context, yes: bool) -> None:
    profile = ctx.find_root().obj
    _forget_profiles(ctx, (profile,), yes=yes)


@forget_command.command("everything", help=_("Forget every profile on this machine. What consentui cached goes too."))
@_yes
@click.pass_context
def everything(ctx: click.Context, yes: bool) -> None:
    if _forget_profiles(ctx, all_profiles(), yes=yes):
        forget_shared(profile_folders())


@click.command("compact")
@click.pass_context
def compact_command(ctx: click.Context) -> None:
    session = session_of(ctx)
    count = removable_count(session.journal)
    copy = compact(session.journal, session.folders)
    if copy is None:
        say(_("There is nothing to remove."))
        ctx.exit(1)
    say(
        ngettext("{count} undone entry was removed.", "{count} undone entries were removed.", count).format(count=count)
    )
    say(_("A copy of the old journal is in {path}.").format(path=copy))


def _forget_profiles(ctx: click.Context, profiles: Sequence[str], *, yes: bool) -> bool:
    """Forget profiles once the person agrees, and return whether they did; exits with code 1 if nothing is kept."""
    found = {profile: of_profile(profile_folders(profile), profile) for profile in profiles}
    if all(goes.is_nothing for goes in found.values()):
        for profile, goes in found.items():  # an empty folder may be left of a profile that was begun
            forget_profile(profile_folders(profile), goes)
        say(_("Nothing is kept."))
        ctx.exit(1)
    for profile, goes in found.items():
        say(_("Profile “{profile}”:").format(profile=profile))
        _show(goes)
    if not _is_agreed(yes=yes):
        return False
    for profile, goes in found.items():
        forget_profile(profile_folders(profile), goes)
    say(_("Forgotten."))
    return True


def _agreed(goes: Goes, *, yes: bool) -> bool:
    _show(goes)
    return _is_agreed(yes=yes)


def _show(goes: Goes) -> None:
    for line in goes_lines(goes):
        say(line)


def _is_agreed(*, yes: bool) -> bool:
    say(not_taken_back())
    return yes or is_agreed(_("Forget it for good?"))
