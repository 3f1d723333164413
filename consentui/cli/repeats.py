"""`consentui verify --all` and `verify ACCOUNT`: repeat the checks made before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from consentui.cli import offers
from consentui.cli.public import look_again
from consentui.cli.say import IsoDay, json_option, say, session_of, show, show_json
from consentui.errors import UsageError
from consentui.i18n import _, ngettext
from consentui.journal.entries import ProofAdded
from consentui.profile.repeats import OfControl, OfMail, Repeated, repeat
from consentui.words.checks import check_sentence, contradiction_sentence
from consentui.words.proofs import attached_words, signature_words


@click.command(
    "again",
    help=_(
        "Repeat every check of one account, or of --all. Signatures of e-mails are verified again, "
        "downloads compared with what you recorded since, sites and public records fetched again (uses the "
        "network), after you agree. Exit code 1 when something contradicts."
    ),
)
@click.argument("account", metavar=_("[ACCOUNT]"), required=False, shell_complete=offers.accounts)
@click.option("--all", "everything", is_flag=True, help=_("All accounts."))
@click.option(
    "--since",
    metavar=_("DATE"),
    type=IsoDay(),
    help=_("Only what was checked since this date: 2026-01-31."),
)
@click.option("--yes", is_flag=True, help=_("Contact the hosts without asking first."))
@json_option
@click.pass_context
def again(
    ctx: click.Context, account: str | None, everything: bool, since: date | None, yes: bool, as_json: bool
) -> None:
    session = session_of(ctx)
    if everything == bool(account):
        raise UsageError(
            _("Say whose checks to repeat."), way_out=_("“consentui verify ACCOUNT”, or “consentui verify --all”.")
        )
    accounts = [session.accounts.called(account)] if account else list(session.accounts)
    failed = look_again(session, accounts, since, yes=yes, named=bool(account))
    found = repeat(session, accounts, since)
    if as_json:
        show_json({"checks": [_as_json(one) for one in found], "failed": failed})
    else:
        _show(found)
    if any(one.contradicts for one in found):
        ctx.exit(1)


class OrAgain(click.Group):
    """A group that runs `again` if no subcommand is named: `verify --all`, `verify x-7k3f`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        is_named = not args or args[0] in self.commands or args[0] in ctx.help_option_names
        return super().parse_args(ctx, args if is_named else [str(again.name), *args])


def _show(found: Iterable[Repeated]) -> None:
    several = tuple(found)
    for one in several:
        show("\t".join((_subject(one), _state(one), _words(one))))
    contradictions = sum(one.contradicts for one in several)
    if not several:
        say(_("Nothing has been checked yet: “consentui verify export” reads a download."))
    elif contradictions:
        say(ngettext("{count} contradiction.", "{count} contradictions.", contradictions).format(count=contradictions))
    else:
        say(_("Nothing contradicts what you recorded."))
    if any(isinstance(one, OfControl) and not one.check.is_public for one in several):
        say(_("Downloads are not kept: ask for a new one to check again what they say."))


def _subject(one: Repeated) -> str:
    if isinstance(one, OfControl):
        return f"{one.item.account.id}/{one.item.control.id}"
    return f"{one.proof.account}/{one.proof.control}" if isinstance(one.proof, ProofAdded) else one.proof.request


def _state(one: Repeated) -> str:
    return _("contradicts") if one.contradicts else _("as before")


def _words(one: Repeated) -> str:
    from consentui.checklist.checks import Contradicted

    if isinstance(one, OfMail):
        return f"{attached_words(one.proof)}{_(':')} {signature_words(one.signed.verdict, one.signed.domain)}"
    if isinstance(one.item.review, Contradicted):
        return contradiction_sentence(one.item.review)
    return check_sentence(one.check)


def _as_json(one: Repeated) -> dict[str, Any]:
    if isinstance(one, OfMail):
        return {
            "subject": _subject(one),
            "kind": "mail",
            "sha256": one.proof.sha256,
            "before": one.before,
            "now": one.signed.verdict,
            "contradicts": one.contradicts,
        }
    return {
        "subject": _subject(one),
        "kind": "public" if one.check.is_public else "download",
        "verdict": one.check.verdict,
        "made": one.check.made,
        "standing": one.item.standing,
        "contradicts": one.contradicts,
    }
