"""`consentui verify atproto`: what an account on Bluesky, or another server of its network, says in public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from consentui import clock
from consentui.cli.say import is_agreed, json_option, say, session_of, show, show_json
from consentui.i18n import _
from consentui.verify.atproto.identity import DidDocument
from consentui.verify.atproto.records import Declared, Wish, declared
from consentui.words.atproto import ground_words, said_name, wish_name

if TYPE_CHECKING:  # it loads what the network takes
    from consentui.profile.atproto import Network

_CONTROLS = {Wish.HIDDEN_FROM_VISITORS: "logged-out-visibility", Wish.NOT_RECOMMENDED: "hide-from-recommendations"}


@click.command(
    "atproto",
    help=_(
        "Read the public records of an account on Bluesky or elsewhere on its network: who may see it, and what it says"
        " about AI. Uses the network, without a login; each host is named, and asked after a question."
    ),
)
@click.argument("account", metavar=_("HANDLE"))
@click.option("--yes", is_flag=True, help=_("Ask the hosts without a question first."))
@json_option
@click.pass_context
def atproto(ctx: click.Context, account: str, yes: bool, as_json: bool) -> None:
    from consentui.profile.atproto import Network, handle_or_did

    session_of(ctx)
    handle, did = handle_or_did(account)
    network = Network()
    found = _found(network, handle, did, yes=yes)
    if found is None:
        say(_("Nothing more was asked."))
        return
    known, document = found
    said = declared(network.records(document.server, known))
    if as_json:
        show_json(_as_json(known, document, said))
        return
    for one in said:
        show("\t".join((wish_name(one.wish), said_name(one.said), ground_words(one))))
    say(_("These are public wishes: no law and no server makes anyone follow them."))


def _found(network: Network, handle: str | None, did: str | None, *, yes: bool) -> tuple[str, DidDocument] | None:
    """The DID of the account, and where its records are; None where the person would rather not ask."""
    from consentui.profile.fetching import host_of

    if handle and did is None:
        say(
            _("{host} will be asked which account {handle} is, and {directory} where its records are.").format(
                host=host_of(network.resolver), handle=handle, directory=host_of(network.directory)
            )
        )
        if not _may(yes=yes):
            return None
        did = network.did_of(handle)
    assert did is not None
    host = host_of(network.document_at(did))
    if handle is None or host != host_of(network.directory):
        say(_("{host} will be asked where the records of {did} are.").format(host=host, did=did))
        if not _may(yes=yes):
            return None
    document = network.document(did, handle)
    say(_("{host} will be asked for the records of {did}.").format(host=host_of(document.server), did=did))
    return (did, document) if _may(yes=yes) else None


def _may(*, yes: bool) -> bool:
    return yes or is_agreed(_("Ask now?"))


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
