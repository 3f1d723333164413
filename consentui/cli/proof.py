"""`consentui proof`: files that show what was done, attached and looked after."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click
import msgspec

from consentui.cli.say import json_option, say, session_of, session_to_write, show, show_json
from consentui.errors import UsageError
from consentui.i18n import _, ngettext
from consentui.journal.entries import Attached, ProofAdded, RequestProof
from consentui.profile import proofs
from consentui.profile.input import path_of
from consentui.profile.session import Session
from consentui.words.proofs import attached_words

_WHERE_TO = 3
"""How many words name a control's proof: account, control, file."""


@click.group("proof", help=_("Attach screenshots and confirmations, and check that they are what they were."))
def proof_command() -> None:
    pass


@proof_command.command(
    "add", help=_("Attach a file to a control, or with --request to a request. A copy is kept under its SHA-256.")
)
@click.argument("words", metavar=_("[ACCOUNT CONTROL] FILE"), nargs=-1, required=True)
@click.option("--request", "reference", metavar=_("REQUEST"), help=_("The request that it is about."))
@click.option("--note", metavar=_("TEXT"), default="", help=_("Something to remember with it."))
@click.pass_context
def add(ctx: click.Context, words: tuple[str, ...], reference: str | None, note: str) -> None:
    session = session_to_write(ctx)
    entry = _attached(session, words, reference, note)
    say(_("Attached: {proof}").format(proof=attached_words(entry)))
    show(entry.sha256)


@proof_command.command("list", help=_("List what was attached, with its SHA-256."))
@click.argument("account", metavar=_("[ACCOUNT]"), required=False)
@json_option
@click.pass_context
def list_(ctx: click.Context, account: str | None, as_json: bool) -> None:
    session = session_of(ctx)
    found = session.proofs.all()
    if account:
        found = tuple(_of_account(session, found, session.accounts.called(account).id))
    if as_json:
        show_json({"proofs": [msgspec.to_builtins(proof) for proof in found]})
        return
    for proof in found:
        show("\t".join((_subject(proof), attached_words(proof), proof.sha256)))
    if not found:
        say(_("Nothing has been attached yet."))


@proof_command.command(
    "check", help=_("Compare every file with its SHA-256. Exit code 1 when one is missing or altered.")
)
@json_option
@click.pass_context
def check(ctx: click.Context, as_json: bool) -> None:
    session = session_of(ctx)
    found = session.proofs.all()
    wrong = proofs.altered(session.folders, found)
    if as_json:
        show_json({"proofs": len(found), "faults": [_fault(one) for one in wrong]})
    else:
        for one in wrong:
            show("\t".join((fault_words(one), one.proof.file, attached_words(one.proof))))
        if not wrong:
            count = len(found)
            say(
                ngettext("{count} proof, as it was attached.", "{count} proofs, as they were attached.", count).format(
                    count=count
                )
            )
    if wrong:
        ctx.exit(1)


def fault_words(fault: proofs.Altered) -> str:
    """What is wrong with a file."""
    return _("missing") if fault.is_missing else _("altered")


def _attached(session: Session, words: tuple[str, ...], reference: str | None, note: str) -> Attached:
    if reference and len(words) == 1:
        return session.proofs.attach_to_request(session.requests.called(reference), path_of(words[0]), note)
    if not reference and len(words) == _WHERE_TO:
        account = session.accounts.called(words[0])
        return session.proofs.attach(account, session.accounts.control(account, words[1]), path_of(words[2]), note)
    raise UsageError(
        _("It is not clear what to attach this file to."),
        way_out=_("“proof add ACCOUNT CONTROL FILE”, or “proof add --request REQUEST FILE”."),
    )


def _of_account(
    session: Session, found: Iterable[ProofAdded | RequestProof], account: str
) -> Iterable[ProofAdded | RequestProof]:
    """The proofs about an account's controls, and about the requests on it."""
    references = {case.reference for case in session.requests.cases() if case.opened.account == account}
    for proof in found:
        if (proof.account == account) if isinstance(proof, ProofAdded) else (proof.request in references):
            yield proof


def _subject(proof: ProofAdded | RequestProof) -> str:
    return f"{proof.account}/{proof.control}" if isinstance(proof, ProofAdded) else proof.request


def _fault(fault: proofs.Altered) -> dict[str, Any]:
    return {
        "file": fault.proof.file,
        "name": fault.proof.name,
        "sha256": fault.proof.sha256,
        "fault": "missing" if fault.is_missing else "altered",
    }
