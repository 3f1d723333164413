"""`consentui identity`: the name and address for letters, kept on this machine only if the person wants that."""

from __future__ import annotations

from datetime import date

import click

from consentui.cli.mandates import mandate_of, mandate_options
from consentui.cli.say import say, session_of, show
from consentui.i18n import _
from consentui.profile.identity import IDENTITY_FIELDS, Identity, forget_identity, keep_identity, read_identity
from consentui.words.mandates import mandate_lines


@click.group("identity")
def identity_command() -> None:
    pass


@identity_command.command("set", help=_("Keep a name and address for letters, on this machine."))
@click.option("--name", metavar=_("TEXT"), required=True, help=_("Your name, as used to sign letters."))
@click.option("--address", metavar=_("TEXT"), default="", help=_("Your postal address, lines separated by commas."))
@click.option("--email", metavar=_("ADDRESS"), default="", help=_("Your e-mail address."))
@mandate_options
@click.pass_context
def set_(
    ctx: click.Context,
    name: str,
    address: str,
    email: str,
    person: str | None,
    basis: str | None,
    enclosure: str,
    born: date | None,
) -> None:
    session = session_of(ctx)
    lines = "\n".join(line.strip() for line in address.split(","))
    before, mandate = read_identity(session.folders.identity), mandate_of(person, basis, enclosure, born)
    keep_identity(session.folders.identity, Identity(name, lines, email, mandate))
    say(_("Kept on this machine; “consentui identity forget” forgets it."))
    if mandate is None and before and before.mandate:
        say(_("Letters are no longer written in the name of {person}.").format(person=before.mandate.person))


@identity_command.command("show", help=_("Show what is kept; exit code 1 if nothing is."))
@click.pass_context
def show_(ctx: click.Context) -> None:
    kept = read_identity(session_of(ctx).folders.identity)
    if kept is None:
        say(_("Nothing is kept."))
        ctx.exit(1)
    mandate = mandate_lines(kept.mandate) if kept.mandate else ()
    show("\n".join(filter(None, (kept.name, kept.address, kept.email, *mandate))))


@identity_command.command(
    "forget", help=_("Forget it; letters already sent keep what they said. Exit code 1 if nothing was kept.")
)
@click.pass_context
def forget(ctx: click.Context) -> None:
    session = session_of(ctx)
    session.drafts.forget_fields(IDENTITY_FIELDS)
    if not forget_identity(session.folders.identity):
        say(_("Nothing is kept."))
        ctx.exit(1)
    say(_("Forgotten."))
