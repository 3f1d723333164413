"""`consentui backup` and `restore`: write a profile to one archive, and restore it here or on another machine."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from consentui.backup.read import Backup, opened
from consentui.backup.restore import plan, restore
from consentui.backup.words import contents_words, plan_lines
from consentui.backup.write import back_up
from consentui.cli.history import say_merged
from consentui.cli.say import is_agreed, say, session_of, typed_unseen
from consentui.errors import UsageError
from consentui.i18n import _
from consentui.storage.places import profile_folders
from consentui.storage.saving import refuse_to_replace

_file = click.argument("path", metavar=_("FILE"), type=click.Path(path_type=Path))


@click.command("backup")
@_file
@click.option(
    "--encrypt", is_flag=True, help=_("Encrypt it with a passphrase, typed without being shown or read from stdin.")
)
@click.option(
    "--verify", is_flag=True, help=_("Check an existing backup and change nothing. Exit code 1 if it is damaged.")
)
@click.option("--force", is_flag=True, help=_("Replace the file if it exists."))
@click.pass_context
def backup_command(ctx: click.Context, path: Path, encrypt: bool, verify: bool, force: bool) -> None:
    if verify:
        if not _is_whole(path):
            ctx.exit(1)
        return
    profile = ctx.find_root().obj
    folders = profile_folders(profile)
    if not force:
        refuse_to_replace(path)
    written = back_up(folders, path, profile, _new_passphrase() if encrypt else None, replace=force)
    say(_("Written and read back: {path}").format(path=path))
    say(contents_words(written.contents))
    if written.left_out:
        say(
            _("Left out, because not every system allows such a name: {names}").format(
                names=", ".join(written.left_out)
            )
        )
    if encrypt:
        say(_("Nobody can open it without the passphrase, not even you: keep that somewhere else."))


@click.command("restore")
@_file
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_context
def restore_command(ctx: click.Context, path: Path, yes: bool) -> None:
    with opened(path) as backup:
        _unlock(backup)
        session = session_of(ctx)
        planned = plan(session.journal, session.folders, backup)
        say(contents_words(backup.contents))
        for line in plan_lines(planned):
            say(line)
        if planned.is_empty or not (yes or is_agreed(_("Add it?"))):
            return
        say_merged(restore(session.journal, session.folders, backup))
        say(_("Restored."))


def _is_whole(path: Path) -> bool:
    """Check every file of a backup, name those that are damaged, and return whether there were none."""
    with opened(path) as backup:
        _unlock(backup)
        say(contents_words(backup.contents))
        damaged = tuple(backup.damaged())
    if damaged:
        say(_("Damaged: {names}").format(names=", ".join(damaged)))
        return False
    say(_("Every file is exactly as it was when the backup was made."))
    return True


def _unlock(backup: Backup) -> None:
    if backup.is_sealed:
        backup.unlock(typed_unseen(_("Passphrase")))


def _new_passphrase() -> str:
    """Ask for a passphrase, twice in a terminal, because after a typing error nobody could ever open the backup.

    Raises UsageError if the two differ.
    """
    passphrase = typed_unseen(_("Passphrase"))
    try:
        if sys.stdin.isatty() and typed_unseen(_("Passphrase again")) != passphrase:
            raise UsageError(_("The two passphrases differ."), way_out=_("Try again."))
        return passphrase
    finally:
        del passphrase
