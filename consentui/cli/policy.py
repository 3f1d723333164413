"""`consentui policy`: what is wanted of each control; and the deviations from it, for `status --policy`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from consentui import clock
from consentui.checklist.policy import Deviation, compared
from consentui.cli.say import entry_named, say, session_of, show, show_json
from consentui.errors import UsageError
from consentui.i18n import _, language
from consentui.journal.fold import Account
from consentui.profile.no_such import no_such_client
from consentui.profile.policy import begin_policy, clients_not_there, read_policy
from consentui.profile.session import Session
from consentui.words.names import standing_name
from consentui.words.policy import compared_words, want_name


@click.group("policy")
def policy_command() -> None:
    pass


@policy_command.command("init", help=_("Write a policy to start from. It refuses what is known of some platforms."))
@click.option(
    "--pack", metavar=_("PACK"), help=_("For the platforms of a pack; by default, those you have accounts on.")
)
@click.option("--force", is_flag=True, help=_("Replace the file if it exists."))
@click.pass_context
def init(ctx: click.Context, pack: str | None, force: bool) -> None:
    session = session_of(ctx)
    begin_policy(session.folders.policy, map(session.knowledge.platform, _platforms(session, pack)), replace=force)
    say(_("Written: {path}").format(path=session.folders.policy))


def _platforms(session: Session, pack: str | None) -> list[str]:
    if pack:
        packs = {one.id: one for one in session.knowledge.packs()}
        return list(packs[entry_named(tuple(packs), pack, _("There is no pack called “{name}”."))].platforms)
    found = sorted({one.platform for one in session.accounts if one.platform in session.knowledge.ids})
    if not found:
        raise UsageError(
            _("There is no account yet."),
            way_out=_("Name a pack, with --pack: {choices}.").format(
                choices=", ".join(one.id for one in session.knowledge.packs())
            ),
        )
    return found


def show_deviations(ctx: click.Context, session: Session, accounts: Iterable[Account], *, as_json: bool) -> None:
    """Show the controls that deviate from the policy, one a line; exits with code 1 if there are any."""
    policy = read_policy(session.folders.policy, session.knowledge)
    found = compared(policy, (item for account in accounts for item in session.checklist.items(account)))
    if as_json:
        rows = [_row(one) for one in found.deviations]
        show_json({"as_of": clock.today(), "named": found.named, "deviations": rows})
    else:
        for one in sorted(found.deviations, key=lambda one: one.is_to_look_at):
            show("\t".join((*_named(one), want_name(one.want), standing_name(one.item.standing))))
        say(compared_words(found.named, found.deviating, found.to_look_at))
    for client in clients_not_there(policy, session.accounts):
        say(str(no_such_client(client, session.accounts)))
    if found.deviations:
        ctx.exit(1)


def _named(one: Deviation) -> tuple[str, str, str]:
    return one.item.account.id, one.item.ref, one.item.control.title.in_language(language())


def _row(one: Deviation) -> dict[str, Any]:
    account, control, title = _named(one)
    return {
        "account": account,
        "handle": one.item.account.handle,
        "client": one.item.account.client,
        "tags": one.item.account.tags,
        "control": control,
        "title": title,
        "want": one.want,
        "standing": one.item.standing,
        "to_look_at": one.is_to_look_at,
    }
