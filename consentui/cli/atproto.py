"""`consentui verify atproto`: what the public records of an account on Bluesky or another AT Protocol server say."""

from __future__ import annotations

from typing import Any

import click

from consentui import clock
from consentui.cli.public import agreement, end_with, keep, kept_as_json, show_kept
from consentui.cli.say import json_option, say, session_of, show, show_json
from consentui.i18n import _
from consentui.verify.atproto.identity import DidDocument
from consentui.verify.atproto.records import Declared, Wish, declared
from consentui.verify.public.atproto import observations_of_records
from consentui.verify.public.observations import Sight
from consentui.words.atproto import ground_words, said_name, wish_name

_CONTROLS = {Wish.HIDDEN_FROM_VISITORS: "logged-out-visibility", Wish.NOT_RECOMMENDED: "hide-from-recommendations"}


@click.command(
    "atproto",
    help=_(
        "Read the public records of an account. The account is on Bluesky or elsewhere on its network; the "
        "records say who may see it, and what it says about AI. Uses the network, without logging in; each "
        "host is named, and contacted only after you agree."
    ),
)
@click.argument("account", metavar=_("HANDLE"))
@click.option("--yes", is_flag=True, help=_("Contact the hosts without asking first."))
@json_option
@click.pass_context
def atproto(ctx: click.Context, account: str, yes: bool, as_json: bool) -> None:
    from consentui.profile.asking import NotAskedError, carried_out
    from consentui.profile.atproto import Network
    from consentui.profile.fetching import host_of

    session = session_of(ctx)
    network = Network()
    try:
        did, document = carried_out(network.found(account), agreement(yes=yes))
    except NotAskedError:
        say(_("Nothing more was fetched."))
        return
    records = network.records(document.server, did)
    said = declared(records)
    sight = Sight(host_of(document.server), tuple(observations_of_records(document.server, did, records)))
    kept = keep(session, "atproto", (account, did, *document.handles), sight)
    if as_json:
        show_json({**_as_json(did, document, said), **kept_as_json(kept)})
    else:
        show_kept(kept)
        for one in said:
            show("\t".join((wish_name(one.wish), said_name(one.said), ground_words(one))))
        say(_("These are public wishes: no law and no server makes anyone follow them."))
    end_with(ctx, kept)


def _as_json(did: str, document: DidDocument, said: tuple[Declared, ...]) -> dict[str, Any]:
    return {
        "did": did,
        "handles": document.handles,
        "server": document.server,
        "on": clock.today(),
        "declared": [
            {
                "wish": one.wish,
                "said": one.said,
                "record": one.collection,
                "control": f"bluesky/{_CONTROLS.get(one.wish, 'ai-intent')}",
                "why": one.why or None,
            }
            for one in said
        ],
    }
