"""`consentui kb install`, `update` and `rollback`: newer facts from signed bundles, kept beside the program's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import click

from consentui.cli.say import json_option, say, session_of, show, show_json
from consentui.i18n import _, ngettext
from consentui.knowledge.bundles.changes import Difference
from consentui.profile.bases import bundled_version
from consentui.profile.session import Session
from consentui.storage.places import profile_folders
from consentui.words.bundles import difference_line

_look = click.option("--look", is_flag=True, help=_("Only show what it would change."))


@click.command(
    "install",
    help=_(
        "Check a knowledge bundle and use it for every profile. Checks signature, format, rules, and that "
        "nothing is lost, and shows what it changes for your accounts. “kb rollback” undoes it."
    ),
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@_look
@json_option
@click.pass_context
def install(ctx: click.Context, file: Path, look: bool, as_json: bool) -> None:
    from consentui.profile.bundles import content_of_bundle

    _take(session_of(ctx), content_of_bundle(file), look=look, as_json=as_json)


@click.command(
    "update",
    help=_(
        "Fetch a knowledge bundle and install it. The command uses the network, https only, and makes the "
        "same checks as “kb install”."
    ),
)
@click.argument("url", metavar=_("URL"))
@_look
@json_option
@click.pass_context
def update(ctx: click.Context, url: str, look: bool, as_json: bool) -> None:
    from consentui.knowledge.bundles.form import MOST_BYTES
    from consentui.profile.fetching import fetch, host_of

    session = session_of(ctx)
    say(_("Asking {host} for {path}.").format(host=host_of(url), path=urlsplit(url).path or "/"))
    _take(session, fetch(url, MOST_BYTES).content, look=look, as_json=as_json)


@click.command("rollback", help=_("Go back to the facts that were in use before the last bundle."))
@click.pass_context
def rollback(ctx: click.Context) -> None:
    from consentui.profile.bundles import rollback as go_back

    version = go_back(profile_folders(ctx.find_root().obj))
    if version == bundled_version():
        say(_("Now using the facts that came with the program, those of {version}.").format(version=version))
    else:
        say(_("Now using the facts of {version}.").format(version=version))


def _take(session: Session, content: bytes, *, look: bool, as_json: bool) -> None:
    from consentui.profile import bundles

    offer = bundles.offered(session.folders, content)
    mine = [one for one in offer.changes if one.platform.id in session.accounts.platform_ids]
    if not look:
        bundles.install(session.folders, offer)
    if as_json:
        changes = [_as_json(one) for one in offer.changes]
        show_json({"version": offer.bundle.version, "before": offer.before, "installed": not look, "changes": changes})
        return
    _show(mine, len(offer.changes) - len(mine))
    if not look:
        say(
            _("Now using the facts of {version}; before, those of {before}.").format(
                version=offer.bundle.version, before=offer.before
            )
        )


def _show(mine: Iterable[Difference], others: int) -> None:
    lines = [difference_line(one) for one in mine]
    for line in lines:
        show(line)
    if not lines:
        say(_("Nothing changes for your accounts."))
    if others:
        say(
            ngettext("{count} change on other platforms.", "{count} changes on other platforms.", others).format(
                count=others
            )
        )


def _as_json(one: Difference) -> dict[str, object]:
    return {
        "platform": one.platform.id,
        "control": one.control.id if one.control else None,
        "turn": one.turn,
        "parts": one.parts,
    }
