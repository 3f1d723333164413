"""`consentui import`: show the accounts found in the files of other programs, then add them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
from msgspec.structs import replace

from consentui.cli.say import is_agreed, json_option, say, session_of, show, show_json
from consentui.cli.tags import given_tags
from consentui.i18n import _, ngettext
from consentui.profile.accounts import NewAccount
from consentui.profile.imports import Candidate, Looked
from consentui.profile.input import path_of
from consentui.text import shorten
from consentui.words.accounts import tags_words
from consentui.words.imports import candidate_remark, secrets_words, unknown_words
from consentui.words.names import platform_name

_UNKNOWN_SHOWN = 20


@click.command("import")
@click.argument("places", metavar=_("FILE..."), nargs=-1, required=True)
@click.option("--yes", is_flag=True, help=_("Add what is new without asking."))
@click.option("--without", metavar=_("PLATFORM"), multiple=True, help=_("Leave a platform out; repeatable."))
@click.option("--client", metavar=_("NAME"), default="", help=_("The client these accounts are looked after for."))
@click.option("--owner", metavar=_("NAME"), default="", help=_("Who looks after these accounts."))
@given_tags
@json_option
@click.pass_context
def import_command(
    ctx: click.Context,
    places: tuple[str, ...],
    yes: bool,
    without: tuple[str, ...],
    client: str,
    owner: str,
    tags: tuple[str, ...],
    as_json: bool,
) -> None:
    session = session_of(ctx)
    left_out = {session.knowledge.named(word).id for word in without}
    looked = session.imports.look([path_of(place) for place in places])
    shown = [one for one in looked.candidates if one.account.platform.id not in left_out]
    new = [_whose(one.account, client, owner, tags) for one in shown if one.state == "new"]
    if as_json:
        show_json(_as_json(shown, looked))
    else:
        _show(shown, looked)
    if looked.with_secrets:
        say(secrets_words(looked.with_secrets))
    if new and (yes or (not as_json and is_agreed(_question(len(new))))):
        added = session.imports.add(new)
        say(
            ngettext(
                "{count} account added; “consentui undo” takes it back.",
                "{count} accounts added; “consentui undo” takes them all back.",
                len(added),
            ).format(count=len(added))
        )
    elif not new:
        say(_("There is nothing new in it."))


def _question(count: int) -> str:
    return ngettext("Add {count} new account?", "Add {count} new accounts?", count).format(count=count)


def _whose(account: NewAccount, client: str, owner: str, tags: tuple[str, ...]) -> NewAccount:
    """Add to an account the tags given for all, and the client and owner given for all if its file names none."""
    return replace(account, owner=account.owner or owner, client=account.client or client, tags=(*account.tags, *tags))


def _show(candidates: Sequence[Candidate], looked: Looked) -> None:
    for one in candidates:
        account = one.account
        cells = (platform_name(account.platform), shorten(account.handle, 60), candidate_remark(one.state, one.shares))
        show(
            "\t".join(
                (*cells, *filter(None, (account.account_type, account.client, account.owner, tags_words(account.tags))))
            )
        )
    if looked.unknown:
        say(unknown_words(looked.unknown, _UNKNOWN_SHOWN))
    if looked.passed:
        say(
            ngettext(
                "{count} row does not lead to a site and was skipped.",
                "{count} rows do not lead to a site and were skipped.",
                looked.passed,
            ).format(count=looked.passed)
        )


def _as_json(candidates: Sequence[Candidate], looked: Looked) -> dict[str, Any]:
    return {
        "accounts": [
            {
                "platform": one.account.platform.id,
                "handle": one.account.handle,
                "type": one.account.account_type,
                "owner": one.account.owner,
                "client": one.account.client,
                "tags": one.account.tags,
                "state": one.state,
                "shares_settings_with": one.shares.id if one.shares else None,
            }
            for one in candidates
        ],
        "unknown": looked.unknown,
        "passed": looked.passed,
    }
