"""`consentui identity`: the name and address for letters, kept on this machine only if wanted."""

from __future__ import annotations

import click

from consentui.cli.say import say, session_of, show
from consentui.i18n import _
from consentui.profile.identity import Identity, forget_identity, keep_identity, read_identity


@click.group("identity", help=_("Keep, show or forget the name and address for letters."))
def identity_command() -> None:
    pass


@identity_command.command("set", help=_("Keep name and address for letters, on this machine."))
@click.option("--name", metavar=_("TEXT"), required=True, help=_("Your name, as letters sign it."))
@click.option("--address", metavar=_("TEXT"), default="", help=_("Your postal address; commas between its lines."))
@click.option("--email", metavar=_("ADDRESS"), default="", help=_("Your e-mail address."))
@click.pass_context
def set_(ctx: click.Context, name: str, address: str, email: str) -> None:
    session = session_of(ctx)
    lines = "\n".join(line.strip() for line in address.split(","))
    keep_identity(session.folders.identity, Identity(name, lines, email))
    say(_("Kept on this machine; “consentui identity forget” forgets it."))


@identity_command.command("show", help=_("Show what is kept; exit code 1 for nothing."))
@click.pass_context
def show_(ctx: click.Context) -> None:
    kept = read_identity(session_of(ctx).folders.identity)
    if kept is None:
        say(_("Nothing is kept."))
        ctx.exit(1)
    show("\n".join(filter(None, (kept.name, kept.address, kept.email))))


@identity_command.command(
    "forget", help=_("Forget it; letters that were sent keep what they said. Exit code 1 for nothing.")
)
@click.pass_context
def forget(ctx: click.Context) -> None:
    session = session_of(ctx)
    session.drafts.forget_fields(Identity.__struct_fields__)
    if not forget_identity(session.folders.identity):
        say(_("Nothing is kept."))
        ctx.exit(1)
    say(_("Forgotten."))
